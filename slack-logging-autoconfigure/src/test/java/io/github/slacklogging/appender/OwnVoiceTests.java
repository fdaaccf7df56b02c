package io.github.slacklogging.appender;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnVoiceTests {

	private final LogbackFixture logback = new LogbackFixture();

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Orders", "io.github.slacklogging", "io.github.slacklogging.sample.Shop",
			"io.github.slacklogging.inbox.SlackInbox", "io.github.slacklogging.slackbot.Bot",
			"io.github.slackloggings.slack.X", "jdk.internal.httpclient.debug", "reactor.core.publisher.Operators",
			"org.springframework.web.reactive.function.client.ExchangeFunctions" })
	void applicationsOwnErrorsCount(String logger) {
		this.logback.logger(logger).error("I/O error");

		assertThat(this.logback.intake.events()).extracting(LogEvent::loggerName).containsExactly(logger);
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.github.slacklogging.Severity", "io.github.slacklogging.slack",
			"io.github.slacklogging.slack.WebClientSlackSender", "io.github.slacklogging.pipeline.Worker$1" })
	void errorsOfOurClassesAreDroppedAsSelf(String logger) {
		this.logback.logger(logger).error("I/O error");

		assertThat(this.logback.intake.events()).isEmpty();
		assertThat(this.logback.intake.drops()).containsExactly("SELF ERROR");
	}

	@Test
	void everyFolderOfTheLibraryIsOwn() throws Exception {
		List<String> folders = folders();

		assertThat(folders).contains("appender", "buffer", "channel");
		for (String folder : folders) {
			this.logback.logger("io.github.slacklogging." + folder + ".Some").error("I/O error");
		}
		assertThat(this.logback.intake.events()).isEmpty();
	}

	@Test
	void whateverOurThreadsLogIsDroppedAsSelf() throws Exception {
		Thread ours = new Thread(() -> this.logback.logger("jdk.internal.httpclient.debug").error("I/O error"),
				"slack-logging-http-1");
		Thread another = new Thread(() -> this.logback.logger("jdk.internal.httpclient.debug").error("I/O error"),
				"slack-loggings");
		ours.start();
		ours.join();
		another.start();
		another.join();

		assertThat(this.logback.intake.drops()).containsExactly("SELF ERROR");
		assertThat(this.logback.event().threadName()).isEqualTo("slack-loggings");
	}

	@Test
	void whatIsSaidOnPurposeIsNeitherTakenNorCounted() {
		this.logback.connect(Severity.DEBUG);

		this.logback.logger("slack.logging.dry-run").info("{}");
		this.logback.logger("slack.logging.diagnostics").error("step");
		this.logback.logger("slack.logging.report").warn("Nobody reads it");

		assertThat(this.logback.intake.events()).isEmpty();
		assertThat(this.logback.intake.drops()).isEmpty();
	}

	private static List<String> folders() throws Exception {
		try (Stream<Path> entries = Files.list(classes().resolve("io/github/slacklogging"))) {
			return entries.filter(Files::isDirectory).map((folder) -> folder.getFileName().toString()).toList();
		}
	}

	private static Path classes() throws URISyntaxException {
		return Path.of(SlackAppender.class.getProtectionDomain().getCodeSource().getLocation().toURI());
	}

}
