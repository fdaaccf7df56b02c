package io.github.slacklogging.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Secret;
import io.github.slacklogging.Tick;
import io.github.slacklogging.transport.HttpTransport;
import org.jspecify.annotations.Nullable;

/** Clients as tests want them, ended with the fixture. */
final class ClusterFixture implements AutoCloseable {

	static final Duration LONG = Duration.ofSeconds(20);

	static final Duration SHORT = Duration.ofMillis(1500);

	private final List<ClusterClient> clients = new ArrayList<>();

	ClusterClient client(URI... uris) {
		return client(LONG, null, nobody(), uris);
	}

	ClusterClient client(Duration responseTimeout, @Nullable SSLContext tls, AuthorizationSource authorization,
			URI... uris) {
		return client(settings(responseTimeout, tls, uris), authorization,
				() -> new Tick(Instant.now(), System.nanoTime()));
	}

	ClusterClient client(ClusterClient.Settings settings, AuthorizationSource authorization, Supplier<Tick> clock) {
		ClusterClient client = new ClusterClient(settings, authorization, clock);
		this.clients.add(client);
		return client;
	}

	static ClusterClient.Settings settings(Duration responseTimeout, @Nullable SSLContext tls, URI... uris) {
		return new ClusterClient.Settings(List.of(uris),
				new HttpTransport.Settings(Duration.ofSeconds(5), responseTimeout, Duration.ofMinutes(5), null, tls,
						null, 4 * 1024 * 1024, "slack-logging-opensearch-http", "slack.logging.opensearch.http"));
	}

	static ClusterAnswer send(ClusterClient client, ClusterRequest request) {
		return client.send(request).toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
	}

	/** Without any authorization. */
	static AuthorizationSource nobody() {
		return source(null);
	}

	static AuthorizationSource source(@Nullable String header) {
		return new AuthorizationSource() {

			@Override
			public @Nullable Secret authorization() {
				return (header != null) ? Secret.of(header) : null;
			}

			@Override
			public void refused() {
			}

		};
	}

	/** An address where nobody listens. */
	static URI nobodyThere() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return URI.create("http://localhost:" + socket.getLocalPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.clients.forEach(ClusterClient::close);
	}

}
