package io.github.slacklogging.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** Lets a server that speaks HTTP be asked by HTTPS, the inbox for example. */
public final class TlsFront implements AutoCloseable {

	private final HttpsServer server;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI behind;

	private TlsFront(HttpsServer server, URI behind) {
		this.server = server;
		this.behind = behind;
		server.createContext("/", this::pass);
		server.start();
	}

	/**
	 * Starts it on a free port.
	 * @param behind the server that answers
	 * @param context with the certificate that is shown
	 */
	public static TlsFront start(URI behind, SSLContext context) {
		try {
			HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setHttpsConfigurator(new HttpsConfigurator(context));
			return new TlsFront(server, behind);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI url() {
		return URI.create("https://localhost:" + this.server.getAddress().getPort() + "/");
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void pass(HttpExchange exchange) throws IOException {
		try (exchange) {
			HttpRequest.Builder request = HttpRequest.newBuilder(this.behind.resolve(exchange.getRequestURI()))
				.method(exchange.getRequestMethod(),
						HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
			for (String header : List.of("Authorization", "Content-Type")) {
				String value = exchange.getRequestHeaders().getFirst(header);
				if (value != null) {
					request.header(header, value);
				}
			}
			HttpResponse<byte[]> answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			answer.headers()
				.firstValue("X-OAuth-Scopes")
				.ifPresent((scopes) -> exchange.getResponseHeaders().set("X-OAuth-Scopes", scopes));
			exchange.sendResponseHeaders(answer.statusCode(), (answer.body().length == 0) ? -1 : answer.body().length);
			exchange.getResponseBody().write(answer.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
