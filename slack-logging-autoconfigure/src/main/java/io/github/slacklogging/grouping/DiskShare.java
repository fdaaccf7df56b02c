package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.Tick;

/**
 * What of a table's waiting kinds is on disk. Used by the worker only.
 */
final class DiskShare {

	private final Collection<Kind> waiting;

	/** What was handed over last, in this order. */
	private List<HandedOver> last = List.of();

	private long events;

	/**
	 * Events that come change nothing of it, and it is asked for several times a round.
	 */
	private boolean counted;

	/**
	 * Looks at these kinds.
	 * @param waiting kinds with waiting events, as they come and go
	 */
	DiskShare(Collection<Kind> waiting) {
		this.waiting = waiting;
	}

	/**
	 * What is to be written, most important first; it counts as on disk from now on.
	 * @param all whether it takes the place of everything on disk
	 * @param now the time
	 */
	List<GroupDelta> handOver(boolean all, Tick now) {
		if (all) {
			nothing();
		}
		this.last = this.waiting.stream()
			.filter((kind) -> kind.counts().spooledTotal() < kind.waiting())
			.sorted(BatchSelection.BY_WEIGHT)
			.map((kind) -> new HandedOver(kind, kind.spool(now)))
			.toList();
		changed();
		return this.last.stream().map(HandedOver::delta).toList();
	}

	/** Of what was handed over last only so many groups are on disk. */
	void only(int groups) {
		for (HandedOver left : new ArrayList<>(this.last.subList(groups, this.last.size()))) {
			left.kind().counts().unspool(left.delta().counts());
		}
		this.last = List.of();
		changed();
	}

	/** Nothing is known to be on disk. */
	void nothing() {
		this.waiting.forEach((kind) -> kind.counts().unspool());
		this.last = List.of();
		changed();
	}

	/** Waiting events went, or came from the disk. */
	void changed() {
		this.counted = false;
	}

	/** How many of the waiting events are on disk. */
	long events() {
		if (!this.counted) {
			this.events = 0;
			for (Kind kind : this.waiting) {
				this.events += kind.counts().spooledTotal();
			}
			this.counted = true;
		}
		return this.events;
	}

	/** What of a kind was handed over. */
	private record HandedOver(Kind kind, GroupDelta delta) {

	}

}
