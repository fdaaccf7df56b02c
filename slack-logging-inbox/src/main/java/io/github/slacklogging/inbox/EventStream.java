package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events: {@code message} for every message that is kept or changed, with
 * {@code kept}; {@code refused} for every request that is not taken; {@code deleted},
 * {@code cleared}, {@code workspace}; and {@code reload} after an import, or for a page
 * that was too slow to follow: nobody waits for it. A thread for each open page.
 */
final class EventStream implements MessageListener {

	private static final int MAX_PAGES = 32;

	private static final int MAX_WAITING = 100;

	/** Finds out that a page is gone. */
	private static final int HEARTBEAT_SECONDS = 15;

	private static final String RELOAD = "event: reload\ndata: {}\n\n";

	private static final String BYE = "";

	private final Set<BlockingQueue<String>> pages = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Listing listing;

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

	/** Sets what tells a page of a message; it waits for nothing. */
	void listing(Listing listing) {
		this.listing = listing;
	}

	@Override
	public void kept(InboxMessage message) {
		Listing now = this.listing;
		if (!this.pages.isEmpty() && now != null) {
			tell(event("message", now.json(message)) + event("kept", now.kept()));
		}
	}

	void requested(Exchanged exchanged) {
		if (!exchanged.request().isAccepted() && !this.pages.isEmpty()) {
			tell(event("refused", PageJson.of(exchanged)));
		}
	}

	@Override
	public void deleted(InboxMessage message) {
		tell(event("deleted", Json.object().put("channel", message.channel()).put("ts", message.ts()).build()));
	}

	@Override
	public void cleared() {
		tell(event("cleared", Json.object().build()));
	}

	@Override
	public void restored() {
		tell(RELOAD);
	}

	/** Tells of changed faults and of a changed workspace. */
	void changed(Supplier<Json> state) {
		if (!this.pages.isEmpty()) {
			tell(event("workspace", state.get()));
		}
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

	private static String event(String name, Json json) {
		return "event: " + name + "\ndata: " + json.write() + "\n\n";
	}

	private static void write(OutputStream out, String event) throws IOException {
		out.write(event.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

}
