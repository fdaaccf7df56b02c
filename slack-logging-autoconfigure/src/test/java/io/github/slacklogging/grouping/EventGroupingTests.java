package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Incidents;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What a batch tells and what becomes of its counts. */
class EventGroupingTests {

	private static final Duration LINGER = GroupingAtHand.LINGER;

	private final GroupingAtHand grouping = new GroupingAtHand();

	@Test
	void groupTellsOfItsFirstAndItsLatestEvent() {
		LogEvent first = Logged.error("Order 1 failed").after(Duration.ofSeconds(5)).event();
		LogEvent middle = Logged.error("Order 2 failed").after(Duration.ofSeconds(9)).event();
		LogEvent latest = Logged.error("Order 3 failed").after(Duration.ofSeconds(7)).event();
		this.grouping.fold(first, middle, latest).pass(LINGER);

		EventGroup group = this.grouping.take().groups().get(0);

		assertThat(group.first()).isSameAs(first);
		assertThat(group.latest()).isSameAs(latest);
		assertThat(group.firstSeen()).isEqualTo(first.timestamp());
		assertThat(group.lastSeen()).as("threads log in any order").isEqualTo(middle.timestamp());
		assertThat(group.count()).isEqualTo(3);
		assertThat(group.total()).isEqualTo(3);
		assertThat(group.spoken()).isFalse();
	}

	@Test
	void secondMessageCountsOnFromTheFirst() {
		LogEvent first = Logged.error("Order 1 failed").event();
		LogEvent latest = Logged.error("Order 3 failed").after(Duration.ofSeconds(-3)).event();
		this.grouping.fold(first, Logged.error("Order 2 failed").event()).pass(LINGER).tell();

		this.grouping.fold(latest).pass(GroupingAtHand.QUIET);
		EventGroup group = this.grouping.take().groups().get(0);

		assertThat(group.first()).isSameAs(first);
		assertThat(group.latest()).isSameAs(latest);
		assertThat(group.firstSeen()).as("the wall clock was set back").isEqualTo(latest.timestamp());
		assertThat(group.count()).isOne();
		assertThat(group.total()).isEqualTo(3);
		assertThat(group.spoken()).isTrue();
	}

	@Test
	void batchStaysWaitingUntilItIsAcknowledged() {
		this.grouping.fold(Severity.ERROR, "a", 3).pass(LINGER);
		GroupBatch batch = this.grouping.take();
		assertThat(this.grouping.waiting()).isEqualTo(3);
		assertThat(this.grouping.isDue()).isTrue();

		this.grouping.acknowledge(batch);

		assertThat(this.grouping.waiting()).isZero();
		assertThat(this.grouping.isDue()).isFalse();
	}

	@Test
	void exactlyTheCountsOfTheBatchAreTakenOff() {
		this.grouping.fold(Severity.ERROR, "a", 3).pass(LINGER);
		GroupBatch batch = this.grouping.take();
		this.grouping.fold(Severity.ERROR, "a", 2).fold(Severity.ERROR, "b", 1);

		this.grouping.acknowledge(batch);

		assertThat(batch.events()).isEqualTo(Map.of(Severity.ERROR, 3L));
		assertThat(this.grouping.waiting()).isEqualTo(3);
		assertThat(this.grouping.takeAll().groups()).extracting(EventGroup::count).containsExactlyInAnyOrder(2L, 1L);
	}

