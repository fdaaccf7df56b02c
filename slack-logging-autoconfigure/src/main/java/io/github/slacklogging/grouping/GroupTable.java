package io.github.slacklogging.grouping;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.BatchSelection.Scope;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one destination and when they speak. An event makes a kind due sooner or
 * not at all, never later, so the next moment is known without looking at the kinds; they
 * are looked at when a batch is taken or settled. Used by the worker only.
 *
 * <p>
 * Longer than a class of ours should be: what makes a kind due and what settles it must
 * agree.
 */
final class GroupTable {

	private final SpeakingRules rules;

	private final BatchSelection selection;

	private final KnownKinds known;

	/** Kinds with waiting events, the longest waiting first. */
	private final Set<Kind> waiting = new LinkedHashSet<>();

	private long waitingEvents;

	/** Waiting events of news. */
	private long newEvents;

	/** Meaningful while something waits. */
	private long nextDueNanos;

	private final DiskShare disk = new DiskShare(this.waiting);

	private @Nullable GroupBatch open;

	GroupTable(Settings settings) {
		this.rules = new SpeakingRules(settings);
		this.selection = new BatchSelection(settings.samples(), this.rules);
		this.known = new KnownKinds(settings, this.rules);
	}

	void fold(LogEvent event, Fingerprint fingerprint, Tick now) {
		Kind kind = this.known.kindOf(event, fingerprint, now);
		boolean wasNews = kind.isWaiting() && this.rules.isNews(kind);
		boolean matters = kind.add(event, now);
		this.waitingEvents++;
		if (matters) {
			schedule(kind, this.rules.dueNanos(kind, now));
		}
		if (this.rules.isNews(kind)) {
			crowd(kind, wasNews ? 1 : kind.waiting(), now);
		}
	}

	private void schedule(Kind kind, long dueNanos) {
		kind.dueBy(dueNanos);
		if (this.waiting.isEmpty() || kind.dueNanos() - this.nextDueNanos < 0) {
			this.nextDueNanos = kind.dueNanos();
		}
		this.waiting.add(kind);
	}

	private void crowd(Kind kind, long events, Tick now) {
		boolean wasCrowd = this.rules.isCrowd(this.newEvents);
		this.newEvents += events;
		if (wasCrowd) {
			schedule(kind, now.nanos());
		}
		else if (this.rules.isCrowd(this.newEvents)) {
			for (Kind other : this.waiting) {
				if (this.rules.isNews(other)) {
					schedule(other, now.nanos());
				}
			}
		}
	}

	boolean isDue(Tick now) {
		return !this.waiting.isEmpty() && now.isAtOrAfter(this.nextDueNanos);
	}

	long nextDueNanos() {
		return this.waiting.isEmpty() ? Long.MAX_VALUE : this.nextDueNanos;
	}

	/**
	 * The batch stays counted as waiting. It takes the place of one taken before, which
	 * cannot be settled any more.
	 */
	Optional<GroupBatch> take(Scope scope, Tick now) {
		Optional<GroupBatch> batch = this.selection.select(this.waiting, scope, now);
		batch.ifPresent((taken) -> taken.shares().forEach((share) -> share.kind().taken()));
		this.open = batch.orElse(null);
		return batch;
	}

	void acknowledged(GroupBatch batch, Tick now) {
		close(batch);
		for (Share share : batch.shares()) {
			if (share.isTold()) {
				share.kind().told(share.severity(), now);
			}
			settle(share);
		}
		reckon();
		this.known.forgetQuiet(now);
	}

	void dropped(GroupBatch batch) {
		close(batch);
		batch.shares().forEach(this::settle);
		reckon();
	}

	private void close(GroupBatch batch) {
		if (batch != this.open) {
			throw new IllegalStateException("Only the batch taken last can be settled, and only once");
		}
		this.open = null;
	}

	private void settle(Share share) {
		Kind kind = share.kind();
		kind.takeOff(share.counts());
		this.waitingEvents -= share.total();
		if (kind.isWaiting()) {
			kind.dueBy(this.rules.dueNanos(kind, kind.waitingSince()));
		}
		forgetIfDone(kind);
	}

	private void forgetIfDone(Kind kind) {
		if (!kind.isWaiting()) {
			this.waiting.remove(kind);
			this.known.settled(kind);
		}
	}

	private void reckon() {
		this.newEvents = 0;
		boolean first = true;
		for (Kind kind : this.waiting) {
			this.newEvents += this.rules.isNews(kind) ? kind.waiting() : 0;
			this.nextDueNanos = (first || kind.dueNanos() - this.nextDueNanos < 0) ? kind.dueNanos()
					: this.nextDueNanos;
			first = false;
		}
	}

	/** Counts in what an earlier run left; it is due at once. */
	void restore(List<SpooledGroup> groups, Tick now) {
		for (SpooledGroup left : groups) {
			Kind kind = this.known.kindOf(left, now);
			kind.absorb(left, now);
			this.waitingEvents += left.events();
			schedule(kind, now.nanos());
		}
		reckon();
	}

	/** What of the waiting kinds is on disk. */
	DiskShare disk() {
		return this.disk;
	}

	/** Forgets what is not on disk: nothing will bring it back. */
	Map<Severity, Long> dropUnspooled() {
		this.open = null;
		return drop((kind) -> kind.counts().unspooled());
	}

	/** Forgets kinds of which no event came for so long. */
	Map<Severity, Long> dropSilentSince(long nanos) {
		return drop((kind) -> (kind.lastFolded().nanos() - nanos < 0) ? kind.counts().all() : Map.of());
	}

	private Map<Severity, Long> drop(Function<Kind, Map<Severity, Long>> choice) {
		Map<Severity, Long> dropped = new EnumMap<>(Severity.class);
		for (Kind kind : List.copyOf(this.waiting)) {
			Map<Severity, Long> counts = choice.apply(kind);
			kind.drop(counts);
			counts.forEach((level, count) -> {
				dropped.merge(level, count, Long::sum);
				this.waitingEvents -= count;
			});
			forgetIfDone(kind);
		}
		reckon();
		return dropped;
	}

	/** Whether something that is due waits for nothing. */
	boolean isUrgent(Tick now) {
		return isDue(now) && this.waiting.stream()
			.anyMatch((kind) -> kind.severity() == Severity.CRITICAL && now.isAtOrAfter(kind.dueNanos()));
	}

	int kinds() {
		return this.waiting.size();
	}

	long waiting() {
		return this.waitingEvents;
	}

	long overdue(Tick now) {
		long overdue = 0;
		if (isDue(now)) {
			for (Kind kind : this.waiting) {
				overdue += now.isAtOrAfter(kind.dueNanos()) ? kind.waiting() : 0;
			}
		}
		return overdue;
	}

}
