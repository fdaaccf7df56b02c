package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.slacklogging.worker.WorkerLife;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.worker.Round;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the disk sees of what waits, and what a next run makes of it.
 */
class SpooledPipelineTests {

	private static final SendResult UNAVAILABLE = new SendResult.Unavailable("connect", "connect refused");

	private static final SendResult UNCLEAR = new SendResult.Unclear("timeout", "no answer in time");

	private static final Set<String> DEFAULT = Set.of("default");

	private final MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);

	private final PipelineHarness harness = new PipelineHarness(this.spool).decorated();

	@Test
	void newEventIsOnDiskAtOnceAndGoneWhenItWasTold() {
		this.harness.log(event());
		this.harness.run();
		assertThat(keptEvents()).isEqualTo(1);
		assertThat(this.harness.status().spooled()).isEqualTo(1);
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.harness.sender.sent()).hasSize(1);
		assertThat(this.spool.kept("default")).isEmpty();
		assertThat(this.spool.underWay("default")).isFalse();
		assertThat(this.harness.status().spooled()).isZero();
	}

	@Test
	void repeatsAreAddedOnceASecondWithExactCounts() {
		refuse(100);
		for (int i = 0; i < 100; i++) {
			this.harness.log(event().withSequence(i));
			this.harness.pass(Duration.ofMillis(100));
		}
		this.harness.pass(Duration.ofSeconds(1));
		assertThat(keptEvents()).isEqualTo(100);
		assertThat(this.spool.kept("default")).singleElement().satisfies((group) -> {
			assertThat(group.first().logId()).endsWith("-0");
			assertThat(group.latest().logId()).isNotEqualTo(group.first().logId());
			assertThat(group.total()).isEqualTo(100);
		});
	}

	@Test
	void atMostTwoSecondsOfEventsAreNotOnDisk() {
		refuse(1_000);
		for (int i = 0; i < 600; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i % 7));
			this.harness.pass(Duration.ofMillis(100));
			assertThat(this.harness.status().waiting() - keptEvents()).isLessThanOrEqualTo(20);
		}
	}

	@Test
	void messageIsMarkedAsUnderWayBeforeItIsSentAndUntilItsAnswer() {
		var answer = this.harness.sender.answerLater();
		this.harness.log(event());
		this.harness.pass(Duration.ofMillis(500));
		assertThat(this.spool.underWay("default")).isFalse();
		this.harness.pass(Duration.ofSeconds(1));
		assertThat(this.harness.sender.sent()).hasSize(1);
		assertThat(this.spool.underWay("default")).isTrue();
		answer.complete(UNAVAILABLE);
		this.harness.run();
		assertThat(this.spool.underWay("default")).isFalse();
	}

	@Test
	void whatWasToldStaysMarkedUntilTheDiskHasItNoMore() {
		var answer = this.harness.sender.answerLater();
		this.harness.log(event());
		this.harness.pass(Duration.ofMillis(1_200));
		this.harness.log(event().withSequence(2).withLogger("com.acme.Other"));
		this.harness.run();
		answer.complete(new SendResult.Accepted("200"));
		this.harness.run();
		assertThat(this.harness.status().waiting()).isEqualTo(1);
		assertThat(keptEvents()).as("the told one is still there").isEqualTo(2);
		PipelineHarness next = nextRun();
		next.pass(Duration.ofSeconds(5));
		assertThat(next.texts("default")).last().asString().contains("may be a repeat");
	}

	@Test
	void criticalThatWaitedForNoMarkIsMarkedOnceItWasTold() {
		this.harness.log(event().withSeverity(Severity.WARN).withLogger("com.acme.Later"));
		this.harness.log(event().withSequence(2).withSeverity(Severity.CRITICAL).withLogger("com.acme.Ledger"));
		this.harness.run();
		assertThat(this.harness.sender.sent()).hasSize(1);
		assertThat(keptEvents()).as("the told one is still there").isEqualTo(2);
		assertThat(this.spool.underWay("default")).isTrue();
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(keptEvents()).isEqualTo(1);
		assertThat(this.spool.underWay("default")).isFalse();
	}

	@Test
	void unclearAnswerKeepsTheMark() {
		this.harness.sender.answer(UNCLEAR).answer(UNCLEAR).answer(UNAVAILABLE).answer(UNAVAILABLE);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(this.harness.sender.sent()).hasSizeGreaterThan(1);
		assertThat(this.spool.underWay("default")).isTrue();
		this.harness.pass(Duration.ofSeconds(60));
		assertThat(this.harness.status().waiting()).isZero();
		assertThat(this.spool.underWay("default")).isFalse();
		assertThat(this.spool.kept("default")).isEmpty();
	}

	@Test
	void sendWaitsForTheDiskAQuarterOfASecondAndCriticalNotAtAll() {
		this.spool.hang();
		this.harness.log(event());
		this.harness.pass(Duration.ofMillis(1100));
		assertThat(this.harness.sender.sent()).isEmpty();
		this.harness.pass(Duration.ofMillis(300));
		assertThat(this.harness.sender.sent()).hasSize(1);
		this.harness.pass(Duration.ofSeconds(2));
		this.harness.log(event().withSeverity(Severity.CRITICAL).withLogger("com.acme.Ledger"));
		this.harness.run();
		assertThat(this.harness.sender.sent()).hasSize(2);
	}

	@Test
	void messageThatCouldNotBeMadeLeavesNoMarkAndTheNextOneWaitsForTheDiskAsUsual() {
		this.harness.cannotCompose = true;
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(3));
		assertThat(this.harness.status().dropped()).containsExactly(Map.entry(DropReason.FAILED, 1L));
		assertThat(this.spool.underWay("default")).isFalse();
		this.harness.cannotCompose = false;
		this.spool.hang();
		this.harness.log(event().withLogger("com.acme.Next"));
		this.harness.pass(Duration.ofMillis(1100));
		assertThat(this.harness.sender.sent()).isEmpty();
		this.harness.pass(Duration.ofMillis(300));
		assertThat(this.harness.sender.sent()).hasSize(1);
	}

	@Test
	void noteThatCouldNotBeMadeLeavesNoMark() {
		refuse(6);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(25));
		this.harness.cannotCompose = true;
		this.harness.pass(Duration.ofSeconds(90));
		this.harness.cannotCompose = false;
		this.harness.pass(Duration.ofSeconds(60));
		assertThat(this.harness.status().waiting()).isZero();
		assertThat(this.spool.underWay("default")).isFalse();
		assertThat(this.spool.kept("default")).isEmpty();
	}

	@Test
	void diskThatNeverAnswersStopsNothing() {
		this.spool.hang();
		for (int i = 0; i < 20; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
			this.harness.pass(Duration.ofSeconds(2));
		}
		assertThat(this.harness.status().waiting()).isZero();
		this.spool.release();
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.spool.kept("default")).isEmpty();
	}

	@Test
	void failingDiskStopsNothingAndHasEverythingWhenItIsBack() {
		this.spool.fail(true);
		refuse(1_000);
		for (int i = 0; i < 20; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
		}
		this.harness.pass(Duration.ofSeconds(30));
		assertThat(this.harness.status().spooled()).isZero();
		this.spool.fail(false);
		this.harness.pass(Duration.ofMinutes(6));
		assertThat(keptEvents()).isEqualTo(20);
		assertThat(this.harness.status().spooled()).isEqualTo(20);
	}

	@Test
	void whatIsToldInPartStaysOnDiskForTheRest() {
		for (int i = 0; i < 20; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
		}
		this.harness.pass(Duration.ofMillis(1_300));
		assertThat(this.harness.sender.sent()).hasSize(1);
		this.harness.sender.answerLater();
		this.harness.pass(Duration.ofMillis(1_300));
		assertThat(keptEvents()).isEqualTo(this.harness.status().waiting()).isPositive().isLessThan(20);
	}

	@Test
	void crashDuringAnOutageIsMadeUpForByTheNextRun() {
		refuse(1_000);
		for (int i = 0; i < 412; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i % 3));
		}
		this.harness.pass(Duration.ofSeconds(90));
		PipelineHarness next = nextRun();
		assertThat(next.status().recovered()).isEqualTo(412);
		next.pass(Duration.ofSeconds(10));
		assertThat(next.status().waiting()).isZero();
		assertThat(next.texts("default")).first().asString().contains("crash").contains("412").contains("3 kinds");
		assertThat(String.join("\n", next.texts("default"))).doesNotContain("may be a repeat");
		assertThat(this.spool.kept("default")).isEmpty();
	}

	@Test
	void crashBetweenSendAndAcknowledgementIsToldTwiceAndSaysSo() {
		this.harness.sender.answerLater();
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.harness.sender.sent()).hasSize(1);
		PipelineHarness next = nextRun();
		next.pass(Duration.ofSeconds(5));
		assertThat(next.texts("default")).last().asString().contains("Order failed").contains("may be a repeat");
	}

	@Test
	void repeatIsStillMarkedWhenTheNextRunCrashesToo() {
		this.harness.sender.answerLater();
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		PipelineHarness second = nextRun();
		for (int i = 0; i < 20; i++) {
			second.sender.answer(UNAVAILABLE);
		}
		second.log(event().withSequence(2));
		second.pass(Duration.ofSeconds(5));
		PipelineHarness third = nextRun();
		third.pass(Duration.ofSeconds(5));
		assertThat(third.status().recovered()).isEqualTo(2);
		assertThat(third.texts("default")).last().asString().contains("may be a repeat");
	}

	@Test
	void repeatWhoseMarkIsGoneIsMarkedAgainBeforeItIsSent() {
		this.harness.sender.answerLater();
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		MemoryGroupSpool second = new MemoryGroupSpool(DEFAULT, this.spool.remains());
		second.recover((recovery) -> second.keep("default",
				new GroupSpool.Update(recovery.groups().getOrDefault("default", List.of()), true, false), (kept) -> {
				}));
		assertThat(this.spool.underWay("default")).isFalse();
		PipelineHarness third = nextRun();
		third.sender.answerLater();
		third.pass(Duration.ofSeconds(2));
		assertThat(third.texts("default")).hasSize(2).last().asString().contains("Order failed");
		assertThat(this.spool.underWay("default")).isTrue();
	}

	@Test
	void orderlyEndKeepsWhatCouldNotBeToldAndDropsNothing() {
		refuse(1_000);
		for (int i = 0; i < 30; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
		}
		this.harness.pass(Duration.ofSeconds(60));
		this.harness.log(event().withLogger("com.acme.Late"));
		end(this.harness);
		assertThat(this.harness.status().dropped()).isEmpty();
		assertThat(this.harness.status().waiting()).isEqualTo(31);
		assertThat(this.harness.status().spooled()).isEqualTo(31);
		assertThat(this.harness.stderr).last().asString().contains("31 events").contains("memory");
		this.spool.close();
		PipelineHarness next = nextRun();
		next.pass(Duration.ofSeconds(60));
		assertThat(next.texts("default")).first().asString().contains("restarted").doesNotContain("crash");
		assertThat(next.status().delivered().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(31);
	}

	@Test
	void endInAnOutageGivesTheDiskAllTheTimeThereIs() {
		refuse(1_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(60));
		this.harness.log(event());
		this.harness.run();
		this.harness.log(event());
		this.harness.run();
		assertThat(keptEvents()).isEqualTo(2);
		this.harness.pipeline.askForEnd();
		this.harness.run();
		assertThat(keptEvents()).isEqualTo(3);
	}

	@Test
	void endInAnOutageAsksADiskThatFailsNoMoreOftenThanBefore() {
		this.spool.fail(true);
		refuse(1_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(5));
		this.harness.pipeline.askForEnd();
		assertThat(this.harness.run()).isPositive();
	}

	@Test
	void endWithADiskThatFailsCountsWhatIsLost() {
		this.spool.fail(true);
		refuse(1_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(5));
		end(this.harness);
		assertThat(this.harness.status().dropped()).containsEntry(DropReason.SHUTDOWN, 1L);
		assertThat(this.harness.status().waiting()).isZero();
	}

	@Test
	void endWithAFullDiskCountsWhatFoundNoRoomThere() {
		this.spool.maxGroups(3);
		refuse(1_000);
		for (int i = 0; i < 5; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
		}
		this.harness.log(event().withSeverity(Severity.CRITICAL).withLogger("com.acme.Ledger"));
		this.harness.pass(Duration.ofSeconds(5));
		end(this.harness);
		assertThat(this.harness.status().dropped()).containsExactly(Map.entry(DropReason.SPOOL_FULL, 3L));
		assertThat(this.spool.kept("default")).hasSize(3)
			.extracting(SpooledGroup::severity)
			.contains(Severity.CRITICAL);
	}

	@Test
	void endWithAHangingDiskIsNotLaterThanItsBudget() {
		this.spool.hang();
		refuse(1_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(3));
		this.harness.pipeline.askForEnd();
		this.harness.run();
		this.harness.clock.advance(Duration.ofSeconds(5).plus(WorkerLife.GRACE));
		assertThat(this.harness.run()).isEqualTo(Round.DONE);
		assertThat(this.harness.status().dropped()).containsEntry(DropReason.SHUTDOWN, 1L);
	}

	@Test
	void whatIsOnDiskAlreadyIsNotLostWhenTheDiskHangsAtTheEnd() {
		refuse(1_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(keptEvents()).isEqualTo(1);
		this.spool.hang();
		this.harness.pass(Duration.ofMinutes(1));
		assertThat(this.harness.status().spooled()).isEqualTo(1);
		end(this.harness);
		assertThat(this.harness.status().dropped()).isEmpty();
		assertThat(this.harness.status().waiting()).isEqualTo(1);
	}

	@Test
	void temporaryPlaceLetsOneLastMessagePassTheLimiter() {
		this.spool.temporary(true);
		this.harness.sender.answer(new SendResult.Throttled("429", Duration.ofSeconds(30)));
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.harness.sender.sent()).hasSize(1);
		end(this.harness);
		assertThat(this.harness.sender.sent()).hasSize(2);
		assertThat(this.harness.status().waiting()).isZero();
		assertThat(this.spool.kept("default")).isEmpty();
	}

	@Test
	void lastingPlaceLetsTheLimiterHaveItsWay() {
		this.harness.sender.answer(new SendResult.Throttled("429", Duration.ofSeconds(30)));
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		end(this.harness);
		assertThat(this.harness.sender.sent()).hasSize(1);
		assertThat(keptEvents()).isEqualTo(1);
	}

	@Test
	void rejectedMessageIsKeptWithSlacksReason() {
		SendResult refused = new SendResult.PayloadRefused("400", "invalid_blocks");
		this.harness.sender.answer(refused).answer(refused);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(4));
		assertThat(this.spool.rejected()).singleElement().satisfies((rejected) -> {
			assertThat(rejected.reason()).isEqualTo("invalid_blocks");
			assertThat(rejected.events()).isEqualTo(1);
			assertThat(rejected.message().text()).contains("Order failed");
		});
		assertThat(this.spool.kept("default")).isEmpty();
	}

	@Test
	void errorWhileAnAnswerIsTakenLeavesNoLaneBusy() {
		PipelineHarness poor = new PipelineHarness(new OddSpool() {

			@Override
			public void reject(RejectedMessage message) {
				throw new OutOfMemoryError("made by a test");
			}

		}).decorated();
		SendResult refused = new SendResult.PayloadRefused("400", "invalid_blocks");
		poor.sender.answer(refused).answer(refused);
		poor.log(event());
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> poor.pass(Duration.ofSeconds(4)));
		poor.pass(Duration.ofSeconds(10));
		assertThat(poor.status().waiting()).isZero();
		assertThat(poor.texts("default")).last().asString().contains("Order failed");
	}

	@Test
	void recoveredKindAndTheSameKindOfThisRunAreOne() {
		refuse(1_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		PipelineHarness next = new PipelineHarness(new MemoryGroupSpool(DEFAULT, this.spool.remains()));
		next.log(event().withSequence(9));
		next.decorated();
		next.pass(Duration.ofSeconds(5));
		assertThat(next.texts("default")).last().asString().contains("2 times");
		assertThat(next.status().recovered()).isEqualTo(1);
		assertThat(next.status().accepted()).isEqualTo(1);
	}

	@Test
	void whatWasDamagedOrTooOldStandsOnBothSidesOfTheBooks() {
		PipelineHarness next = new PipelineHarness(new OddSpool() {

			@Override
			public void recover(Consumer<Recovery> answer) {
				answer.accept(new Recovery(End.CRASHED, Map.of(), Map.of(), List.of(), List.of(), 3, 2));
			}

		}).decorated();
		assertThat(next.status().recovered()).isEqualTo(5);
		assertThat(next.status().dropped()).containsOnly(Map.entry(DropReason.CORRUPT, 3L),
				Map.entry(DropReason.EXPIRED, 2L));
	}

	@Test
	void nothingIsWrittenOverAPlaceThatCouldNotBeRead() {
		refuse(1_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		MemoryGroupSpool unreadable = new MemoryGroupSpool(DEFAULT, this.spool.remains());
		unreadable.fail(true);
		PipelineHarness next = new PipelineHarness(unreadable).decorated();
		next.pass(Duration.ofSeconds(2));
		unreadable.fail(false);
		next.log(event().withLogger("com.acme.Other"));
		next.pass(Duration.ofSeconds(5));
		assertThat(unreadable.kept("default")).hasSize(1);
		next.pass(Duration.ofSeconds(15));
		assertThat(next.status().recovered()).isEqualTo(1);
		assertThat(next.status().waiting()).isZero();
		assertThat(unreadable.kept("default")).isEmpty();
	}

	@Test
	void whatWaitedTooLongIsGivenUpAndCounted() {
		refuse(100_000);
		this.harness.log(event());
		this.harness.pass(Duration.ofMinutes(2));
		this.harness.clock.advance(Duration.ofDays(7));
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(this.harness.status().dropped()).containsExactly(Map.entry(DropReason.EXPIRED, 1L));
		assertThat(this.spool.kept("default")).isEmpty();
	}

	private void refuse(int times) {
		for (int i = 0; i < times; i++) {
			this.harness.sender.answer(UNAVAILABLE);
		}
	}

	private long keptEvents() {
		return this.spool.kept("default").stream().mapToLong(SpooledGroup::events).sum();
	}

	/** The process is gone without a word; another one finds what it left. */
	private PipelineHarness nextRun() {
		return new PipelineHarness(new MemoryGroupSpool(DEFAULT, this.spool.remains())).decorated();
	}

	private static void end(PipelineHarness harness) {
		harness.pipeline.askForEnd();
		Duration spent = Duration.ZERO;
		while (harness.run() != Round.DONE) {
			harness.clock.advance(Duration.ofMillis(100));
			spent = spent.plusMillis(100);
			assertThat(spent).isLessThan(Duration.ofSeconds(6));
		}
	}

	@Test
	void destinationsKeepApart() {
		MemoryGroupSpool two = new MemoryGroupSpool(Set.of("default", "oncall"));
		PipelineHarness both = new PipelineHarness(List.of("default", "oncall"), List.of(),
				new PipelineHarness.Extras(Map.of(), two, null))
			.decorated();
		both.log(event());
		both.run();
		assertThat(two.kept("default")).hasSize(1);
		assertThat(two.kept("oncall")).isEmpty();
	}

	@Test
	void destinationWaitingForItsTurnToSendIsKeptMeanwhile() {
		List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "last");
		MemoryGroupSpool nine = new MemoryGroupSpool(Set.copyOf(names));
		PipelineHarness all = new PipelineHarness(names,
				List.of(route("com.acme.Last", List.of("last")), route("com.acme", names.subList(0, 8))),
				new PipelineHarness.Extras(Map.of(), nine, null))
			.decorated();
		names.forEach((name) -> all.sender.answerLater());
		all.log(event());
		all.pass(Duration.ofSeconds(2));
		assertThat(all.sender.sent()).as("as many as may be under way").hasSize(8);
		all.log(event().withSequence(2).withLogger("com.acme.Last"));
		all.pass(Duration.ofSeconds(2));
		assertThat(all.sender.sent()).hasSize(8);
		assertThat(nine.kept("last")).hasSize(1);
	}

	private static ChannelRouting.Route route(String logger, List<String> destinations) {
		return new ChannelRouting.Route(null, List.of(logger), List.of(), List.of(), null, List.of(), destinations);
	}

	/** As the one in memory, but for what a test makes different. */
	private static class OddSpool implements GroupSpool {

		private final MemoryGroupSpool memory = new MemoryGroupSpool(DEFAULT);

		@Override
		public void recover(Consumer<Recovery> answer) {
			this.memory.recover(answer);
		}

		@Override
		public void keep(String destination, Update update, Consumer<Kept> answer) {
			this.memory.keep(destination, update, answer);
		}

		@Override
		public void keepIncidents(String destination, List<SpooledGroup> changed, Consumer<Kept> answer) {
			this.memory.keepIncidents(destination, changed, answer);
		}

		@Override
		public void keepJobs(List<KeptJob> jobs, Consumer<Kept> answer) {
			this.memory.keepJobs(jobs, answer);
		}

		@Override
		public void keepMutes(List<KeptMute> mutes, Consumer<Kept> answer) {
			this.memory.keepMutes(mutes, answer);
		}

		@Override
		public void reject(RejectedMessage message) {
			this.memory.reject(message);
		}

		@Override
		public List<RejectedMessage> rejected() {
			return this.memory.rejected();
		}

		@Override
		public void deadLetters(Consumer<Optional<List<DeadLetter>>> answer) {
			this.memory.deadLetters(answer);
		}

		@Override
		public void settle(DeadLetter letter) {
			this.memory.settle(letter);
		}

		@Override
		public SpoolStatus status() {
			return this.memory.status();
		}

		@Override
		public void close() {
			this.memory.close();
		}

	}

}
