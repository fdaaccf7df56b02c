package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Applications that really start and ship to a server that takes everything. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class ShippingApplicationTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final List<String> headers = new CopyOnWriteArrayList<>();

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	@SuppressWarnings("NullAway.Init")
	private HttpServer node;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path directory;

	@BeforeEach
	void startNode() throws IOException {
		this.node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.node.createContext("/_bulk", this::take);
		this.node.start();
	}

	@AfterEach
	void stopNode() {
		this.node.stop(0);
		SLF4JBridgeHandler.uninstall();
	}

	@Test
	void applicationWithoutSlackShipsWithItsOwnMaskersAndItsPassword(CapturedOutput output) throws IOException {
		Path password = Files.writeString(this.directory.resolve("password"), "correct-horse_test\n");
		try (ConfigurableApplicationContext context = run("opensearch.username=ship",
				"opensearch.password-file=" + password)) {
			LoggerFactory.getLogger("com.acme.Orders").info("bought by kim, tried correct-horse_test");
			await().atMost(SOON).until(() -> shipped("bought by"));
			assertThat(context.getBean(PipelineView.class).status())
				.satisfies((status) -> assertThat(status.destinations()).isEmpty());
		}
		assertThat(String.join("\n", this.bodies)).contains("bought by ***, tried ***", "logs-orders-")
			.doesNotContain("kim", "correct-horse_test");
		assertThat(this.headers).containsOnly("Basic "
				+ Base64.getEncoder().encodeToString("ship:correct-horse_test".getBytes(StandardCharsets.UTF_8)));
		assertThat(output.getAll().lines().filter((line) -> line.contains("Nothing goes to Slack"))).hasSize(1);
	}

	@Test
	void filtersKeepEventsAwayFromSlackButNotFromTheSearch() {
		try (SlackInbox inbox = SlackInbox.start();
				ConfigurableApplicationContext context = run("webhook-url=" + inbox.webhookUrl(),
						"filter.exclude-loggers=com.acme.Noise", "spool.enabled=false")) {
			LoggerFactory.getLogger("com.acme.Noise").error("kept away by a property");
			LoggerFactory.getLogger("com.acme.Quiet").error("kept away by a bean");
			LoggerFactory.getLogger("com.acme.Orders").error(MarkerFactory.getMarker("CRITICAL"), "told to both");
			assertThat(inbox.takeMessage(SOON).text()).contains("told to both").doesNotContain("kept away");
			await().atMost(SOON)
				.until(() -> shipped("kept away by a property") && shipped("kept away by a bean")
						&& shipped("told to both"));
		}
	}

	@Test
	void sslBundleThatIsNotThereStopsTheStart(CapturedOutput output) {
		assertThatThrownBy(() -> run("opensearch.http.ssl-bundle=nowhere").close())
			.hasRootCauseInstanceOf(InvalidSlackLoggingConfigurationException.class);
		assertThat(output).contains("slack.logging.opensearch.http.ssl-bundle names an SSL bundle that cannot be used");
	}

	private boolean shipped(String text) {
		return this.bodies.stream().anyMatch((body) -> body.contains(text));
	}

	private void take(HttpExchange exchange) throws IOException {
		boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		byte[] bytes = (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
			.readAllBytes();
		String body = new String(bytes, StandardCharsets.UTF_8);
		this.bodies.add(body);
		this.headers.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
		String items = String.join(",",
				Collections.nCopies((int) body.lines().count() / 2, "{\"create\":{\"status\":201}}"));
		byte[] answer = ("{\"errors\":false,\"items\":[" + items + "]}").getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, answer.length);
		exchange.getResponseBody().write(answer);
		exchange.close();
	}

	private ConfigurableApplicationContext run(String... properties) {
		SpringApplication application = new SpringApplication(Shop.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		String address = "opensearch.uris=http://127.0.0.1:" + this.node.getAddress().getPort();
		return application.run(Stream
			.concat(Stream.of(address, "opensearch.template=none", "opensearch.bulk.linger=100ms",
					"service-name=Orders", "inbox.enabled=false", "shutdown.timeout=2s"), Arrays.stream(properties))
			.map((pair) -> "--slack.logging." + pair)
			.toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class Shop {

		@Bean
		EventMasker masker() {
			return (field, text) -> text.replace("kim", "***");
		}

		@Bean
		EventFilter filter() {
			return (event) -> !event.loggerName().equals("com.acme.Quiet");
		}

	}

}
