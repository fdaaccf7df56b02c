package io.github.slacklogging.slack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.slacklogging.Destination;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.SelfSignedCertificate;
import io.github.slacklogging.testing.SocketServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TlsAndProxyTests {

	private static final Destination HOOK = new Destination("default", Destination.Kind.WEBHOOK, null, "one");

	@TempDir
	private Path directory;

	@Test
	void certificateMustBeTrustedAndASslBundleCanTrustIt() throws Exception {
		SSLContext context = SelfSignedCertificate.context(this.directory, "localhost");
		HttpsServer server = startHttps(context);
		try {
			String url = "https://localhost:" + server.getAddress().getPort() + "/services/T000/B000/XXX_test";
			assertThat(send(settings(null, null), url)).isEqualTo(new SendResult.Unavailable("tls", "TLS failed"));
			assertThat(send(settings(null, context), url)).isEqualTo(new SendResult.Accepted("200"));
		}
		finally {
			server.stop(0);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void eitherOfTheNewOnesIsEnough(String protocol) throws Exception {
		SSLContext context = SelfSignedCertificate.context(this.directory, "localhost");
		HttpsServer server = startHttps(new HttpsConfigurator(context) {
			@Override
			public void configure(HttpsParameters parameters) {
				SSLParameters only = context.getDefaultSSLParameters();
				only.setProtocols(new String[] { protocol });
				parameters.setSSLParameters(only);
			}
		});
		try {
			String url = "https://localhost:" + server.getAddress().getPort() + "/services/T000/B000/XXX_test";
			assertThat(send(settings(null, context), url)).isEqualTo(new SendResult.Accepted("200"));
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void certificateOfAnotherHostIsRefusedDespiteTheBundle() throws Exception {
		SSLContext context = SelfSignedCertificate.context(this.directory, "elsewhere.example");
		HttpsServer server = startHttps(context);
		try {
			String url = "https://localhost:" + server.getAddress().getPort() + "/services/T000/B000/XXX_test";
			assertThat(send(settings(null, context), url)).isEqualTo(new SendResult.Unavailable("tls", "TLS failed"));
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void proxyIsAskedForTheHostAndNeverSeesTheSecret() {
		try (SocketServer proxy = SocketServer
			.start((number, request) -> SocketServer.answer("503 Service Unavailable", ""))) {
			SendResult result = send(settings("localhost:" + proxy.port(), null),
					"https://hooks.slack.com/services/T000/B000/XXX_test");
			assertThat(result).isInstanceOf(SendResult.Unavailable.class);
			assertThat(proxy.requests()).containsExactly("1 CONNECT hooks.slack.com:443 HTTP/1.1");
		}
	}

	@Test
	void proxyThatWantsAPasswordStopsTheDestination() {
		try (SocketServer proxy = SocketServer.start((number, request) -> SocketServer
			.answer("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"", ""))) {
			assertThat(send(settings("localhost:" + proxy.port(), null),
					"https://hooks.slack.com/services/T000/B000/XXX_test"))
				.isEqualTo(new SendResult.CredentialRefused("407", "http_407"));
		}
	}

	@Test
	void thisMachineIsReachedWithoutTheProxy() {
		try (SocketServer proxy = SocketServer.start((number, request) -> SocketServer.SILENCE);
				SocketServer server = SocketServer.start((number, request) -> SocketServer.answer("200 OK", "ok"))) {
			assertThat(send(settings("localhost:" + proxy.port(), null), server.url().toString()))
				.isEqualTo(new SendResult.Accepted("200"));
			assertThat(proxy.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "user:password@proxy:3128", "http://user:password@proxy:3128", "user@proxy:3128" })
	void proxyWithUserIsRefusedWithAPointer(String proxy) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(proxy, null))
			.withMessageStartingWith("slack.logging.http.proxy must not hold a user or a password")
			.withMessageContaining("jdk.http.auth.tunneling.disabledSchemes")
			.withMessageNotContainingAny("user:", "3128");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "proxy", "proxy:", ":3128", "proxy:99999", "proxy:3128/x", "http://proxy:3128" })
	void proxyMustBeHostAndPort(String proxy) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(proxy, null))
			.withMessage("slack.logging.http.proxy must be host:port");
	}

	@Test
	void badSettingsNameTheProperty() {
		assertBad("api-url", "https://example.com/api/", 1, 1, 1);
		assertBad("api-url", "http://slack.com/api/", 1, 1, 1);
		assertBad("http.connect-timeout", "https://slack.com/api/", 0, 1, 1);
		assertBad("http.response-timeout", "https://slack.com/api/", 1, -1, 1);
		assertBad("http.connection-max-age", "https://slack.com/api/", 1, 1, 9999);
	}

	private static void assertBad(String property, String apiUrl, int connect, int response, int maxAge) {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> new WebClientSlackSender.Settings(URI.create(apiUrl), Set.of(), Duration.ofSeconds(connect),
							Duration.ofSeconds(response), Duration.ofSeconds(maxAge), null, null, null))
			.withMessageStartingWith("slack.logging." + property + " must");
	}

	private static WebClientSlackSender.Settings settings(@Nullable String proxy, @Nullable SSLContext context) {
		return new WebClientSlackSender.Settings(URI.create("https://slack.com/api/"), Set.of(), Duration.ofSeconds(9),
				Duration.ofSeconds(9), Duration.ofMinutes(5), proxy, context, null);
	}

	private static SendResult send(WebClientSlackSender.Settings settings, String url) {
		WebClientSlackSender sender = new WebClientSlackSender(settings, (destination) -> Secret.of(url),
				() -> new Tick(Instant.EPOCH, 0));
		try {
			return sender.send(HOOK, new SlackCall.Post(new SlackMessage("text", null, null, null, null, null)))
				.toCompletableFuture()
				.orTimeout(30, TimeUnit.SECONDS)
				.join();
		}
		finally {
			sender.close();
		}
	}

	private static HttpsServer startHttps(SSLContext context) throws IOException {
		return startHttps(new HttpsConfigurator(context));
	}

	private static HttpsServer startHttps(HttpsConfigurator configurator) throws IOException {
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(configurator);
		server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(200, 2);
			exchange.getResponseBody().write(new byte[] { 'o', 'k' });
			exchange.close();
		});
		server.start();
		return server;
	}

}
