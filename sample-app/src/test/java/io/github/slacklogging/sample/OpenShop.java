package io.github.slacklogging.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.InboxFile;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole shop with its inbox, and somebody who presses buttons and reads. Times that
 * the page calls short are shorter still. Waits for things with patience.
 */
final class OpenShop implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final SlackInbox inbox = SlackInbox.start();

	private final JsonMapper json = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	OpenShop(Path folder) {
		this(folder, Duration.ofSeconds(3));
	}

	OpenShop(Path folder, Duration quietAfter) {
		List<String> arguments = List.of("--server.port=0", "--slack.logging.enabled=true",
				"--slack.logging.inbox.enabled=false", "--slack.logging.inbox.port=" + this.inbox.port(),
				"--slack.logging.api-url=" + this.inbox.apiUrl(),
				"--slack.logging.destinations.orders.bot-token=" + this.inbox.botToken(),
				"--slack.logging.rate-limit.per-second=50", "--slack.logging.rate-limit.burst=50",
				"--slack.logging.digest.every=2s", "--slack.logging.grouping.quiet-after=" + quietAfter,
				"--slack.logging.circuit-breaker.open-for=1s", "--sample.stock-taking-pause=200ms",
				"--logging.file.name=" + folder.resolve("orders-api.json"),
				"--sample.log-page=http://localhost:8080/log.html");
		this.context = SpringApplication.run(SampleApplication.class, arguments.toArray(String[]::new));
	}

	SlackInbox inbox() {
		return this.inbox;
	}

	List<Situation> situations() {
		return this.context.getBean(Storefront.class).situations();
	}

	URI address() {
		return URI.create("http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + "/");
	}

	/** Presses a button, and says what the receipt says. */
	String press(String name) {
		HttpRequest request = HttpRequest.newBuilder(address().resolve("trouble/" + name))
			.POST(BodyPublishers.noBody())
			.build();
		return this.json.readTree(send(request)).get("done").asString();
	}

	JsonNode health() {
		return this.json.readTree(send(HttpRequest.newBuilder(address().resolve("actuator/health")).build()))
			.at("/components/slackLogging");
	}

	JsonNode awaitHealth(Predicate<JsonNode> condition) {
		return eventually(this::health, condition);
	}

	/** The names of the files in a thread, when there are any. */
	List<String> filesInThreadOf(InboxMessage message) {
		return eventually(() -> this.inbox.replies(message.ts())
			.stream()
			.flatMap((reply) -> reply.files().stream())
			.map(InboxFile::name)
			.toList(), (files) -> !files.isEmpty());
	}

	private static <T> T eventually(Callable<T> question, Predicate<T> answered) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(50))
			.until(question, answered);
	}

	/** The first message, or form of one, that holds all these texts. */
	InboxMessage message(String... texts) {
		Instant end = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(end)) {
			InboxMessage message = this.inbox.takeMessage(Duration.between(Instant.now(), end));
			if (Stream.of(texts).allMatch(message.allText()::contains)) {
				return message;
			}
		}
		throw new AssertionError("no message with " + List.of(texts));
	}

	private String send(HttpRequest request) {
		try {
			HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new AssertionError(request + " was answered " + response.statusCode() + ": " + response.body());
			}
			return response.body();
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(request.toString(), ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.inbox.close();
	}

}
