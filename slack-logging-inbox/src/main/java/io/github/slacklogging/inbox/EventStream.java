package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import io.github.slacklogging.inbox.json.Json;

/**
 * Server-sent events: {@code message} for every message that is kept or changed,
 * {@code refused} for every request that is not taken, {@code deleted}, {@code cleared},
 * and {@code reload} for a page that was too slow to follow. A thread for each open page.
 */
final class EventStream implements MessageStore.Listener {

	private static final int MAX_PAGES = 32;

	private static final int MAX_WAITING = 100;

	/** Finds out that a page is gone. */
	private static final int HEARTBEAT_SECONDS = 15;

	private static final String RELOAD = "event: reload\ndata: {}\n\n";

	private static final String BYE = "";

	private final Set<BlockingQueue<String>> pages = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	/** Tells a page what happens until it goes, or the inbox closes. */
	void follow(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (this.pages.size() >= MAX_PAGES || this.closed) {
				exchange.sendResponseHeaders(503, -1);
				return;
			}
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
			tellUntilItGoes(exchange);
		}
	}

	@Override
	public void kept(InboxMessage message) {
		if (!this.pages.isEmpty()) {
			tell("event: message\ndata: " + PageJson.of(message).write() + "\n\n");
		}
	}

	void requested(InboxRequest request) {
		if (!request.isAccepted() && !this.pages.isEmpty()) {
			tell("event: refused\ndata: " + PageJson.of(request).write() + "\n\n");
		}
	}

	@Override
	public void deleted(InboxMessage message) {
		tell("event: deleted\ndata: " + Json.object().put("ts", message.ts()).build().write() + "\n\n");
	}

	@Override
	public void cleared() {
		tell("event: cleared\ndata: {}\n\n");
	}

	void close() {
		this.closed = true;
		this.pages.forEach((page) -> {
			page.clear();
			page.add(BYE);
		});
	}

	private void tellUntilItGoes(HttpExchange exchange) throws IOException {
		BlockingQueue<String> page = new ArrayBlockingQueue<>(MAX_WAITING);
		// before the headers: the page reads all messages when it sees them
		this.pages.add(page);
		try {
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			write(out, "retry: 1000\n\n");
			while (!this.closed) {
				String event = page.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
				write(out, (event != null) ? event : ": still here\n\n");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.pages.remove(page);
		}
	}

	private void tell(String event) {
		for (BlockingQueue<String> page : this.pages) {
			if (!page.offer(event)) {
				page.clear();
				page.offer(RELOAD);
			}
		}
	}

	private static void write(OutputStream out, String event) throws IOException {
		out.write(event.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

}
