package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What of the incidents is handed to the disk, at a bot. */
class IncidentChangesTests {

	private static final String HERE = "here";

	private final Tick now = new Tick(Logged.NOON, Long.MAX_VALUE);

	private final NextRun disk = new NextRun();

	private int posts;

	@Test
	void toldIncidentIsHandedOverOnce() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(10));
		tell(grouping, "a");

		List<GroupDelta> changed = grouping.changedIncidents(HERE, this.now);

		assertThat(changed).hasSize(1);
		assertThat(changed.get(0).incident()).extracting(IncidentState::message, IncidentState::over)
			.containsExactly(new MessageRef("C1", "1.1"), false);
		assertThat(changed.get(0).counts()).isEmpty();
		assertThat(grouping.isIncidentChanged(HERE)).isFalse();
	}

	@Test
	void newsAndDigestsAreNoIncidents() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(10));
		tell(grouping, Severity.WARN, "w");
		grouping.fold(Logged.ofKind(Severity.ERROR, "a").event(), List.of(HERE), this.now);

		assertThat(grouping.isIncidentChanged(HERE)).isFalse();
	}

	@Test
	void afterAFailureAllAreHandedOverAgain() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(10));
		tell(grouping, "a");
		tell(grouping, "b");
		grouping.changedIncidents(HERE, this.now);

		grouping.unkeptIncidents(HERE);

		assertThat(grouping.changedIncidents(HERE, this.now)).hasSize(2);
	}

	@Test
	void veryManyAreHandedOverInParts() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(1_000));
		for (int kind = 0; kind < 250; kind++) {
			tell(grouping, "k" + kind);
		}

		assertThat(grouping.changedIncidents(HERE, this.now)).hasSize(200);
		assertThat(grouping.isIncidentChanged(HERE)).isTrue();
		assertThat(grouping.changedIncidents(HERE, this.now)).hasSize(50);
		assertThat(grouping.isIncidentChanged(HERE)).isFalse();
	}

	@Test
	void tenThousandIncidentsLeaveAsManyOnDiskAsAreRemembered() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(1_000));
		for (int kind = 0; kind < 10_000; kind++) {
			tell(grouping, "k" + kind);
			if (kind % 100 == 0) {
				keep(grouping);
			}
		}
		keep(grouping);

		assertThat(this.disk.incidents()).hasSize(1_000);
		assertThat(grouping.waiting(HERE)).isZero();
	}

	@Test
	void incidentThatMadeRoomIsOver() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(1));
		tell(grouping, "a");
		keep(grouping);
		tell(grouping, "b");

		List<Boolean> over = new ArrayList<>();
		for (GroupDelta delta : grouping.changedIncidents(HERE, this.now)) {
			IncidentState state = delta.incident();
			over.add(state != null && state.over());
		}

		assertThat(over).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void incidentOfAnEarlierRunThatMadeRoomIsOverToo() {
		EventGrouping before = grouping(GroupingAtHand.calm(10));
		tell(before, "a");
		keep(before);
		EventGrouping grouping = grouping(GroupingAtHand.calm(1));
		grouping.restore(HERE, List.of(), this.disk.incidents(), this.now);

		tell(grouping, "b");
		keep(grouping);

		assertThat(this.disk.incidents()).extracting((left) -> GroupingAtHand.kindOf(left.fingerprint()))
			.containsExactly("b");
	}

	@Test
	void incidentThatMadeRoomWhileItsTraceWasUnderWayStaysOver() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(1));
		grouping.fold(Logged.ofKind(Severity.CRITICAL, "a")
			.throwing("java.lang.IllegalStateException: no\n\tat com.acme.Orders.save(Orders.java:7)")
			.event(), List.of(HERE), this.now);
		GroupBatch post = grouping.take(HERE, this.now).orElseThrow();
		grouping.acknowledged(HERE, post, new Receipt(new MessageRef("C1", "1.1"), null), this.now);
		keep(grouping);
		GroupBatch trace = grouping.take(HERE, this.now).orElseThrow();

		grouping.fold(Logged.ofKind(Severity.CRITICAL, "b").event(), List.of(HERE), this.now);
		grouping.acknowledged(HERE, trace, Receipt.PLAIN, this.now);
		keep(grouping);

		assertThat(this.disk.incidents()).isEmpty();
		assertThat(grouping.nextDueNanos(HERE, Pace.EDIT)).as("nobody calls it quiet any more").isEmpty();
	}

	@Test
	void whatTheDiskNeverHadNeedsNoWord() {
		EventGrouping grouping = grouping(GroupingAtHand.calm(1));
		tell(grouping, "a");
		tell(grouping, "b");

		assertThat(grouping.changedIncidents(HERE, this.now)).as("a is gone").hasSize(1);
	}

	@Test
	void withoutGroupingThereAreNoIncidents() {
		EventGrouping grouping = grouping(
				GroupingAtHand.settings(false, 10, GroupingAtHand.LINGER, GroupingAtHand.DIGEST));
		tell(grouping, "a");

		assertThat(grouping.isIncidentChanged(HERE)).isFalse();
	}

	private EventGrouping grouping(Settings settings) {
		return new EventGrouping(settings, List.of(), List.of(GroupingAtHand.bot(HERE)), () -> "1.8.2", this.now);
	}

	private void tell(EventGrouping grouping, String kind) {
		tell(grouping, Severity.CRITICAL, kind);
		assertThat(grouping.isDue(HERE, Pace.POST, this.now)).isFalse();
	}

	private void tell(EventGrouping grouping, Severity severity, String kind) {
		grouping.fold(Logged.ofKind(severity, kind).event(), List.of(HERE), this.now);
		GroupBatch batch = grouping.takeAll(HERE, false, this.now).orElseThrow();
		this.posts++;
		grouping.acknowledged(HERE, batch, new Receipt(new MessageRef("C1", "1." + this.posts), null), this.now);
	}

	private void keep(EventGrouping grouping) {
		while (grouping.isIncidentChanged(HERE)) {
			this.disk.keepIncidents(grouping.changedIncidents(HERE, this.now));
		}
	}

}
