package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * The JDK's HTTP server, with a thread for each request under way; on loopback one for
 * IPv4 and one for IPv6, as {@code localhost} may mean either. All threads are daemons:
 * the inbox never keeps a JVM alive.
 */
final class InboxServer {

	private static final int BACKLOG = 256;

	private static final byte[] IPV6_LOOPBACK = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };

	private static final String NO_DELAY = "sun.net.httpserver.nodelay";

	/** For a free port that turns out to be free for one of two addresses only. */
	private static final int ATTEMPTS = 20;

	private final List<HttpServer> servers;

	private final DaemonThreads threads;

	private final ExecutorService requests;

	private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

	private final Gate gate;

	private final String name;

	private final Optional<String> exposed;

	private InboxServer(List<HttpServer> servers, DaemonThreads threads, Listening where) {
		this.servers = servers;
		this.threads = threads;
		this.requests = Executors.newCachedThreadPool(threads);
		InetAddress address = servers.get(0).getAddress().getAddress();
		boolean loopback = address.isLoopbackAddress();
		Set<String> names = new HashSet<>(where.allowedHosts());
		names.add(where.host());
		this.gate = new Gate(names, !loopback);
		this.exposed = loopback ? Optional.empty() : Optional.of(where.host());
		this.name = address.isAnyLocalAddress() ? "localhost"
				: where.host().contains(":") ? "[" + where.host() + "]" : where.host();
		servers.forEach((server) -> server.setExecutor(this.requests));
	}

	/** Binds the port, 0 for a free one; serves nothing before {@link #start()}. */
	static InboxServer bind(Listening where) {
		DaemonThreads threads = new DaemonThreads("slack-inbox-");
		try {
			return new InboxServer(threads.call(() -> servers(where)), threads, where);
		}
		catch (UnknownHostException ex) {
			throw new UncheckedIOException(
					"The Slack inbox cannot listen on " + where.host() + ": this machine has no such address", ex);
		}
		catch (IOException ex) {
			String place = where.isLocalhost() ? "this machine's loopback" : where.host();
			throw new UncheckedIOException("The Slack inbox cannot listen on port " + where.port() + " of " + place
					+ ". Stop what uses the port, or choose another one", ex);
		}
	}

	/** The host that was asked for, where other machines reach it. */
	Optional<String> exposed() {
		return this.exposed;
	}

	int port() {
		return this.servers.get(0).getAddress().getPort();
	}

	/** By which this machine reaches it. */
	URI url() {
		return URI.create("http://" + this.name + ":" + port() + "/");
	}

	/** Serves a path; a handler that is there already has had its last request. */
	void serve(String path, HttpHandler handler) {
		if (this.handlers.put(path, handler) == null) {
			this.servers.forEach((server) -> server.createContext(path,
					(exchange) -> pass(exchange, Objects.requireNonNull(this.handlers.get(path)))));
		}
	}

	void start() {
		try {
			this.threads.call(() -> {
				this.servers.forEach(HttpServer::start);
				return this.servers;
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Slack inbox did not start", ex);
		}
	}

	void stop() {
		this.servers.forEach((server) -> server.stop(0));
		this.requests.shutdownNow();
	}

	private static List<HttpServer> servers(Listening where) throws IOException {
		if (!where.isLocalhost()) {
			return List.of(create(new InetSocketAddress(ownAddress(where.host()), where.port())));
		}
		InetAddress ipv6 = InetAddress.getByAddress("localhost", IPV6_LOOPBACK);
		for (int attempt = 1;; attempt++) {
			HttpServer first = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where.port()));
			try {
				return List.of(first, create(new InetSocketAddress(ipv6, first.getAddress().getPort())));
			}
			catch (IOException | UnsupportedAddressTypeException ex) {
				if (!isThere(ipv6)) {
					return List.of(first);
				}
				first.stop(0);
				if (where.port() != 0 || attempt == ATTEMPTS) {
					throw new IOException("taken on " + ipv6, ex);
				}
			}
		}
	}

	private static InetAddress ownAddress(String host) throws IOException {
		InetAddress address = InetAddress.getByName(host);
		boolean own = address.isAnyLocalAddress() || address.isLoopbackAddress()
				|| NetworkInterface.getByInetAddress(address) != null;
		if (!own) {
			throw new UnknownHostException(host);
		}
		return address;
	}

	private static boolean isThere(InetAddress address) {
		try (ServerSocket socket = new ServerSocket(0, 1, address)) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
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

	private void pass(HttpExchange exchange, HttpHandler handler) throws IOException {
		Optional<String> refusal = this.gate.refusal(exchange.getRequestHeaders());
		if (refusal.isPresent()) {
			new Delivery().send(exchange, Answer.text(403, refusal.get()), Reply.ok());
			return;
		}
		handler.handle(exchange);
	}

}