	@Test
	void whatIsDroppedWasNeverTold() {
		this.grouping.fold(Severity.ERROR, "a", 3).pass(LINGER);

		this.grouping.drop(this.grouping.take());

		assertThat(this.grouping.waiting()).isZero();
		EventGroup group = this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).take().groups().get(0);
		assertThat(group.spoken()).isFalse();
		assertThat(group.total()).isEqualTo(4);
	}

	@Test
	void onlyTheBatchTakenLastIsSettledAndOnlyOnce() {
		this.grouping.fold(Severity.ERROR, "a", 3).pass(LINGER);
		GroupBatch lost = this.grouping.take();
		GroupBatch last = this.grouping.take();

		assertThatIllegalStateException().isThrownBy(() -> this.grouping.acknowledge(lost));
		assertThat(this.grouping.waiting()).isEqualTo(3);
		this.grouping.acknowledge(last);
		assertThatIllegalStateException().isThrownBy(() -> this.grouping.drop(last));
		assertThat(this.grouping.waiting()).isZero();
	}

	@Test
	void batchDoesNotChangeWithWhatComesAfterIt() {
		this.grouping.fold(Severity.ERROR, "a", 2).pass(LINGER);
		GroupBatch batch = this.grouping.take();
		Map<DeliveryKind, Map<Severity, Long>> before = batch.eventsByKind();

		this.grouping.fold(Severity.CRITICAL, "a", 5);

		assertThat(batch.severity()).isEqualTo(Severity.ERROR);
		assertThat(batch.eventsByKind()).isEqualTo(before)
			.isEqualTo(Map.of(DeliveryKind.SHOWN, Map.of(Severity.ERROR, 1L), DeliveryKind.FOLDED,
					Map.of(Severity.ERROR, 1L)));
		assertThat(batch.groups().get(0).count()).isEqualTo(2);
	}

	@Test
	void severitiesOfOneKindAreBookedApart() {
		this.grouping.fold(Severity.CRITICAL, "a", 1).fold(Severity.ERROR, "a", 2).fold(Severity.INFO, "a", 1);

		GroupBatch batch = this.grouping.take();

		assertThat(batch.severity()).isEqualTo(Severity.CRITICAL);
		assertThat(batch.events()).isEqualTo(Map.of(Severity.CRITICAL, 1L, Severity.ERROR, 2L, Severity.INFO, 1L));
		assertThat(batch.eventsByKind()).as("the latest is the one whose text is there")
			.isEqualTo(Map.of(DeliveryKind.SHOWN, Map.of(Severity.INFO, 1L), DeliveryKind.FOLDED,
					Map.of(Severity.CRITICAL, 1L, Severity.ERROR, 2L)));
	}

	@Test
	void mostSevereComesFirstThenNewsThenTheMostFrequentThenTheOldest() {
		this.grouping.fold(Severity.ERROR, "known", 1).pass(LINGER).tell();
		this.grouping.fold(Severity.ERROR, "known", 50)
			.fold(Severity.ERROR, "older", 2)
			.fold(Severity.ERROR, "younger", 2)
			.fold(Severity.ERROR, "often", 9)
			.fold(Severity.CRITICAL, "critical", 1)
			.pass(Duration.ofSeconds(10));

		assertThat(GroupingAtHand.kindsOf(this.grouping.take())).containsExactly("critical", "often", "older",
				"younger", "known");
	}

	@Test
	void newErrorsWithoutRoomWaitForTheNextMessage() {
		for (int kind = 1; kind <= 12; kind++) {
			this.grouping.fold(Severity.ERROR, "k" + kind, 13 - kind);
		}
		this.grouping.pass(LINGER);

		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("k1", "k2", "k3", "k4", "k5");
		assertThat(this.grouping.isDue()).isTrue();
		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("k6", "k7", "k8", "k9", "k10");
		GroupBatch last = this.grouping.tell();
		assertThat(GroupingAtHand.kindsOf(last)).containsExactly("k11", "k12");
		assertThat(last.remainder()).isEmpty();
		assertThat(this.grouping.waiting()).isZero();
	}

	@Test
	void everySeverityHasRoomOfItsOwn() {
		for (int kind = 1; kind <= 6; kind++) {
			this.grouping.fold(Severity.ERROR, "e" + kind, 1).fold(Severity.CRITICAL, "c" + kind, 1);
		}

		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("c1", "c2", "c3", "c4", "c5", "e1",
				"e2", "e3", "e4", "e5");
		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("c6", "e6");
	}

	@Test
	void warningsWithoutRoomAreCounted() {
		for (int kind = 1; kind <= 8; kind++) {
			this.grouping.fold(Severity.WARN, "k" + kind, 9 - kind);
		}
		GroupBatch batch = this.grouping.pass(GroupingAtHand.DIGEST).tell();

		assertThat(GroupingAtHand.kindsOf(batch)).containsExactly("k1", "k2", "k3", "k4", "k5");
		assertThat(batch.remainder()).isEqualTo(Map.of(Severity.WARN, new Remainder(3, 6)));
		assertThat(batch.eventsByKind()).isEqualTo(Map.of(DeliveryKind.SHOWN, Map.of(Severity.WARN, 5L),
				DeliveryKind.FOLDED, Map.of(Severity.WARN, 25L), DeliveryKind.SUMMARISED, Map.of(Severity.WARN, 6L)));
		assertThat(this.grouping.waiting()).isZero();
		this.grouping.fold(Severity.WARN, "k8", 1).fold(Severity.WARN, "k1", 1).pass(GroupingAtHand.DIGEST);
		assertThat(this.grouping.take().groups()).extracting(EventGroup::spoken)
			.as("what was only counted was not told")
			.containsExactlyInAnyOrder(true, false);
	}

	@Test
	void everythingFitsIntoTheLastMessage() {
		GroupingAtHand many = new GroupingAtHand(GroupingAtHand.calm(1_000));
		for (int kind = 1; kind <= 300; kind++) {
			many.fold(Severity.ERROR, "e" + kind, 2).fold(Severity.WARN, "w" + kind, 1);
		}

		GroupBatch batch = many.takeAll();

		assertThat(batch.groups()).hasSize(10);
		assertThat(batch.remainder())
			.isEqualTo(Map.of(Severity.ERROR, new Remainder(295, 590), Severity.WARN, new Remainder(295, 295)));
		many.acknowledge(batch);
		assertThat(many.waiting()).isZero();
		assertThat(many.isDue()).isFalse();
	}

	@Test
	void destinationsDoNotKnowOfEachOther() {
		Tick now = this.grouping.now();
		EventGrouping two = new EventGrouping(GroupingAtHand.settings(10), List.of(),
				List.of(GroupingAtHand.webhook("a"), GroupingAtHand.bot("b")), () -> "1.8.2", now);
		two.fold(Logged.as(Severity.CRITICAL, "x").event(), List.of("a", "b"), now);
		two.fold(Logged.as(Severity.CRITICAL, "x").event(), List.of("b"), now);

		two.acknowledged("a", two.take("a", now).orElseThrow(), Receipt.PLAIN, now);

		assertThat(two.waiting("a")).isZero();
		assertThat(two.waiting("b")).isEqualTo(2);
		assertThat(two.isDue("b", Pace.POST, now)).isTrue();
		GroupBatch batch = two.take("b", now).orElseThrow();
		assertThatIllegalStateException().isThrownBy(() -> two.acknowledged("a", batch, Receipt.PLAIN, now));
		assertThatIllegalArgumentException().isThrownBy(() -> two.waiting("c")).withMessageContaining("'c'");
	}

	@Test
	void ownFingerprintersApplyFromNowOn() {
		this.grouping.fold(Logged.error("one").event(), Logged.error("two").event());
		this.grouping.grouping().use(List.of((event, proposed) -> List.of("all the same")));
		this.grouping.fold(Logged.error("one").event(), Logged.error("two").event()).pass(LINGER);

		assertThat(this.grouping.take().groups()).extracting(EventGroup::count).containsExactly(2L, 1L, 1L);
	}

	@Test
	void withoutGroupingEveryEventIsItsOwnEntry() {
		GroupingAtHand off = new GroupingAtHand(GroupingAtHand.settings(false, 100, LINGER, GroupingAtHand.DIGEST));
		off.fold(Severity.ERROR, "a", 3).pass(LINGER);

		GroupBatch batch = off.tell();

		assertThat(batch.groups()).hasSize(3).allMatch((group) -> group.count() == 1 && group.total() == 1);
		assertThat(off.fold(Severity.ERROR, "a", 1).pass(LINGER).take().groups().get(0).spoken()).isFalse();
	}

	@Test
	void settingsNameThePropertyThatIsWrong() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0, LINGER, 1, 1, LINGER))
			.withMessageContaining("slack.logging.grouping.max-groups");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1, LINGER.negated(), 1, 1, LINGER))
			.withMessageContaining("slack.logging.batch.linger");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1, LINGER, 0, 1, LINGER))
			.withMessageContaining("slack.logging.batch.max-events");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1, LINGER, 1, -1, LINGER))
			.withMessageContaining("slack.logging.batch.samples");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1, LINGER, 1, 1, LINGER.negated()))
			.withMessageContaining("slack.logging.digest.every");
	}

	private static Settings settings(int maxGroups, Duration linger, int maxEvents, int samples, Duration digest) {
		return new Settings(true, List.of(), List.of(), maxGroups, linger, maxEvents, samples, Severity.WARN, digest,
				Incidents.DEFAULTS);
	}

	@Test
	void settingsOfIncidentsNameThePropertyThatIsWrong() {
		Duration some = Duration.ofMinutes(1);
		assertThatIllegalArgumentException().isThrownBy(() -> new Incidents(Duration.ZERO, List.of(), some, 1))
			.withMessageContaining("slack.logging.grouping.quiet-after");
		assertThatIllegalArgumentException().isThrownBy(() -> new Incidents(some, List.of(10L, 1L), some, 1))
			.withMessageContaining("slack.logging.grouping.milestones");
		assertThatIllegalArgumentException().isThrownBy(() -> new Incidents(some, List.of(), some.negated(), 1))
			.withMessageContaining("slack.logging.grouping.reminder");
		assertThatIllegalArgumentException().isThrownBy(() -> new Incidents(some, List.of(), some, 0))
			.withMessageContaining("slack.logging.grouping.storm-kinds");
	}

	@Test
	void milestonesAreSortedAndTakenOnce() {
		Duration some = Duration.ofMinutes(1);

		assertThat(new Incidents(some, List.of(1_000L, 10L, 100L, 10L), some, 1).milestones()).containsExactly(10L,
				100L, 1_000L);
	}

}
