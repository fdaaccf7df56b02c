package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.ChannelRouter;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.DocumentBlock;
import io.github.slacklogging.testing.HeardVoice;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications that really start, and tell the way of every event. */
class DiagnosticsApplicationTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	@Test
	void wayOfAnEventIsToldAndNeverCaptured() {
		try (SlackInbox inbox = SlackInbox.start();
				ConfigurableApplicationContext application = run(inbox, "--slack.logging.level=DEBUG",
						"--logging.level.root=DEBUG", "--slack.logging.filter.include-loggers=com.acme,slack.logging");
				HeardVoice voice = new HeardVoice("slack.logging.diagnostics")) {
			LoggerFactory.getLogger("com.acme.Orders").error("Order 4711 failed");
			List<String> lines = awaitLine(voice, "acknowledged");
			String first = lines.stream()
				.filter((line) -> line.contains("com.acme.Orders kept"))
				.findFirst()
				.orElseThrow();
			assertThat(first).endsWith(" ERROR com.acme.Orders kept: no route matches → default");
			String id = first.split(" ")[1];
			assertThat(lines).noneMatch((line) -> line.startsWith("[channel]") && line.contains("slack.logging"));
			assertThat(inbox.messages()).noneMatch((message) -> message.allText().contains("[channel]"));
			new DocumentBlock("operations", "diagnostics").assertHolds(document(way(lines, id), id));
		}
	}

	@Test
	void beansOfTheApplicationAreNamedByTheirClasses() {
		try (SlackInbox inbox = SlackInbox.start();
				ConfigurableApplicationContext application = run(Choosy.class, inbox);
				HeardVoice voice = new HeardVoice("slack.logging.diagnostics")) {
			LoggerFactory.getLogger("com.acme.Noise").error("never mind");
			LoggerFactory.getLogger("com.acme.Secret").error("not for Slack");
			assertThat(awaitLine(voice, "com.acme.Secret")).satisfiesExactly(
					(line) -> assertThat(line)
						.endsWith("com.acme.Noise filtered: EventFilter " + NoNoise.class.getName()),
					(line) -> assertThat(line)
						.endsWith("com.acme.Secret filtered: ChannelRouter " + NoSecrets.class.getName()));
		}
	}

	@Test
	void nothingIsToldWhereDiagnosticsAreOff() {
		try (SlackInbox inbox = SlackInbox.start();
				ConfigurableApplicationContext application = run(inbox, "--slack.logging.diagnostics=false");
				HeardVoice voice = new HeardVoice("slack.logging.diagnostics")) {
			LoggerFactory.getLogger("com.acme.Orders").error(MarkerFactory.getMarker("CRITICAL"), "Order 4711 failed");
			assertThat(inbox.takeMessage(SOON).text()).contains("Order");
			assertThat(voice.lines()).isEmpty();
		}
	}

	/** Under its log id, then under its kind. */
	private static List<String> way(List<String> lines, String id) {
		String named = lines.stream().filter((line) -> line.contains(id + " is #")).findFirst().orElseThrow();
		String kind = named.substring(named.indexOf('#'), named.indexOf('#') + 8);
		return lines.stream().filter((line) -> line.contains(id) || line.contains(kind)).toList();
	}

	/** As it stands in the document, without what differs from run to run. */
	private static String document(List<String> lines, String id) {
		StringBuilder text = new StringBuilder("```text\n");
		for (String line : lines) {
			text.append(line.replace(id, "3k7d0v5m1q8zt-1c")
				.replaceAll("until \\S+Z", "until 2026-11-26T12:15:49Z")
				.replaceAll("after \\d+ ms", "after 143 ms")).append('\n');
		}
		return text.append("```\n").toString();
	}

	private static List<String> awaitLine(HeardVoice voice, String part) {
		Awaitility.await().atMost(SOON).until(() -> voice.lines().stream().anyMatch((line) -> line.contains(part)));
		return voice.lines();
	}

	private static ConfigurableApplicationContext run(SlackInbox inbox, String... arguments) {
		return run(OwnAutoConfigurations.class, inbox, arguments);
	}

	private static ConfigurableApplicationContext run(Class<?> source, SlackInbox inbox, String... arguments) {
		SpringApplicationBuilder builder = new SpringApplicationBuilder(source).web(WebApplicationType.NONE)
			.properties("slack.logging.diagnostics=true", "slack.logging.webhook-url=" + inbox.webhookUrl(),
					"slack.logging.spool.enabled=false", "spring.application.name=orders-api",
					"slack.logging.environment=prod");
		return builder.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class Choosy {

		@Bean
		EventFilter noNoise() {
			return new NoNoise();
		}

		@Bean
		ChannelRouter noSecrets() {
			return new NoSecrets();
		}

	}

	static final class NoNoise implements EventFilter {

		@Override
		public boolean accepts(LogEvent event) {
			return !event.loggerName().endsWith("Noise");
		}

	}

	static final class NoSecrets implements ChannelRouter {

		@Override
		public List<String> route(LogEvent event, List<String> proposed) {
			return event.loggerName().endsWith("Secret") ? List.of() : proposed;
		}

	}

}
