package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;

/**
 * The kinds of one destination. Bounded: when {@code maxGroups} kinds are remembered, the
 * one that was silent longest makes room; when all of them wait, events are counted under
 * "other", per severity and logger, and at last per severity. Used by the worker only.
 */
final class GroupTable {

	/** "Other" may be told apart by logger for a tenth of the kinds, then by severity. */
	private static final int OTHER_SHARE = 10;

	private final Settings settings;

	private final SpeakingRules rules;

	private final BatchSelection selection;

	/** In order of the last event, the longest silent first. */
	private final Map<Fingerprint, Kind> kinds = new LinkedHashMap<>(16, 0.75f, true);

	private final Map<Fingerprint, Kind> others = new LinkedHashMap<>();

	private long waiting;

	GroupTable(Settings settings) {
		this.settings = settings;
		this.rules = new SpeakingRules(settings);
		this.selection = new BatchSelection(settings.samples(), this.rules);
	}

	void fold(LogEvent event, Fingerprint fingerprint, Tick now) {
		Kind kind = this.kinds.get(fingerprint);
		if (kind == null) {
			kind = create(event, fingerprint, now);
		}
		else if (kind.waiting() == 0 && now.since(kind.lastSeen()).compareTo(this.settings.quietAfter()) > 0) {
			kind.renew(event);
		}
		kind.add(event, now);
		this.waiting++;
	}

	private Kind create(LogEvent event, Fingerprint fingerprint, Tick now) {
		if (this.kinds.size() < this.settings.maxGroups() || forgetOne()) {
			Kind kind = new Kind(fingerprint, false, event, now);
			this.kinds.put(fingerprint, kind);
			return kind;
		}
		Fingerprint key = Fingerprint.of(List.of("other", event.severity().name(), event.loggerName()));
		if (!this.others.containsKey(key) && this.others.size() >= this.settings.maxGroups() / OTHER_SHARE) {
			key = Fingerprint.of(List.of("other", event.severity().name()));
		}
		return this.others.computeIfAbsent(key, (created) -> new Kind(created, true, event, now));
	}

	private boolean forgetOne() {
		Iterator<Kind> longestSilent = this.kinds.values().iterator();
		while (longestSilent.hasNext()) {
			if (longestSilent.next().waiting() == 0) {
				longestSilent.remove();
				return true;
			}
		}
		return false;
	}

	boolean isDue(Tick now) {
		long next = nextDueNanos();
		return this.waiting > 0 && now.isAtOrAfter(next);
	}

	long nextDueNanos() {
		return this.rules.nextDueNanos(waitingKinds());
	}

	/** The batch stays counted as waiting; one at a time may be open. */
	Optional<GroupBatch> take(Tick now, boolean all) {
		return this.selection.select(waitingKinds(), now, all);
	}

	void acknowledged(GroupBatch batch, Tick now) {
		dropped(batch);
		for (Share share : batch.shares()) {
			if (share.shown() != null || share.kind().isOther()) {
				share.kind().told(now);
			}
		}
	}

	void dropped(GroupBatch batch) {
		for (Share share : batch.shares()) {
			share.kind().takeOff(share.counts(), batch.takenAt());
			this.waiting -= share.total();
			forgetIfSingle(share.kind());
		}
	}

	/** Without folding an event never comes again: nothing is remembered of it. */
	private void forgetIfSingle(Kind kind) {
		if (!this.settings.enabled() && kind.waiting() == 0) {
			this.kinds.remove(kind.fingerprint());
		}
	}

	long waiting() {
		return this.waiting;
	}

	long overdue(Tick now) {
		long overdue = 0;
		for (Kind kind : waitingKinds()) {
			overdue += now.isAtOrAfter(this.rules.dueNanos(kind)) ? kind.waiting() : 0;
		}
		return overdue;
	}

	private List<Kind> waitingKinds() {
		if (this.waiting == 0) {
			return List.of();
		}
		List<Kind> waitingKinds = new ArrayList<>();
		this.kinds.values().stream().filter((kind) -> kind.waiting() > 0).forEach(waitingKinds::add);
		this.others.values().stream().filter((kind) -> kind.waiting() > 0).forEach(waitingKinds::add);
		return waitingKinds;
	}

}
