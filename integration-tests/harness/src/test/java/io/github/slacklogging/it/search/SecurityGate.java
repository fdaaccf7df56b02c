package io.github.slacklogging.it.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A reverse proxy that knows who may ask the node behind it, and answers all others as
 * OpenSearch's security plugin does, which a node of the tests cannot have. What is
 * allowed reaches the node, and the node answers. Its threads are daemons. Thread-safe.
 *
 * @see <a href=
 * "https://github.com/opensearch-project/security/blob/2.19/src/main/java/org/opensearch/security/http/HTTPBasicAuthenticator.java">The
 * plugin's 401</a>
 * @see <a href=
 * "https://github.com/opensearch-project/security/blob/2.19/src/main/java/org/opensearch/security/filter/SecurityFilter.java">The
 * plugin's 403</a>
 */
public final class SecurityGate implements AutoCloseable {

	private static final String AUTHORIZATION = "Authorization";

	private static final String TEMPLATES = "/_index_template";

	private static final String DENIED = "no permissions for [%s]"
			+ " and User [name=orders, backend_roles=[], requestedTenant=null]";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ExecutorService threads = Executors.newCachedThreadPool(SecurityGate::daemon);

	private final Set<String> allowed = ConcurrentHashMap.newKeySet();

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	private volatile boolean templatesDenied;

	private final List<String> seen = new CopyOnWriteArrayList<>();

	private final AtomicInteger passed = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final URI node;

	private final HttpServer server;

	private SecurityGate(URI node) {
		this.node = node;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::exchange);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	/** A gate that lets nobody through yet, on a free port. */
	public static SecurityGate before(SearchNode node) {
		return new SecurityGate(node.uri());
	}

	/** The value of the header of a user with a password. */
	public static String basic(String user, String password) {
		byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
		return "Basic " + Base64.getEncoder().encodeToString(both);
	}

	/** Where it listens, without a slash at the end. */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/**
	 * Lets requests through from now on.
	 * @param authorization the whole header, for example {@code ApiKey abc}
	 */
	public void allow(String authorization) {
		this.known.add(authorization);
		this.allowed.add(authorization);
	}

	/** Knows the user from now on, who may not do anything: 403. */
	public void deny(String authorization) {
		this.known.add(authorization);
		this.allowed.remove(authorization);
	}

	/** Nobody may have to do with index templates from now on: 403. */
	public void denyTemplates() {
		this.templatesDenied = true;
	}

	/** Does not know the user any more: 401. */
	public void forget(String authorization) {
		this.known.remove(authorization);
		this.allowed.remove(authorization);
	}

	/**
	 * Every request as a text: all of its head but the authorization, and its body as it
	 * was before it was compressed.
	 */
	public List<String> seen() {
		return List.copyOf(this.seen);
	}

	/** How many requests went to the node. */
	public int passed() {
		return this.passed.get();
	}

	/** How many got 401 or 403. */
	public int refused() {
		return this.refused.get();
	}

	private void exchange(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			see(exchange, body);
			@Nullable String authorization = exchange.getRequestHeaders().getFirst(AUTHORIZATION);
			if (authorization == null || !this.known.contains(authorization)) {
				unauthorized(exchange);
			}
			else if (!this.allowed.contains(authorization)) {
				forbidden(exchange, "indices:data/write/bulk");
			}
			else if (this.templatesDenied && exchange.getRequestURI().getPath().startsWith(TEMPLATES)) {
				forbidden(exchange, "indices:admin/index_template/get");
			}
			else {
				pass(exchange, body);
			}
		}
	}

	private void see(HttpExchange exchange, byte[] body) throws IOException {
		StringBuilder text = new StringBuilder(exchange.getRequestMethod()).append(' ')
			.append(exchange.getRequestURI())
			.append('\n');
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!name.equalsIgnoreCase(AUTHORIZATION)) {
				text.append(name).append(": ").append(values).append('\n');
			}
		});
		boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		try (InputStream content = zipped ? new GZIPInputStream(new ByteArrayInputStream(body))
				: new ByteArrayInputStream(body)) {
			text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8));
		}
		this.seen.add(text.toString());
	}

	private void unauthorized(HttpExchange exchange) throws IOException {
		this.refused.incrementAndGet();
		exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"OpenSearch Security\"");
		answer(exchange, 401, "text/plain; charset=UTF-8", "Unauthorized".getBytes(StandardCharsets.UTF_8));
	}

	private void forbidden(HttpExchange exchange, String action) throws IOException {
		this.refused.incrementAndGet();
		String cause = "\"type\":\"security_exception\",\"reason\":\"" + DENIED.formatted(action) + "\"";
		String body = "{\"error\":{\"root_cause\":[{" + cause + "}]," + cause + "},\"status\":403}";
		answer(exchange, 403, "application/json; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
	}

	private void pass(HttpExchange exchange, byte[] body) throws IOException {
		this.passed.incrementAndGet();
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(this.node.toString() + exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
		for (String name : List.of("Content-Type", "Content-Encoding", "Accept")) {
			exchange.getRequestHeaders().getOrDefault(name, List.of()).forEach((value) -> request.header(name, value));
		}
		try {
			HttpResponse<byte[]> response = this.client.send(request.build(), BodyHandlers.ofByteArray());
			String type = response.headers().firstValue("Content-Type").orElse("");
			answer(exchange, response.statusCode(), type, response.body());
		}
		catch (IOException ex) {
			answer(exchange, 502, "text/plain", "Bad Gateway".getBytes(StandardCharsets.UTF_8));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
		if (!type.isEmpty()) {
			exchange.getResponseHeaders().set("Content-Type", type);
		}
		boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
		if (!bodiless) {
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(body);
			}
		}
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "security-gate");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
