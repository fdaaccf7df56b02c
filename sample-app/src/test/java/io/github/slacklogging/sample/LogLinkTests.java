package io.github.slacklogging.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** From a message in Slack to the line in the log, with the whole application. */
@ExtendWith(OutputCaptureExtension.class)
class LogLinkTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final SlackInbox inbox = SlackInbox.start();

	private final JsonMapper json = new JsonMapper();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private ConfigurableApplicationContext context;

	/** Boot sets logging up once in a JVM, and other tests leave applications open. */
	@BeforeEach
	@AfterEach
	void letLoggingBeSetUpAnew() {
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.inbox.close();
	}

	@Test
	void linkOfALogStoreFindsExactlyTheLineThatTheMessageTells(CapturedOutput output) throws Exception {
		start("--slack.logging.link.template=", "--slack.logging.link.trace-template=",
				"--slack.logging.link.type=opensearch-dashboards",
				"--slack.logging.link.base-url=https://dashboards.example.org",
				"--slack.logging.link.index-pattern-id=orders");
		press("declined-payment");
		InboxMessage message = messageWith("declined");
		MessageLinks links = MessageLinks.of(message);
		assertThat(links.byLabel()).containsKeys("View full log", "all like this", "trace");

		JsonNode line = only(answers(links.behind("View full log")));
		assertThat(line.at("/message").asString()).startsWith("Payment of order ").contains(" declined");
		String id = line.at("/log_id").asString();
		assertThat(message.allText()).contains("log id `" + id + "`");
		assertThat(output.toString().lines().filter((text) -> text.contains("[" + id + "]"))).singleElement()
			.asString()
			.contains("ERROR", line.at("/message").asString());

		assertThat(answers(links.behind("trace"))).contains(line)
			.allSatisfy((other) -> assertThat(other.at("/traceId")).isEqualTo(line.at("/traceId")));
		assertThat(answers(links.behind("all like this"))).contains(line)
			.allSatisfy((other) -> assertThat(other.at("/log/logger")).isEqualTo(line.at("/log/logger")))
			.allSatisfy((other) -> assertThat(other.at("/message").asString()).contains("declined"));
	}

	@Test
	void linkOfTheSampleItselfShowsTheLine() throws Exception {
		start();
		press("database-down");
		InboxMessage message = messageWith("Connection refused");
		MessageLinks links = MessageLinks.of(message);
		assertThat(links.byLabel()).containsKeys("View full log", "trace", "same logger");
		JsonNode line = only(shown(links.behind("View full log")));
		assertThat(message.allText()).contains("log id `" + line.at("/log_id").asString() + "`");
		assertThat(shown(links.behind("trace"))).contains(line);
		assertThat(shown(links.behind("same logger"))).contains(line);
	}

	private void start(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--slack.logging.enabled=true",
				"--slack.logging.inbox.enabled=false", "--slack.logging.api-url=" + this.inbox.apiUrl(),
				"--slack.logging.destinations.orders.bot-token=" + this.inbox.botToken(),
				"--logging.file.name=" + logFile(), "--sample.log-page=http://localhost:8080/log.html"));
		all.addAll(List.of(arguments));
		this.context = SpringApplication.run(SampleApplication.class, all.toArray(String[]::new));
	}

	private Path logFile() {
		return this.folder.resolve("orders-api.json");
	}

	private void press(String trouble) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(here("/trouble/" + trouble))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
			.isEqualTo(200);
	}

	private URI here(String pathAndQuery) {
		return URI.create(
				"http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + pathAndQuery);
	}

	private InboxMessage messageWith(String text) {
		Instant end = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(end)) {
			InboxMessage message = this.inbox.takeMessage(PATIENCE);
			if (message.allText().contains(text)) {
				return message;
			}
		}
		throw new AssertionError("no message with " + text);
	}

	/** Does what a log store does: reads the question and looks through the lines. */
	private List<JsonNode> answers(String link) throws IOException {
		AskedLink asked = AskedLink.of(link);
		return Files.readAllLines(logFile()).stream().map(this.json::readTree).filter((line) -> {
			Instant time = Instant.parse(line.get("@timestamp").asString());
			return !time.isBefore(asked.from()) && !time.isAfter(asked.to()) && asked.wanted()
				.entrySet()
				.stream()
				.allMatch((field) -> field.getValue().stream().allMatch((value) -> holds(line, field.getKey(), value)));
		}).toList();
	}

	private static boolean holds(JsonNode line, String field, String value) {
		String held = line.at("/" + field.replace('.', '/')).asString("");
		return field.equals("message") ? held.contains(value) : held.equals(value);
	}

	/** What the page behind the link asks for. */
	private List<JsonNode> shown(String link) throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(here("/log-lines?" + URI.create(link).getRawQuery())).build(),
					HttpResponse.BodyHandlers.ofString());
		List<JsonNode> lines = new ArrayList<>();
		this.json.readTree(response.body()).forEach(lines::add);
		return lines;
	}

	private static JsonNode only(List<JsonNode> lines) {
		assertThat(lines).hasSize(1);
		return lines.get(0);
	}

}
