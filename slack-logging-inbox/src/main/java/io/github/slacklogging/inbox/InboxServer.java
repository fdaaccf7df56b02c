package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * The JDK's HTTP server on loopback. A thread per request under way, all daemons: the
 * inbox never keeps a JVM alive.
 */
final class InboxServer {

	private static final int BACKLOG = 256;

	private final HttpServer server;

	private final ExecutorService threads;

	private InboxServer(HttpServer server, ExecutorService threads) {
		this.server = server;
		this.threads = threads;
	}

	/** Binds the port, 0 for a free one; serves nothing before {@link #start()}. */
	static InboxServer bind(int port) {
		try {
			InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
			HttpServer server = HttpServer.create(address, BACKLOG);
			AtomicInteger number = new AtomicInteger();
			ExecutorService threads = Executors.newCachedThreadPool((task) -> {
				Thread thread = new Thread(task, "slack-inbox-" + number.incrementAndGet());
				thread.setDaemon(true);
				return thread;
			});
			server.setExecutor(threads);
			return new InboxServer(server, threads);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"The Slack inbox cannot listen on port " + port + " of this machine's loopback: " + ex.getMessage()
							+ ". Stop what uses the port, or choose another one",
					ex);
		}
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	void serve(String path, HttpHandler handler) {
		this.server.createContext(path, (exchange) -> pass(exchange, handler));
	}

	/**
	 * The JDK's dispatcher thread inherits "daemon" from the thread that starts it, so a
	 * daemon starts it.
	 */
	void start() {
		CompletableFuture<Void> started = CompletableFuture.runAsync(this.server::start, this.threads);
		try {
			started.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The Slack inbox did not start", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the Slack inbox started", ex);
		}
	}

	void stop() {
		this.threads.shutdownNow();
		this.server.stop(0);
	}

	private static void pass(HttpExchange exchange, HttpHandler handler) throws IOException {
		Optional<String> refusal = Gate.refusal(exchange);
		if (refusal.isPresent()) {
			new Delivery().send(exchange, Answer.text(403, refusal.get()), Reply.ok());
			return;
		}
		handler.handle(exchange);
	}

}
