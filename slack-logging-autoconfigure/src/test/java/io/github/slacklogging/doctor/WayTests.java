package io.github.slacklogging.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.slacklogging.Finding;
import io.github.slacklogging.Finding.Outcome;
import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.RawServer;
import io.github.slacklogging.testing.SelfSignedCertificate;
import io.github.slacklogging.testing.SocketServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The way to a host: proxy and TLS. */
class WayTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final String PROPERTY = "slack.logging.http.proxy";

	private static final URI SLACK = URI.create("https://hooks.slack.com/");

	@TempDir
	private Path folder;

	@Test
	void proxyIsTheConfiguredOneThenTheJvms() {
		ProxySelector jvm = ProxySelector.of(new InetSocketAddress("localhost", 3128));
		InetSocketAddress configured = InetSocketAddress.createUnresolved("proxy.example.org", 8080);
		assertThat(Route.to(SLACK, configured, PROPERTY, jvm).words()).isEqualTo("proxy.example.org:8080");
		assertThat(Route.to(SLACK, null, PROPERTY, jvm).words()).isEqualTo("localhost:3128");
		assertThat(Route.to(SLACK, null, PROPERTY, direct()).proxy()).isNull();
		assertThat(Route.to(URI.create("http://localhost:1/"), configured, PROPERTY, jvm).proxy()).isNull();
	}

	@Test
	void proxyThatIsThereIsToldWithWhoNamesIt() {
		try (SocketServer proxy = SocketServer.start((number, request) -> SocketServer.SILENCE)) {
			Finding finding = proxy("localhost", proxy.port(), Map.of(), Map.of()).get(0);
			assertThat(finding.outcome()).isEqualTo(Outcome.OK);
			assertThat(finding.detail())
				.isEqualTo("localhost:" + proxy.port() + " (" + PROPERTY + ") takes connections");
		}
	}

	@Test
	void proxyThatIsNotThereFails() {
		assertThat(proxy("localhost", 1, Map.of(), Map.of()).get(0).detail()).endsWith("takes no connection");
		Finding unknown = proxy("proxy.corp.invalid", 3128, Map.of(), Map.of()).get(0);
		assertThat(unknown.outcome()).isEqualTo(Outcome.FAILED);
		assertThat(unknown.detail()).contains("proxy.corp.invalid:3128").endsWith("cannot be resolved");
	}

	@Test
	void proxyThatOnlySomebodyBelievesInIsWarnedOf() {
		List<Finding> both = proxy("localhost", 1, Map.of("https.proxyHost", "other"), Map.of());
		assertThat(both).extracting(Finding::check).containsExactly("proxy", "JVM's proxy");
		Finding variable = new ProxyCheck("host a", new Route(null, "no proxy is configured"), TIMEOUT,
				new ProxyCheck.Surroundings(Map.<String, String>of()::get,
						Map.of("https_proxy", "http://u:XXX@p")::get))
			.examine()
			.get(0);
		assertThat(variable.outcome()).isEqualTo(Outcome.WARNING);
		assertThat(variable.toString()).contains("https_proxy").doesNotContain("XXX");
	}

	private static List<Finding> proxy(String host, int port, Map<String, String> properties,
			Map<String, String> variables) {
		return new ProxyCheck("host a", new Route(InetSocketAddress.createUnresolved(host, port), PROPERTY), TIMEOUT,
				new ProxyCheck.Surroundings(properties::get, variables::get))
			.examine();
	}

	@Test
	void certificateThatIsTrustedIsToldWithItsIssuerAndEnd() throws Exception {
		SSLContext context = SelfSignedCertificate.context(this.folder, "localhost");
		try (Server server = Server.start(context)) {
			Finding finding = tls(server.uri(), null, context, Instant.now());
			assertThat(finding.outcome()).isEqualTo(Outcome.OK);
			assertThat(finding.detail())
				.matches("TLSv1\\.3, certificate issued by 'CN=localhost', valid until \\d{4}.*");
			Finding soon = tls(server.uri(), null, context, Instant.now().plus(Duration.ofDays(85)));
			assertThat(soon.outcome()).isEqualTo(Outcome.WARNING);
		}
	}

	@Test
	void certificateThatNobodyTrustsIsToldWithWhoIssuedIt() throws Exception {
		try (Server server = Server.start(SelfSignedCertificate.context(this.folder, "localhost"))) {
			Finding finding = tls(server.uri(), null, SSLContext.getDefault(), Instant.now());
			assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(finding.detail()).contains("does not trust", "issued by 'CN=localhost'");
			assertThat(finding.advice()).contains("slack.logging.http.ssl-bundle");
		}
	}

	@Test
	void certificateOfAnotherHostAndOneThatEndedAreToldAsSuch() throws Exception {
		SSLContext context = SelfSignedCertificate.context(this.folder, "elsewhere.example");
		try (Server server = Server.start(context)) {
			assertThat(tls(server.uri(), null, context, Instant.now()).detail()).contains("that of another host");
			assertThat(tls(server.uri(), null, context, Instant.now().plus(Duration.ofDays(900))).detail())
				.startsWith("the certificate ended on");
		}
	}

	@Test
	void handshakeGoesThroughTheTunnelOfTheProxy() throws Exception {
		try (SocketServer proxy = SocketServer.start((number, request) -> SocketServer.answer("403 Forbidden", "no"))) {
			Finding finding = tls(SLACK, InetSocketAddress.createUnresolved("localhost", proxy.port()),
					SSLContext.getDefault(), Instant.now());
			assertThat(finding.outcome()).isEqualTo(Outcome.SKIPPED);
			assertThat(proxy.requests()).containsExactly("1 CONNECT hooks.slack.com:443 HTTP/1.1");
		}
	}

	@Test
	void whoSpeaksNoTlsIsToldAsSuch() throws Exception {
		try (RawServer server = RawServer.start((socket, in) -> {
			in.read();
			RawServer.answer(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
		})) {
			Finding finding = tls(server.uri("https"), null, SSLContext.getDefault(), Instant.now());
			assertThat(finding.detail()).contains("no agreement on TLS");
		}
	}

	private static Finding tls(URI uri, @Nullable InetSocketAddress proxy, SSLContext context, Instant now) {
		return new TlsCheck("host a", uri, new Route(proxy, PROPERTY), context, "slack.logging.http.ssl-bundle",
				TIMEOUT, () -> new Tick(now, 0))
			.examine()
			.get(0);
	}

	private static ProxySelector direct() {
		return new ProxySelector() {

			@Override
			public List<Proxy> select(URI uri) {
				return List.of(Proxy.NO_PROXY);
			}

			@Override
			public void connectFailed(URI uri, SocketAddress address, IOException failure) {
			}

		};
	}

	private record Server(HttpsServer server) implements AutoCloseable {

		static Server start(SSLContext context) {
			try {
				HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
				server.setHttpsConfigurator(new HttpsConfigurator(context));
				server.start();
				return new Server(server);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		URI uri() {
			return URI.create("https://localhost:" + this.server.getAddress().getPort() + "/");
		}

		@Override
		public void close() {
			this.server.stop(0);
		}

	}

}
