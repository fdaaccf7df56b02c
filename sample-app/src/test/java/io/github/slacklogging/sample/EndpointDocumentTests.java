package io.github.slacklogging.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import io.github.slacklogging.inbox.Calls;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Every example of {@code docs/endpoint.md}, asked of an application that runs. */
class EndpointDocumentTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String ENDPOINT = "/actuator/slacklogging";

	private final Logger log = LoggerFactory.getLogger("io.github.slacklogging.sample.OrderService");

	private final SlackInbox inbox = SlackInbox.start();

	private final JsonMapper json = new JsonMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private ConfigurableApplicationContext context;

	/** Boot sets logging up once in a JVM, and other tests leave applications open. */
	@BeforeEach
	void start() {
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
		this.context = SpringApplication.run(Application.class, "--server.port=0", "--slack.logging.enabled=true",
				"--slack.logging.inbox.enabled=false", "--slack.logging.service-version=1.4.2",
				"--slack.logging.api-url=" + this.inbox.apiUrl(),
				"--slack.logging.destinations.orders.bot-token=" + this.inbox.botToken(),
				"--slack.logging.destinations.oncall.webhook-url=" + this.inbox.webhookUrl(),
				"--slack.logging.spool.enabled=true", "--slack.logging.spool.directory=" + this.folder.resolve("spool"),
				"--logging.file.name=" + this.folder.resolve("orders-api.json"));
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.inbox.close();
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	@Test
	void everyExampleIsAnsweredAsTheDocumentShowsIt() throws Exception {
		JsonNode status = incidentsMutesAndADeadLetter();
		String fingerprint = status.at("/incidents/0/fingerprint").asString();
		List<EndpointExample> examples = EndpointExample.all();
		assertThat(examples).hasSizeGreaterThan(10);
		for (EndpointExample example : examples) {
			assertAnswered(example.with(fingerprint));
		}
	}

	@Test
	void everyActionHasAnExample() throws Exception {
		String error = this.json
			.readTree(answer(new EndpointExample("POST", ENDPOINT, "{\"action\":\"none\"}", 400, "")).body())
			.get("error")
			.asString();
		String documented = EndpointExample.all().toString();
		assertThat(error.substring(error.indexOf(':') + 1).strip().split(", ")).hasSizeGreaterThan(5)
			.allSatisfy((action) -> assertThat(documented).contains("\"action\": \"" + action + "\""));
	}

	private void assertAnswered(EndpointExample example) throws IOException, InterruptedException {
		HttpResponse<String> response = answer(example);
		assertThat(response.statusCode()).as("%s%n%s", example, response.body()).isEqualTo(example.status());
		if (example.answer().isEmpty()) {
			assertThat(response.body()).as(example.toString()).isEmpty();
			return;
		}
		List<String> differences = ExampleAnswer.differences(this.json.readTree(example.answer()),
				this.json.readTree(response.body()));
		assertThat(differences).as("%s%n%s", example, response.body()).isEmpty();
	}

	/** Two messages that Slack shows, one that it refuses, one logger that is muted. */
	private JsonNode incidentsMutesAndADeadLetter() throws Exception {
		this.inbox.answerAlways(Calls.of("chat.postMessage"), Reply.apiError("invalid_blocks"));
		this.log.error("Label of order {} cannot be printed", 4710);
		awaitStatus("a dead letter", (status) -> !status.at("/deadLetters").isEmpty());
		this.inbox.answerNormally();
		answer(new EndpointExample("POST", ENDPOINT,
				"{\"action\": \"mute\", \"logger\": \"com.acme.batch\", \"for\": \"next-version\"}", 200, ""));
		for (int i = 0; i < 3; i++) {
			this.log.error("Payment of order {} declined", 4711 + i, new IllegalStateException("HTTP 402"));
		}
		return awaitStatus("a message", (status) -> status.at("/events/waiting").intValue() == 0
				&& status.at("/events/accepted").intValue() == 4 && status.at("/incidents").size() == 2);
	}

	private JsonNode awaitStatus(String what, Predicate<JsonNode> condition) {
		return Awaitility.await(what).atMost(PATIENCE).until(this::status, condition);
	}

	private JsonNode status() throws IOException, InterruptedException {
		return this.json.readTree(answer(new EndpointExample("GET", ENDPOINT, "", 200, "")).body());
	}

	private HttpResponse<String> answer(EndpointExample example) throws IOException, InterruptedException {
		URI uri = URI.create(
				"http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + example.path());
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
		return this.http.send(
				request.method(example.method(), HttpRequest.BodyPublishers.ofString(example.body())).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	/** No configuration that the sample's own scan would find. */
	@EnableAutoConfiguration
	static class Application {

	}

}
