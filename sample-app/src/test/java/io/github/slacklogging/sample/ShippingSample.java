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

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.awaitility.Awaitility;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole sample with its profile {@code opensearch}, and what somebody does who reads
 * its inbox. Waits for things with patience.
 */
final class ShippingSample implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** No message for so long: Slack's limit holds none back any more. */
	private static final Duration QUIET = Duration.ofMillis(2_500);

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	/**
	 * Starts it.
	 * @param nodePort where its node listens, or does not
	 * @param folder of its log file
	 * @param more arguments
	 */
	ShippingSample(int nodePort, Path folder, String... more) {
		List<String> arguments = List.of("--spring.profiles.active=opensearch", "--opensearch.port=" + nodePort,
				"--server.port=0", "--slack.logging.enabled=true", "--slack.logging.inbox.enabled=false",
				"--slack.logging.api-url=" + this.inbox.apiUrl(),
				"--slack.logging.destinations.orders.bot-token=" + this.inbox.botToken(),
				"--logging.file.name=" + folder.resolve("orders-api.json"),
				"--sample.log-page=http://localhost:8080/log.html",
				"--slack.logging.link.base-url=http://localhost:8080");
		this.context = SpringApplication.run(SampleApplication.class,
				Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
	}

	SlackInbox inbox() {
		return this.inbox;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	HttpResponse<String> get(String pathAndQuery) {
		return send(HttpRequest.newBuilder(here(pathAndQuery)).build());
	}

	HttpResponse<String> press(String trouble) {
		return send(HttpRequest.newBuilder(here("/trouble/" + trouble)).POST(BodyPublishers.noBody()).build());
	}

	private URI here(String pathAndQuery) {
		return URI.create(
				"http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + pathAndQuery);
	}

	/** Asks whomever. */
	HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(request.toString(), ex);
		}
	}

	InboxMessage messageWith(String text) {
		Instant end = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(end)) {
			InboxMessage message = this.inbox.takeMessage(PATIENCE);
			if (message.allText().contains(text)) {
				return message;
			}
		}
		throw new AssertionError("no message with " + text);
	}

	void awaitQuiet() {
		eventually(() -> this.inbox.messages().stream().map(InboxMessage::receivedAt).max(Instant::compareTo),
				(latest) -> latest.isEmpty() || latest.get().isBefore(Instant.now().minus(QUIET)));
	}

	static <T> T eventually(Callable<T> question, Predicate<T> answered) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(20))
			.until(question, answered);
	}

	@Override
	public void close() {
		this.context.close();
		this.inbox.close();
	}

}
