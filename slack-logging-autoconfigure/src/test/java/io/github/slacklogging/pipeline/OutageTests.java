package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.channel.ChannelRouting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said after an outage, and who takes over meanwhile.
 */
class OutageTests {

	private static final SendResult UNAVAILABLE = new SendResult.Unavailable("connect", "connect refused");

	private static final SendResult REVOKED = new SendResult.CredentialRefused("404", "no_service");

	@Test
	void outageThatOpenedTheCircuitIsToldBeforeWhatGathered() {
		PipelineHarness harness = new PipelineHarness().decorated();
		refuse(harness, 6);
		for (int i = 0; i < 60; i++) {
			harness.log(event().withSequence(i).withLogger("com.acme.L" + i % 4));
			harness.pass(Duration.ofSeconds(1));
		}
		harness.pass(Duration.ofMinutes(2));
		List<String> told = harness.texts("default").subList(6, harness.texts("default").size());
		assertThat(told).first().asString().contains("not reachable").contains("connect refused").contains("4 kinds");
		assertThat(told).noneMatch((text) -> text.contains("not reachable") && !text.equals(told.get(0)));
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void blipIsNotWorthAWord() {
		PipelineHarness harness = new PipelineHarness().decorated();
		refuse(harness, 2);
		harness.log(event());
		harness.pass(Duration.ofSeconds(20));
		assertThat(harness.texts("default")).noneMatch((text) -> text.contains("not reachable"));
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void afterAnOutageHundredsOfKindsAreAFewMessages() {
		PipelineHarness harness = new PipelineHarness().decorated();
		refuse(harness, 6);
		for (int i = 0; i < 900; i++) {
			harness.log(event().withSequence(i).withLogger("com.acme.L" + i % 300));
		}
		harness.log(event().withSeverity(Severity.CRITICAL).withLogger("com.acme.Ledger"));
		harness.pass(Duration.ofMinutes(3));
		assertThat(harness.status().waiting()).isZero();
		assertThat(harness.sender.sent().size()).isLessThanOrEqualTo(6 + 1 + 5);
		assertThat(harness.texts("default").get(7)).contains("CRITICAL");
	}

	@Test
	void hourOf503IsOneNoteAndAFewMessages() {
		PipelineHarness harness = new PipelineHarness().decorated();
		refuse(harness, 10_000);
		for (int i = 0; i < 3_600; i++) {
			harness.log(event().withSequence(i).withLogger("com.acme.L" + i % 5));
			harness.pass(Duration.ofSeconds(1));
		}
		int attempts = harness.sender.sent().size();
		assertThat(attempts).as("attempts during the hour").isLessThan(130);
		harness.sender.answerNormally();
		harness.pass(Duration.ofMinutes(8));
		assertThat(harness.sender.sent().size() - attempts).isLessThanOrEqualTo(8);
		assertThat(harness.status().waiting()).isZero();
		assertThat(harness.status().dropped()).isEmpty();
	}

	@Test
	void anotherDestinationTakesOverAfterAWhileSaysSoAndHandsBack() {
		PipelineHarness harness = standIn();
		refuse(harness, 5);
		harness.log(event().withSeverity(Severity.CRITICAL));
		harness.pass(Duration.ofSeconds(40));
		assertThat(harness.texts("backup")).isEmpty();
		refuse(harness, 1);
		harness.pass(Duration.ofSeconds(50));
		assertThat(harness.texts("backup")).singleElement().asString().contains("instead of").contains("default");
		assertThat(harness.status("default").waiting()).isZero();
		harness.pass(Duration.ofMinutes(2));
		harness.log(event().withLogger("com.acme.Other"));
		harness.pass(Duration.ofMinutes(1));
		assertThat(harness.texts("default")).last().asString().contains("Other: Order failed");
		assertThat(harness.texts("backup")).hasSize(1);
	}

	@Test
	void refusedCredentialIsStoodInForToo() {
		PipelineHarness harness = standIn();
		harness.sender.answerAlways("default", REVOKED);
		harness.log(event());
		harness.pass(Duration.ofMinutes(3));
		assertThat(harness.texts("backup")).singleElement().asString().contains("instead of");
		assertThat(harness.status("default").standIn()).isEqualTo("backup");
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void standInThatIsDeadTooLosesNothing() {
		PipelineHarness harness = standIn();
		harness.sender.answerAlways("default", UNAVAILABLE);
		harness.sender.answerAlways("backup", UNAVAILABLE);
		harness.log(event());
		harness.pass(Duration.ofMinutes(10));
		assertThat(harness.status("default").waiting()).isEqualTo(1);
		harness.sender.answerNormally();
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void standInDeliversItsOwnMessagesMeanwhile() {
		PipelineHarness harness = new PipelineHarness(List.of("default", "backup"),
				List.of(new ChannelRouting.Route(null, List.of("com.acme.Backup"), List.of(), List.of(), null,
						List.of(), List.of("backup"))),
				extras(null));
		harness.decorated();
		harness.sender.answerAlways("default", UNAVAILABLE);
		for (int i = 0; i < 100; i++) {
			harness.log(event().withSequence(i));
			harness.log(event().withSequence(1_000 + i).withLogger("com.acme.Backup"));
			harness.pass(Duration.ofSeconds(2));
		}
		harness.pass(Duration.ofMinutes(12));
		assertThat(harness.status().waiting()).isZero();
		assertThat(harness.texts("backup")).anyMatch((text) -> text.contains("instead of"))
			.anyMatch((text) -> !text.contains("instead of"));
	}

	@Test
	void fullTextGoesToTheFallbackLogWhileTheDestinationIsUndeliverable() {
		List<MaskedEvent> written = new ArrayList<>();
		PipelineHarness harness = new PipelineHarness(List.of("default"), List.of(), extras(log(written)));
		harness.decorated();
		harness.log(event().withSequence(1));
		harness.pass(Duration.ofSeconds(3));
		assertThat(written).isEmpty();
		refuse(harness, 3);
		harness.log(event().withSequence(2).withLogger("com.acme.Other"));
		harness.pass(Duration.ofSeconds(3));
		harness.log(event().withSequence(3).withLogger("com.acme.Other"));
		harness.run();
		assertThat(written).singleElement()
			.satisfies((event) -> assertThat(event.loggerName()).isEqualTo("com.acme.Other"));
		harness.pass(Duration.ofMinutes(2));
		harness.log(event().withSequence(4).withLogger("com.acme.Other"));
		harness.run();
		assertThat(written).hasSize(1);
	}

	private static PipelineHarness standIn() {
		PipelineHarness harness = new PipelineHarness(List.of("default", "backup"), List.of(), extras(null));
		return harness.decorated();
	}

	private static PipelineHarness.Extras extras(@Nullable FallbackLog fallback) {
		return new PipelineHarness.Extras(Map.of("default", new SlackPipeline.StandIn("backup", Duration.ofMinutes(1))),
				null, fallback);
	}

	private static FallbackLog log(List<MaskedEvent> written) {
		return new FallbackLog() {

			@Override
			public void write(String destination, MaskedEvent event) {
				written.add(event);
			}

			@Override
			public void close() {
			}

		};
	}

	private static void refuse(PipelineHarness harness, int times) {
		for (int i = 0; i < times; i++) {
			harness.sender.answer(UNAVAILABLE);
		}
	}

}
