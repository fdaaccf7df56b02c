package io.github.slacklogging.opensearch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

/** A node that says what it is told to say, and remembers what it was asked. */
final class AnsweringNode implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "answering-node");
		thread.setDaemon(true);
		return thread;
	});

	private final List<Asked> asked = new CopyOnWriteArrayList<>();

	private volatile Reply reply = new Reply(200, "{}", Map.of());

	private AnsweringNode(HttpServer server) {
		this.server = server;
		server.setExecutor(this.threads);
		server.createContext("/", this::answer);
		server.start();
	}

	static AnsweringNode start() {
		try {
			return new AnsweringNode(HttpServer.create(anyPort(), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static AnsweringNode start(SSLContext context) {
		try {
			HttpsServer server = HttpsServer.create(anyPort(), 0);
			server.setHttpsConfigurator(new HttpsConfigurator(context));
			return new AnsweringNode(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InetSocketAddress anyPort() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
	}

	/** From now on every answer is this one. */
	AnsweringNode answering(int status, String body) {
		return answering(status, body, Map.of());
	}

	AnsweringNode answering(int status, String body, Map<String, String> headers) {
		this.reply = new Reply(status, body, headers);
		return this;
	}

	URI uri() {
		return URI.create(((this.server instanceof HttpsServer) ? "https" : "http") + "://localhost:"
				+ this.server.getAddress().getPort());
	}

	/** All that was asked, in order. */
	List<Asked> asked() {
		return this.asked;
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			this.asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
					exchange.getRequestHeaders(), body));
			Reply now = this.reply;
			now.headers().forEach(exchange.getResponseHeaders()::set);
			byte[] text = now.body().getBytes(StandardCharsets.UTF_8);
			boolean head = exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(now.status(), (head || text.length == 0) ? -1 : text.length);
			if (!head) {
				exchange.getResponseBody().write(text);
			}
		}
	}

	private record Reply(int status, String body, Map<String, String> headers) {

	}

	/** One request. */
	record Asked(String method, String uri, Headers headers, byte[] body) {

		@Nullable String header(String name) {
			return this.headers.getFirst(name);
		}

		/** The body as it was before it was compressed. */
		String text() {
			try {
				byte[] plain = "gzip".equals(header("Content-Encoding"))
						? new GZIPInputStream(new ByteArrayInputStream(this.body)).readAllBytes() : this.body;
				return new String(plain, StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
