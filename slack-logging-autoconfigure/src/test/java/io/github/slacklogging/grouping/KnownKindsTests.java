package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Memory is bounded by kinds, whatever comes. */
class KnownKindsTests {

	private static final Duration LINGER = GroupingAtHand.LINGER;

	private static final Identified PLAIN = new Identified(Fingerprint.of(List.of("x")), false, false);

	@Test
	void kindSilentForLongestMakesRoom() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(3));
		grouping.fold(Severity.ERROR, "a", 1).fold(Severity.ERROR, "b", 1).fold(Severity.ERROR, "c", 1).pass(LINGER);
		grouping.tell();
		grouping.fold(Severity.ERROR, "a", 1).pass(Duration.ofSeconds(2));

		grouping.fold(Severity.ERROR, "d", 1)
			.fold(Severity.ERROR, "a", 1)
			.fold(Severity.ERROR, "c", 1)
			.fold(Severity.ERROR, "d", 2);

		GroupBatch batch = grouping.takeAll();
		assertThat(GroupingAtHand.kindsOf(batch)).as("b was forgotten").containsExactly("d", "a", "c");
		assertThat(batch.groups()).extracting(EventGroup::total).containsExactly(3L, 3L, 2L);
		assertThat(batch.remainder()).isEmpty();
	}

	@Test
	void kindThatWasForgottenIsNewWithAFirstEventOfItsOwn() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(1));
		grouping.fold(Severity.ERROR, "a", 4).pass(LINGER).tell();
		grouping.fold(Severity.ERROR, "b", 1).pass(LINGER).tell();
		LogEvent again = Logged.ofKind(Severity.ERROR, "a").after(Duration.ofSeconds(9)).event();

		EventGroup group = grouping.fold(again).pass(LINGER).take().groups().get(0);

		assertThat(group.first()).isSameAs(again);
		assertThat(group.firstSeen()).isEqualTo(again.timestamp());
		assertThat(group.total()).isOne();
		assertThat(group.spoken()).isFalse();
	}

	@Test
	void whatWaitsIsNeverForgotten() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(2));
		grouping.fold(Severity.ERROR, "a", 1).fold(Severity.ERROR, "b", 1);
		grouping.fold(Severity.ERROR, "c", 3).fold(Severity.CRITICAL, "d", 2).fold(Severity.ERROR, "a", 1);

		GroupBatch batch = grouping.pass(LINGER).tell();

		assertThat(GroupingAtHand.kindsOf(batch)).containsExactly("a", "b");
		assertThat(batch.remainder())
			.isEqualTo(Map.of(Severity.ERROR, new Remainder(1, 3), Severity.CRITICAL, new Remainder(1, 2)));
		assertThat(batch.severity()).isEqualTo(Severity.CRITICAL);
		assertThat(grouping.waiting()).isZero();
	}

	@Test
	void thereIsRoomAgainOnceSomethingWasSettled() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(1));
		grouping.fold(Severity.ERROR, "a", 1).fold(Severity.ERROR, "b", 1).pass(LINGER).tell();

		grouping.fold(Severity.ERROR, "b", 1).pass(LINGER);

		assertThat(GroupingAtHand.kindsOf(grouping.tell())).containsExactly("b");
	}

	@Test
	void otherIsToldApartBySeverityAndLoggerForATenthOfTheKindsThenBySeverity() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(20));
		for (int kind = 0; kind < 20; kind++) {
			grouping.fold(Severity.ERROR, "k" + kind, 1);
		}
		for (int kind = 0; kind < 60; kind++) {
			grouping.fold(Logged.ofKind(Severity.ERROR, "x" + kind).by("logger" + kind % 4).event());
			grouping.fold(Logged.ofKind(Severity.WARN, "y" + kind).by("logger" + kind % 4).event());
		}

		GroupBatch batch = grouping.takeAll();

		// ERROR and WARN of logger0 have room of their own, the rest by severity
		assertThat(batch.remainder())
			.isEqualTo(Map.of(Severity.ERROR, new Remainder(15 + 2, 15 + 60), Severity.WARN, new Remainder(2, 60)));
	}

	@Test
	void whenOnlyOtherIsLeftOneExampleIsShown() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(1));
		grouping.fold(Severity.WARN, "a", 1);
		LogEvent latest = Logged.ofKind(Severity.ERROR, "z").event();
		grouping.fold(Severity.ERROR, "b", 4).fold(latest).pass(LINGER);

		GroupBatch batch = grouping.tell();

		assertThat(batch.groups()).hasSize(1);
		assertThat(batch.groups().get(0).latest()).isSameAs(latest);
		assertThat(batch.groups().get(0).count()).isOne();
		assertThat(batch.remainder()).isEqualTo(Map.of(Severity.ERROR, new Remainder(1, 4)));
		assertThat(batch.eventsByKind()).isEqualTo(Map.of(DeliveryKind.SHOWN, Map.of(Severity.ERROR, 1L),
				DeliveryKind.SUMMARISED, Map.of(Severity.ERROR, 4L)));
		assertThat(grouping.waiting()).isOne();
	}

	@Test
	void otherIsToldAfterCompanyThenLikeADigest() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(1));
		grouping.fold(Severity.WARN, "a", 1).pass(Duration.ofMinutes(1));
		grouping.fold(Severity.ERROR, "b", 1);
		assertThat(grouping.isDueExactlyAfter(LINGER)).isTrue();
		grouping.tell();
		grouping.pass(Duration.ofMinutes(1)).fold(Severity.ERROR, "c", 1);

		assertThat(grouping.nextDue()).isEqualTo(GroupingAtHand.DIGEST.minusMinutes(1).minus(LINGER).minusMinutes(1));
		grouping.pass(grouping.nextDue()).tell();
		assertThat(grouping.nextDue()).as("the other's pause is not the digest's").isEqualTo(LINGER.plusMinutes(1));
	}

	@Test
	void otherThatWasOnlyCountedPausesToo() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(1));
		grouping.fold(Severity.ERROR, "a", 1).fold(Severity.ERROR, "b", 1).pass(LINGER).tell();
		grouping.fold(Severity.WARN, "c", 1).fold(Severity.ERROR, "b", 1);

		assertThat(grouping.isDueExactlyAfter(GroupingAtHand.DIGEST)).isTrue();
	}

	@Test
	void kindThatComesBackAfterSilenceDisplacesNobody() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(2));
		grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).tell();
		grouping.pass(GroupingAtHand.QUIET).fold(Severity.CRITICAL, "b", 1);
		GroupBatch batch = grouping.take();
		grouping.drop(batch);

		grouping.fold(Severity.ERROR, "a", 1).fold(Severity.CRITICAL, "b", 1);

		assertThat(grouping.takeAll().groups()).extracting(EventGroup::total).containsExactly(2L, 2L);
	}

	@Test
	void otherOfALoggerStaysTheSameUntilItHasGoneQuiet() {
		KnownKinds known = known(GroupingAtHand.settings(10));
		Tick now = new Tick(Logged.NOON, 0);
		LogEvent event = Logged.error("x").by("logger").event();
		for (int kind = 0; kind < 10; kind++) {
			known.kindOf(event, Fingerprint.of(List.of("k" + kind)), now).add(event, PLAIN, now);
		}
		Fingerprint fingerprint = Fingerprint.of(List.of("x"));
		Kind other = known.kindOf(event, fingerprint, now);

		assertThat(other.fingerprint().components()).containsExactly("orders", "test", "other ERROR", "logger logger");
		assertThat(known.kindOf(event, fingerprint, now.plus(GroupingAtHand.QUIET.minusNanos(1)))).isSameAs(other);
		assertThat(known.kindOf(event, fingerprint, now.plus(GroupingAtHand.QUIET))).isNotSameAs(other);
	}

	@Test
	void otherThatHasGoneQuietMakesRoomForAnother() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.settings(10));
		for (int kind = 0; kind < 10; kind++) {
			grouping.fold(Severity.WARN, "k" + kind, 1);
		}
		List<String> loggers = new ArrayList<>();
		for (String logger : List.of("one", "two", "three")) {
			grouping.fold(Logged.ofKind(Severity.ERROR, "x").by(logger).event()).pass(Duration.ofSeconds(2));
			List<String> components = grouping.tell().groups().get(0).fingerprint().components();
			loggers.add(components.get(components.size() - 1));
			if (logger.equals("two")) {
				grouping.pass(GroupingAtHand.QUIET).fold(Severity.WARN, "k1", 1).tell();
				for (int kind = 0; kind < 10; kind++) {
					grouping.fold(Severity.WARN, "k" + kind, 1);
				}
			}
		}

		assertThat(loggers).containsExactly("logger one", "other ERROR", "logger three");
	}

	@Test
	void twentyThousandKindsAreCountedToTheLast() {
		GroupingAtHand grouping = new GroupingAtHand(GroupingAtHand.calm(1_000));
		for (int kind = 0; kind < 20_000; kind++) {
			grouping.fold(Logged.ofKind(Severity.ERROR, "k" + kind).by("logger" + kind % 500).event());
		}
		assertThat(grouping.waiting()).isEqualTo(20_000);
		GroupBatch first = grouping.pass(LINGER).tell();
		assertThat(first.groups()).hasSize(5);
		assertThat(first.remainder()).isEqualTo(Map.of(Severity.ERROR, new Remainder(101, 19_000)));

		int messages = 1;
		while (grouping.isDue()) {
			assertThat(grouping.tell().groups()).hasSize(5);
			messages++;
		}

		assertThat(messages).isEqualTo(200);
		assertThat(grouping.waiting()).isZero();
	}

	@Test
	void memoryIsBounded() {
		KnownKinds known = known(GroupingAtHand.settings(20));
		Tick now = new Tick(Logged.NOON, 0);
		for (int kind = 0; kind < 1_000; kind++) {
			for (Severity severity : Severity.values()) {
				LogEvent event = Logged.as(severity, "x").by("logger" + kind).event();
				known.kindOf(event, Fingerprint.of(List.of("k" + kind)), now).add(event, PLAIN, now);
			}
		}

		assertThat(known.size()).as("kinds, a tenth for loggers, one per severity").isEqualTo(20 + 2 + 5);
	}

	@Test
	void whatWouldBeNewAnywayIsLetGo() {
		KnownKinds known = known(GroupingAtHand.settings(20));
		Tick now = new Tick(Logged.NOON, Long.MAX_VALUE);
		LogEvent event = Logged.error("x").event();
		known.kindOf(event, Fingerprint.of(List.of("silent")), now);
		known.kindOf(event, Fingerprint.of(List.of("waiting")), now).add(event, PLAIN, now);

		known.forgetOld(now.plus(GroupingAtHand.QUIET.minusNanos(1)));
		assertThat(known.size()).isEqualTo(2);
		known.forgetOld(now.plus(GroupingAtHand.QUIET));

		assertThat(known.size()).isOne();
	}

	@Test
	void withoutGroupingNothingIsRemembered() {
		KnownKinds known = known(GroupingAtHand.settings(false, 20, LINGER, GroupingAtHand.DIGEST));
		LogEvent event = Logged.error("x").event();
		Kind kind = known.kindOf(event, Fingerprint.of(List.of("x")), new Tick(Logged.NOON, 0));

		known.settled(kind);

		assertThat(known.size()).isZero();
	}

	@Test
	void kindOfWhichNothingWaitsHoldsOneEvent() {
		LogEvent first = Logged.error("x").event();
		Tick now = new Tick(Logged.NOON, 0);
		Kind kind = new Kind(Fingerprint.of(List.of("x")), false, "1.8.2", first, now);
		kind.add(first, PLAIN, now);
		kind.add(Logged.error("x").event(), PLAIN, now);
		kind.taken();

		kind.takeOff(kind.counts().all(), kind.doubles());

		assertThat(kind.snapshot(now, 0).latest()).isSameAs(first);
	}

	private static KnownKinds known(Settings settings) {
		return new KnownKinds(settings, () -> "1.8.2", new SpeakingRules(settings), (forgotten) -> {
		});
	}

}
