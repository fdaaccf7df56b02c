package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens, in whatever order: waiting + acknowledged + dropped = folded. The
 * clock overflows on the way.
 */
class EventGroupingBooksTests {

	private static final List<String> DESTINATIONS = List.of("a", "b");

	private static final int STEPS = 8_000;

	private Tick now = new Tick(Logged.NOON, Long.MAX_VALUE - Duration.ofHours(1).toNanos());

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void booksBalanceAtEveryMoment(long seed) {
		Random random = new Random(seed);
		boolean enabled = seed % 4 != 0;
		EventGrouping grouping = new EventGrouping(
				GroupingAtHand.settings(enabled, 12, GroupingAtHand.LINGER, GroupingAtHand.DIGEST), List.of(),
				DESTINATIONS);
		List<Ledger> ledgers = DESTINATIONS.stream().map((name) -> new Ledger(name, grouping, enabled)).toList();
		for (int step = 0; step < STEPS; step++) {
			int dice = random.nextInt(100);
			Ledger ledger = ledgers.get(random.nextInt(2));
			if (dice < 70) {
				fold(grouping, random, ledgers);
			}
			else if (dice < 80) {
				this.now = this.now.plus(Duration.ofMillis(random.nextInt(dice == 79 ? 2_000_000 : 3_000)));
			}
			else if (dice < 90) {
				ledger.take(dice == 89, this.now);
			}
			else {
				ledger.settle(dice < 98, this.now);
			}
			ledgers.forEach((each) -> each.check(this.now));
		}
		ledgers.forEach((ledger) -> ledger.finish(this.now));
	}

	private void fold(EventGrouping grouping, Random random, List<Ledger> ledgers) {
		// few kinds often, many kinds seldom; bursts, so that crowds come about
		int times = (random.nextInt(20) == 0) ? 60 : 1;
		String kind = "k" + (random.nextBoolean() ? random.nextInt(5) : random.nextInt(60));
		Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
		List<Ledger> to = (random.nextInt(3) == 0) ? ledgers : List.of(ledgers.get(random.nextInt(2)));
		for (int i = 0; i < times; i++) {
			LogEvent event = Logged.ofKind(severity, kind).by("logger" + random.nextInt(3)).event();
			to.forEach((ledger) -> ledger.expectNoLater());
			grouping.fold(event, to.stream().map((ledger) -> ledger.name).toList(), this.now);
			to.forEach((ledger) -> ledger.folded(kind, event));
		}
	}

	/** What must be true at one destination. */
	private static final class Ledger {

		private final String name;

		private final EventGrouping grouping;

		private final boolean enabled;

		private final Map<Severity, Long> folded = new EnumMap<>(Severity.class);

		private final Map<Severity, Long> settled = new EnumMap<>(Severity.class);

		private final Map<String, LogEvent> latest = new HashMap<>();

		private @Nullable Tick latestDue;

		private @Nullable GroupBatch open;

		Ledger(String name, EventGrouping grouping, boolean enabled) {
			this.name = name;
			this.grouping = grouping;
			this.enabled = enabled;
		}

		void expectNoLater() {
			boolean waits = this.grouping.waiting(this.name) > 0;
			this.latestDue = waits ? new Tick(Logged.NOON, this.grouping.nextDueNanos(this.name)) : null;
		}

		void folded(String kind, LogEvent event) {
			this.folded.merge(event.severity(), 1L, Long::sum);
			this.latest.put(kind, event);
			Tick before = this.latestDue;
			assertThat(before == null || before.isAtOrAfter(this.grouping.nextDueNanos(this.name)))
				.as("an event puts nothing off")
				.isTrue();
		}

		void take(boolean all, Tick now) {
			boolean due = this.grouping.isDue(this.name, now);
			long waiting = this.grouping.waiting(this.name);
			GroupBatch batch = (all ? this.grouping.takeAll(this.name, now) : this.grouping.take(this.name, now))
				.orElse(null);
			assertThat(batch != null).isEqualTo(all ? waiting > 0 : due);
			if (batch != null) {
				checkBatch(batch, all, waiting, now);
			}
			this.open = batch;
		}

		private void checkBatch(GroupBatch batch, boolean all, long waiting, Tick now) {
			long events = sum(batch.events());
			assertThat(events).isBetween(all ? waiting : 1, waiting);
			assertThat(batch.groups()).isNotEmpty();
			assertThat(sumOf(batch.groups()) + hiddenIn(batch)).isEqualTo(events);
			Map<Severity, Long> byHow = new EnumMap<>(Severity.class);
			batch.eventsByKind().values().forEach((counts) -> counts.forEach((s, n) -> byHow.merge(s, n, Long::sum)));
			assertThat(byHow).isEqualTo(batch.events());
			assertThat(sum(batch.eventsByKind().getOrDefault(DeliveryKind.SHOWN, Map.of())))
				.isEqualTo(batch.groups().size());
			assertThat(sum(batch.eventsByKind().getOrDefault(DeliveryKind.SUMMARISED, Map.of())))
				.isEqualTo(hiddenIn(batch));
			assertThat(all || now.isAtOrAfter(batch.dueNanos())).isTrue();
			assertThat(batch.span().isNegative()).isFalse();
			batch.groups().forEach(this::checkGroup);
		}

		private void checkGroup(EventGroup group) {
			assertThat(group.total()).isGreaterThanOrEqualTo(group.count());
			assertThat(group.severity().isAtLeast(group.latest().severity())).isTrue();
			String kind = GroupingAtHand.kindOf(group);
			if (this.enabled && this.latest.containsKey(kind)) {
				assertThat(group.latest()).isSameAs(this.latest.get(kind));
			}
		}

		void settle(boolean delivered, Tick now) {
			GroupBatch batch = this.open;
			if (batch != null) {
				if (delivered) {
					this.grouping.acknowledged(this.name, batch, now);
				}
				else {
					this.grouping.dropped(this.name, batch);
				}
				batch.events().forEach((severity, count) -> this.settled.merge(severity, count, Long::sum));
			}
			this.open = null;
		}

		void check(Tick now) {
			long waiting = this.grouping.waiting(this.name);
			assertThat(waiting + sum(this.settled)).isEqualTo(sum(this.folded));
			boolean due = this.grouping.isDue(this.name, now);
			long overdue = this.grouping.overdue(this.name, now);
			assertThat(due).isEqualTo(waiting > 0 && now.isAtOrAfter(this.grouping.nextDueNanos(this.name)))
				.isEqualTo(overdue > 0);
			assertThat(overdue).isLessThanOrEqualTo(waiting);
		}

		void finish(Tick now) {
			take(true, now);
			settle(true, now);
			assertThat(this.grouping.waiting(this.name)).isZero();
			assertThat(this.settled).isEqualTo(this.folded);
		}

		private static long hiddenIn(GroupBatch batch) {
			return batch.remainder().values().stream().mapToLong(Remainder::events).sum();
		}

		private static long sumOf(List<EventGroup> groups) {
			return groups.stream().mapToLong(EventGroup::count).sum();
		}

		private static long sum(Map<Severity, Long> counts) {
			return counts.values().stream().mapToLong(Long::longValue).sum();
		}

	}

}
