package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import io.github.slacklogging.PipelineState;
import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting.Route;
import io.github.slacklogging.worker.Round;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The journey of events on a clock moved by hand. {@link PipelineHarness} checks the
 * books after every round.
 */
class SlackPipelineTests {

	private static final SendResult THROTTLED = new SendResult.Throttled("429", Duration.ofSeconds(3));

	private static final SendResult UNAVAILABLE = new SendResult.Unavailable("none", "connect refused");

	private static final SendResult UNCLEAR = new SendResult.Unclear("none", "no answer");

	@Test
	void errorIsToldAfterTheLinger() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.log(event());
		harness.run();
		assertThat(harness.sender.sent()).isEmpty();
		harness.pass(Duration.ofSeconds(1));
		assertThat(harness.texts("default")).hasSize(1).first().asString().contains("Order failed");
		assertThat(harness.status().delivered()).containsEntry(DeliveryKind.SHOWN, 1L);
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void senderGetsReadyWhileTheFirstErrorWaits() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.run();
		assertThat(harness.sender.announcements()).isZero();
		harness.log(event());
		harness.run();
		assertThat(harness.sender.announcements()).isOne();
		assertThat(harness.sender.sent()).isEmpty();
		harness.log(event().withSequence(2));
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.sender.announcements()).isOne();
	}

	@Test
	void senderThatGotReadyBeforeTheApplicationWasKnownIsToldOnceMore() {
		PipelineHarness harness = new PipelineHarness();
		harness.log(event());
		harness.run();
		assertThat(harness.sender.announcements()).isZero();
		harness.pass(Duration.ofSeconds(11));
		assertThat(harness.sender.announcements()).isOne();
		harness.decorated();
		harness.log(event().withSequence(2));
		harness.run();
		assertThat(harness.sender.announcements()).isEqualTo(2);
	}

	@Test
	void criticalIsToldAtOnce() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.log(event().withSeverity(Severity.CRITICAL));
		harness.run();
		assertThat(harness.sender.sent()).hasSize(1);
	}

	@Test
	void thousandRepeatsAreOneMessageWithAnExactCount() {
		PipelineHarness harness = new PipelineHarness().decorated();
		for (int i = 0; i < 900; i++) {
			harness.log(event().withSequence(i));
		}
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.texts("default")).hasSize(1).first().asString().contains("900");
		assertThat(harness.status().delivered()).containsEntry(DeliveryKind.SHOWN, 1L)
			.containsEntry(DeliveryKind.FOLDED, 899L);
	}

	@Test
	void warningWaitsForTheDigest() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.log(event().withSeverity(Severity.WARN));
		harness.pass(Duration.ofMinutes(4));
		assertThat(harness.sender.sent()).isEmpty();
		assertThat(harness.status().waiting()).isOne();
		harness.pass(Duration.ofSeconds(61));
		assertThat(harness.sender.sent()).hasSize(1);
	}

	@Test
	void steadyErrorSpeaksAtMilestonesAndWhenItGoesQuiet() {
		PipelineHarness harness = new PipelineHarness().decorated();
		for (int second = 0; second < 600; second++) {
			harness.log(event().withSequence(second));
			harness.pass(Duration.ofSeconds(1));
		}
		assertThat(harness.texts("default")).hasSize(3);
		assertThat(harness.texts("default").get(1)).contains("reached 10");
		assertThat(harness.texts("default").get(2)).contains("reached 100");
		harness.pass(Duration.ofMinutes(16));
		assertThat(harness.texts("default")).hasSize(4).last().asString().contains("Quiet", "600");
		assertThat(harness.status().waiting()).isZero();
		assertThat(harness.status().accepted()).isEqualTo(600);
	}

	@Test
	void nothingLeavesBeforeTheApplicationsMaskersAreKnown() {
		PipelineHarness harness = new PipelineHarness();
		harness.log(event().withSeverity(Severity.CRITICAL).withMessage("for kim"));
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.sender.sent()).isEmpty();
		harness.decorated((field, text) -> text.replace("kim", "[name]"));
		harness.run();
		assertThat(harness.texts("default")).hasSize(1).first().asString().contains("name").doesNotContain("kim");
	}

	@Test
	void afterTheLongestHoldEventsLeaveWithoutTheirContext() {
		PipelineHarness harness = new PipelineHarness();
		harness.log(event().withSeverity(Severity.CRITICAL).withMdc(Map.of("requestId", "req-77")));
		harness.pass(Duration.ofSeconds(11));
		assertThat(harness.sender.sent()).hasSize(1);
		assertThat(harness.sender.sent().get(0).message().attachments()).doesNotContain("req-77");
	}

	@Test
	void throttledMessageWaitsAndTellsTheStateOfThen() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answer(THROTTLED);
		harness.log(event());
		harness.pass(Duration.ofMillis(1100));
		harness.log(event().withSequence(2));
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.sender.sent()).hasSize(1);
		// its turn comes within the two seconds of which each has a permit now
		harness.pass(Duration.ofSeconds(4));
		assertThat(harness.sender.sent()).hasSize(2);
		assertThat(harness.texts("default").get(1)).contains("2");
		assertThat(harness.status("default").consecutiveFailures()).isZero();
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void outageKeepsKindsAndCountsAndEndsInFewMessages() {
		PipelineHarness harness = new PipelineHarness().decorated();
		for (int i = 0; i < 8; i++) {
			harness.sender.answer(UNAVAILABLE);
		}
		for (int second = 0; second < 120; second++) {
			harness.log(event().withSequence(second).withLogger("com.acme.L" + second % 3));
			harness.pass(Duration.ofSeconds(1));
		}
		harness.pass(Duration.ofMinutes(6));
		assertThat(harness.status().waiting()).isZero();
		assertThat(harness.status().dropped()).isEmpty();
		assertThat(harness.sender.sent().size()).isLessThan(24);
	}

	@Test
	void circuitOpensAfterFiveFailuresAndClosesAgain() {
		PipelineHarness harness = new PipelineHarness().decorated();
		for (int i = 0; i < 5; i++) {
			harness.sender.answer(UNAVAILABLE);
		}
		harness.log(event());
		while (harness.sender.sent().size() < 5) {
			harness.pass(Duration.ofMillis(500));
		}
		assertThat(harness.status("default").circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(harness.status("default").lastFailureReason()).isEqualTo("connect refused");
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status("default").circuit()).isEqualTo(CircuitState.CLOSED);
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void unclearAnswerIsRepeatedOnceAtOnceAndMarked() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answer(UNCLEAR);
		harness.log(event());
		harness.pass(Duration.ofMillis(2100));
		assertThat(harness.sender.sent()).hasSize(2);
		assertThat(harness.sender.sent().get(0).message().attachments()).doesNotContain("may be a repeat");
		assertThat(harness.sender.sent().get(1).message().attachments()).contains("may be a repeat");
	}

	@Test
	void refusedPayloadIsSentReducedOnceAndThenCounted() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answer(new SendResult.PayloadRefused("400", "invalid_blocks"))
			.answer(new SendResult.PayloadRefused("400", "invalid_payload"));
		harness.log(event());
		harness.pass(Duration.ofSeconds(3));
		assertThat(harness.sender.sent()).hasSize(2);
		assertThat(harness.sender.sent().get(1).message().isReduced()).isTrue();
		assertThat(harness.status().dropped()).containsEntry(DropReason.REJECTED, 1L);
		assertThat(harness.stderr).first().asString().contains("invalid_payload");
	}

	@Test
	void refusedDestinationStopsAloneAndIsSaidOnce() {
		PipelineHarness harness = new PipelineHarness(List.of("default", "oncall"), List.of(new Route(Severity.CRITICAL,
				List.of(), List.of(), List.of(), null, List.of(), List.of("oncall", "default"))))
			.decorated();
		harness.sender.answer(new SendResult.Accepted("200"))
			.answer(new SendResult.CredentialRefused("404", "no_service"));
		harness.log(event().withSeverity(Severity.CRITICAL));
		harness.pass(Duration.ofSeconds(20));
		DestinationStatus refused = harness.status()
			.destinations()
			.stream()
			.filter((destination) -> destination.stoppedBy() != null)
			.findFirst()
			.orElseThrow();
		assertThat(refused.stoppedBy()).isEqualTo("no_service");
		assertThat(refused.waiting()).isOne();
		assertThat(harness.sender.sent()).hasSize(2);
		assertThat(harness.stderr).hasSize(1).first().asString().contains(refused.name(), "no_service");
		assertThat(harness.status().accepted()).isEqualTo(2);
	}

	@Test
	void deadDestinationDelaysNoOther() {
		PipelineHarness harness = new PipelineHarness(List.of("default", "team"), List
			.of(new Route(null, List.of("com.acme.team"), List.of(), List.of(), null, List.of(), List.of("team"))))
			.decorated();
		CompletableFuture<SendResult> never = harness.sender.answerLater();
		harness.log(event().withLogger("com.acme.team.Job"));
		harness.pass(Duration.ofSeconds(2));
		harness.log(event().withSequence(2));
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.texts("default")).hasSize(1);
		assertThat(harness.status("team").waiting()).isOne();
		never.complete(new SendResult.Accepted("200"));
		harness.run();
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void fullBufferTurnsErrorsAwayAndCountsThem() {
		PipelineHarness harness = new PipelineHarness(List.of("default"), List.of(),
				new EventBuffer.Settings(100, 1_000_000))
			.decorated();
		for (int i = 0; i < 150; i++) {
			harness.log(event().withSequence(i));
		}
		harness.run();
		assertThat(harness.status().dropped()).containsEntry(DropReason.QUEUE_FULL, 55L);
		assertThat(harness.status().accepted()).isEqualTo(150);
		assertThat(harness.stderr).hasSize(1).first().asString().contains("queue_full");
	}

	@Test
	void filteredEventIsCountedAndNeverAccepted() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.log(event().withMarkers("NO_SLACK"));
		harness.run();
		assertThat(harness.status().filtered()).isOne();
		assertThat(harness.status().accepted()).isZero();
	}

	@Test
	void eventThatCannotBeComposedIsCountedAndTheNextIsTold() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.cannotCompose = true;
		harness.log(event());
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.status().dropped()).containsExactly(Map.entry(DropReason.FAILED, 1L));
		harness.cannotCompose = false;
		harness.log(event().withLogger("com.acme.Other"));
		harness.pass(Duration.ofSeconds(4));
		assertThat(harness.status().waiting()).isZero();
		assertThat(harness.texts("default")).singleElement().asString().contains("Other: Order failed");
	}

	@Test
	void maskerThatThrowsAnErrorCostsTheTextAndNotTheEvent() {
		PipelineHarness harness = new PipelineHarness().decorated((field, text) -> {
			throw new StackOverflowError("masker");
		});
		harness.log(event());
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.status().dropped()).isEmpty();
		assertThat(harness.texts("default")).singleElement().asString().doesNotContain("Order failed");
	}

	@Test
	void closeDrainsEverythingThatWaitsInOneMessage() {
		PipelineHarness harness = new PipelineHarness().decorated();
		for (int i = 0; i < 200; i++) {
			harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
		}
		harness.log(event().withSeverity(Severity.WARN).withLogger("com.acme.Warning"));
		harness.pipeline.intake().admits(Severity.ERROR);
		harness.pipeline.close();
		assertThat(harness.run()).isEqualTo(Round.DONE);
		assertThat(harness.sender.sent()).hasSize(1);
		assertThat(harness.status().state()).isEqualTo(PipelineState.STOPPED);
		assertThat(harness.status().waiting()).isZero();
		assertThat(harness.status().dropped()).isEmpty();
		assertThat(harness.sender.isClosed()).isTrue();
	}

	@Test
	void whatCannotBeToldWithinTheShutdownBudgetIsCounted() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answerLater();
		harness.log(event());
		harness.run();
		harness.pipeline.close();
		assertThat(harness.run()).isNotEqualTo(Round.DONE);
		harness.clock.advance(Duration.ofSeconds(5));
		assertThat(harness.run()).isEqualTo(Round.DONE);
		assertThat(harness.status().dropped()).containsEntry(DropReason.SHUTDOWN, 1L);
		assertThat(harness.stderr).last().asString().contains("shutdown");
	}

	@Test
	void eventsAfterTheEndAreCounted() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.pipeline.close();
		harness.log(event());
		harness.run();
		assertThat(harness.status().dropped()).containsEntry(DropReason.SHUTDOWN, 1L);
	}

	@Test
	void workerKnowsWhenItIsNeededNext() {
		PipelineHarness harness = new PipelineHarness().decorated();
		assertThat(harness.run()).isEqualTo(Long.MAX_VALUE);
		harness.log(event());
		assertThat(harness.run()).isEqualTo(Duration.ofSeconds(1).toNanos());
		harness.pass(Duration.ofSeconds(1));
		assertThat(harness.run()).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void workerLooksAgainSoonAfterARoundThatFoundMuch() {
		PipelineHarness few = new PipelineHarness().decorated();
		IntStream.range(0, 60).forEach((i) -> few.log(event()));
		assertThat(few.run()).isEqualTo(Duration.ofSeconds(1).toNanos());

		PipelineHarness many = new PipelineHarness().decorated();
		IntStream.range(0, 70).forEach((i) -> many.log(event()));
		assertThat(many.run()).isEqualTo(Duration.ofMillis(1).toNanos());
		assertThat(many.run()).isEqualTo(Duration.ofSeconds(1).toNanos());
	}

	@Test
	void clockThatJumpsBackDelaysNothing() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.log(event());
		harness.run();
		harness.clock.jumpBack(Duration.ofHours(1));
		harness.pass(Duration.ofSeconds(1));
		assertThat(harness.sender.sent()).hasSize(1);
	}

	@Test
	void twentyKindsInOneBurstAreAllShownAtOneMessageASecond() {
		PipelineHarness harness = new PipelineHarness().decorated();
		for (int i = 0; i < 200; i++) {
			harness.log(event().withSequence(i).withLogger("com.acme.L" + i % 20));
		}
		harness.pass(Duration.ofSeconds(6));
		assertThat(harness.sender.sent()).hasSize(4);
		assertThat(harness.status().delivered()).containsEntry(DeliveryKind.SHOWN, 20L)
			.containsEntry(DeliveryKind.FOLDED, 180L);
	}

	@Test
	void repeatOfAReducedMessageIsMarkedToo() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answer(new SendResult.PayloadRefused("400", "invalid_blocks")).answer(UNCLEAR);
		harness.log(event());
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.sender.sent()).hasSize(3).last().satisfies((sent) -> {
			assertThat(sent.message().isReduced()).isTrue();
			assertThat(sent.message().text()).contains("may be a repeat");
		});
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void eventDescribedWhileTheWorkerEndsIsCounted() {
		PipelineHarness harness = new PipelineHarness().decorated();
		LongAdder lost = new LongAdder();
		harness.pipeline.listeners().add(new PipelineListener() {
			@Override
			public void dropped(DropReason reason, Severity severity, long count) {
				lost.add((reason == DropReason.SHUTDOWN) ? count : 0);
			}
		});
		EventIntake intake = harness.pipeline.intake();
		assertThat(intake.admits(Severity.ERROR)).isTrue();
		harness.pipeline.close();
		assertThat(harness.run()).isEqualTo(Round.DONE);
		assertThat(intake.offer(event().build())).isFalse();
		assertThat(lost.sum()).isOne();
	}

	@Test
	void workerSleepsWhileEightMessagesAreUnderWayAndOthersWait() {
		List<String> names = IntStream.range(0, 9).mapToObj((i) -> "d" + i).toList();
		PipelineHarness harness = new PipelineHarness(names,
				List.of(new Route(null, List.of(), List.of(), List.of(), null, List.of(), names)))
			.decorated();
		List<CompletableFuture<SendResult>> answers = names.stream()
			.map((name) -> harness.sender.answerLater())
			.toList();
		harness.log(event().withSeverity(Severity.CRITICAL));
		assertThat(harness.pipeline.worker().runOnce(harness.clock.get())).isPositive();
		assertThat(harness.sender.sent()).hasSize(8);
		answers.get(0).complete(new SendResult.Accepted("200"));
		harness.run();
		assertThat(harness.sender.sent()).hasSize(9);
	}

	@Test
	void listenerThatThrowsAnErrorChangesNothing() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.pipeline.listeners().add(new PipelineListener() {
			@Override
			public void requestCompleted(String destination, String status, Duration duration) {
				throw new AssertionError("of the application");
			}
		});
		harness.log(event());
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.status().delivered()).containsEntry(DeliveryKind.SHOWN, 1L);
	}

	@Test
	void listenerThatLogsWhenItHearsOfALossDoesNotHearOfThat() {
		PipelineHarness harness = new PipelineHarness().decorated();
		LongAdder heard = new LongAdder();
		harness.pipeline.listeners().add(new PipelineListener() {
			@Override
			public void dropped(DropReason reason, Severity severity, long count) {
				heard.increment();
				// what the appender does with an event that is logged here
				harness.pipeline.intake().dropped(DropReason.SELF, severity);
			}
		});
		harness.pipeline.intake().dropped(DropReason.FAILED, Severity.ERROR);
		harness.run();
		assertThat(heard.sum()).isOne();
		assertThat(harness.status().dropped()).containsEntry(DropReason.SELF, 1L);
	}

}
