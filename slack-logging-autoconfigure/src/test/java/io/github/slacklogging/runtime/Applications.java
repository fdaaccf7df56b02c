package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real Spring applications in this JVM, with an inbox as their Slack. Closing it closes
 * them and holds every one of these tests to the same end: each event was told once, and
 * no thread is left.
 */
final class Applications implements AutoCloseable {

	static final String LOGGER = "shop.orders";

	/** Each makes an error of another kind, so that a doubled one shows as ×2. */
	private static final List<String> TOWNS = List.of("Athens", "Bergen", "Cairo", "Dublin", "Essen", "Florence",
			"Geneva", "Hamburg", "Izmir", "Jerez");

	private static final Pattern REPEATED = Pattern.compile("×[^1]|×1\\d");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final SlackInbox inbox = SlackInbox.start();

	private final Deque<ConfigurableApplicationContext> open = new ArrayDeque<>();

	private final List<String> logged = new ArrayList<>();

	SlackInbox inbox() {
		return this.inbox;
	}

	/** An application without beans of its own. */
	ConfigurableApplicationContext start(String... arguments) {
		return start(OwnAutoConfigurations.class, arguments);
	}

	ConfigurableApplicationContext start(Class<?> source, String... arguments) {
		return opened(builder(source).build().run(arguments(this.inbox, arguments)));
	}

	/** An application that has another Slack. */
	ConfigurableApplicationContext startWith(SlackInbox other) {
		return opened(builder(OwnAutoConfigurations.class).build().run(arguments(other)));
	}

	SpringApplicationBuilder builder(Class<?> source) {
		return new SpringApplicationBuilder(source).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF);
	}

	String[] arguments(SlackInbox slack, String... more) {
		List<String> all = new ArrayList<>(
				List.of("--slack.logging.webhook-url=" + slack.webhookUrl(), "--slack.logging.batch.linger=20ms",
						"--slack.logging.rate-limit.per-second=100", "--slack.logging.rate-limit.burst=100"));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	ConfigurableApplicationContext opened(ConfigurableApplicationContext context) {
		this.open.push(context);
		return context;
	}

	/** Logs one error, which must reach the inbox. */
	void assertErrorIsTold() {
		assertErrorIsTold(LOGGER);
	}

	void assertErrorIsTold(String logger) {
		assertErrorIsTold(logger, this.inbox);
	}

	void assertErrorIsTold(String logger, SlackInbox slack) {
		logError(logger);
		assertLoggedErrorIsTold(slack);
	}

	/** Logs one error on this thread. */
	void logError() {
		logError(LOGGER);
	}

	private void logError(String logger) {
		String text = "Delivery to " + TOWNS.get(this.logged.size()) + " failed";
		this.logged.add(text);
		LoggerFactory.getLogger(logger).error(text);
	}

	/** The error that was logged last must reach the inbox. */
	void assertLoggedErrorIsTold() {
		assertLoggedErrorIsTold(this.inbox);
	}

	private void assertLoggedErrorIsTold(SlackInbox slack) {
		String text = this.logged.get(this.logged.size() - 1);
		String told = "";
		while (!told.contains(text)) {
			// a failed start may be told meanwhile; at the end there is no message left
			told = slack.takeMessage(PATIENCE).allText();
		}
	}

	/** Exactly one appender hears this logger. */
	void assertOneAppender(String logger) {
		assertThat(AppenderPlaces.heardFrom(logger)).as("appenders that hear " + logger).hasSize(1);
	}

	void assertOneAppender() {
		assertOneAppender(LOGGER);
	}

	/** Waits until a failed start has been told. */
	void awaitFlush() {
		Awaitility.await().atMost(PATIENCE).until(() -> !ownThreads().contains("slack-logging-flush"));
	}

	/** How many actions Boot would call at the end of the JVM; its field is read. */
	static int shutdownHandlers() {
		Object handlers = SpringApplication.getShutdownHandlers();
		return ((Collection<?>) Objects.requireNonNull(ReflectionTestUtils.getField(handlers, "actions"))).size();
	}

	static LoggerContext logback() {
		return (LoggerContext) LoggerFactory.getILoggerFactory();
	}

	/** Closes all applications; what they still had to tell has arrived afterwards. */
	void closeAll() {
		while (!this.open.isEmpty()) {
			this.open.pop().close();
		}
	}

	List<String> texts() {
		return this.inbox.messages().stream().map(InboxMessage::allText).toList();
	}

	@Override
	public void close() {
		closeAll();
		Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(ownThreads()).isEmpty());
		for (String text : this.logged) {
			assertThat(texts()).filteredOn((told) -> told.contains(text)).as(text).hasSizeLessThanOrEqualTo(1);
		}
		assertThat(texts()).noneMatch(REPEATED.asPredicate());
		assertThat(AppenderPlaces.heardFrom(LOGGER)).isEmpty();
		this.inbox.close();
	}

	private static List<String> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("slack-logging-"))
			.toList();
	}

}
