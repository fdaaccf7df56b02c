package io.github.slacklogging.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.slacklogging.testing.RawServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The password stands nowhere, even where every logger tells all it knows. */
class ClusterSecrecyTests {

	private static final String SECRET = "sesame_test";

	private static final ClusterRequest BULK = ClusterRequest
		.bulk("{\"create\":{}}\n{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));

	private final List<String> said = new ArrayList<>();

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final ClusterFixture fixture = new ClusterFixture();

	private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			String thrown = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
					: "";
			note(event.getLevel() + " " + event.getLoggerName() + " " + event.getThreadName() + " "
					+ event.getFormattedMessage() + " " + thrown);
		}

	};

	@BeforeEach
	void listen() {
		this.listener.setContext(this.root.getLoggerContext());
		this.listener.start();
		this.root.addAppender(this.listener);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void restore() {
		this.root.setLevel(this.level);
		this.root.detachAppender(this.listener);
		this.fixture.close();
	}

	@Test
	void noLogAnswerOrDescriptionTellsTheAuthorization() {
		try (AnsweringNode node = AnsweringNode.start();
				RawServer broken = RawServer.start((socket, in) -> RawServer.reset(socket));
				RawServer hanging = RawServer.start((socket, in) -> RawServer.readAll(in))) {
			for (URI uri : List.of(node.uri(), broken.uri("http"), broken.uri("https"), hanging.uri("http"),
					ClusterFixture.nobodyThere(), URI.create("https://node.invalid"))) {
				ask("Basic " + SECRET, uri);
			}
			ask("Basic " + SECRET + "\n", node.uri());
			for (int status : List.of(302, 401, 403, 503)) {
				node.answering(status, "", Map.of("Location", "http://localhost:1/"));
				ask("ApiKey " + SECRET, node.uri());
			}
		}
		// The debug log of WebClient was on: it is what would have told.
		assertThat(snapshot()).anyMatch((line) -> line.contains("ExchangeFunctions") && line.contains("HTTP POST"));
		assertThat(snapshot())
			// The other side may say what it was asked.
			.filteredOn((line) -> !line.contains("com.sun.net.httpserver"))
			.noneMatch((line) -> line.contains(SECRET));
	}

	@Test
	void whatIsLoggedIsLoggedOnThreadsThatAreKnownAsOurs() {
		try (AnsweringNode node = AnsweringNode.start()) {
			ask("Basic " + SECRET, node.uri());
		}
		assertThat(snapshot()).filteredOn((line) -> line.contains("ExchangeFunctions") && line.contains("Response"))
			.isNotEmpty()
			.allMatch((line) -> line.contains(" slack-logging-opensearch-http-"));
	}

	@Test
	void debugLogOfTheJdkIsScreenedWhileTheClientLives() {
		try (AnsweringNode node = AnsweringNode.start()) {
			ask("Bearer " + SECRET, node.uri());
		}
		Filter filter = Objects
			.requireNonNull(java.util.logging.Logger.getLogger("jdk.httpclient.HttpClient").getFilter());
		assertThat(filter
			.isLoggable(new LogRecord(java.util.logging.Level.INFO, "HEADERS: Authorization: Bearer " + SECRET)))
			.isFalse();
		assertThat(filter.isLoggable(new LogRecord(java.util.logging.Level.INFO, "REQUEST: GET http://localhost/")))
			.isTrue();
	}

	private void ask(String authorization, URI uri) {
		ClusterClient client = this.fixture.client(ClusterFixture.SHORT, null, ClusterFixture.source(authorization),
				uri);
		note(client.toString());
		note(BULK.toString());
		note(ClusterFixture.send(client, BULK).toString());
	}

	private void note(String line) {
		synchronized (this.said) {
			this.said.add(line);
		}
	}

	private List<String> snapshot() {
		synchronized (this.said) {
			return List.copyOf(this.said);
		}
	}

}
