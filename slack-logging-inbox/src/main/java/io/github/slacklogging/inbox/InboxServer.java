package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * The JDK's HTTP server on loopback, with a thread for each request under way. All its
 * threads are daemons: the inbox never keeps a JVM alive.
 */
final class InboxServer {

	private static final int BACKLOG = 256;

	private static final String NO_DELAY = "sun.net.httpserver.nodelay";

	private final HttpServer server;

	private final DaemonThreads threads;

	private final ExecutorService requests;

	private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

	private InboxServer(HttpServer server, DaemonThreads threads) {
		this.server = server;
		this.threads = threads;
		this.requests = Executors.newCachedThreadPool(threads);
		server.setExecutor(this.requests);
	}

	/** Binds the port, 0 for a free one; serves nothing before {@link #start()}. */
	static InboxServer bind(int port) {
		DaemonThreads threads = new DaemonThreads("slack-inbox-");
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
		try {
			return new InboxServer(threads.call(() -> create(address)), threads);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Slack inbox cannot listen on port " + port
					+ " of this machine's loopback. Stop what uses the port, or choose another one", ex);
		}
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/** Serves a path; a handler that is there already has had its last request. */
	void serve(String path, HttpHandler handler) {
		if (this.handlers.put(path, handler) == null) {
			this.server.createContext(path,
					(exchange) -> pass(exchange, Objects.requireNonNull(this.handlers.get(path))));
		}
	}

	void start() {
		try {
			this.threads.call(() -> {
				this.server.start();
				return this.server;
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Slack inbox did not start", ex);
		}
	}

	void stop() {
		this.server.stop(0);
		this.requests.shutdownNow();
	}

	/**
	 * Without TCP_NODELAY each answer on a kept connection takes 40 ms: the JDK writes
	 * headers and body apart, and the caller's kernel delays its acknowledgement between
	 * them. The JDK reads this switch once, when its first server is made; it is put back
	 * at once.
	 */
	private static HttpServer create(InetSocketAddress address) throws IOException {
		if (System.getProperty(NO_DELAY) != null) {
			return HttpServer.create(address, BACKLOG);
		}
		System.setProperty(NO_DELAY, "true");
		try {
			return HttpServer.create(address, BACKLOG);
		}
		finally {
			System.clearProperty(NO_DELAY);
		}
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
