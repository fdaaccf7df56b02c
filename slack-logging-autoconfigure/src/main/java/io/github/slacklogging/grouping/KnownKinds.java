package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.Example;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;

/**
 * The kinds that are remembered at one destination. Bounded: when {@code maxGroups} are
 * remembered, the one that was silent longest makes room; when something waits of all of
 * them, events are counted under "other", per severity and logger, and at last per
 * severity. What waits is never forgotten. Used by the worker only.
 */
final class KnownKinds {

	/** "Other" may be told apart by logger for a tenth of the kinds. */
	private static final int OTHER_SHARE = 10;

	private final Settings settings;

	private final SpeakingRules rules;

	/** In order of the last event, the longest silent first. */
	private final Map<Fingerprint, Kind> kinds = new LinkedHashMap<>(16, 0.75f, true);

	/** None makes room for another: it would be new, and "other" would never pause. */
	private final Map<Other, Kind> others = new LinkedHashMap<>();

	/** Something waits of all of them; true until counts are taken off. */
	private boolean full;

	KnownKinds(Settings settings, SpeakingRules rules) {
		this.settings = settings;
		this.rules = rules;
	}

	/** The kind to count the event in, perhaps a new one. */
	Kind kindOf(LogEvent event, Fingerprint fingerprint, Tick now) {
		Kind kind = this.kinds.get(fingerprint);
		if (kind != null && !isForgettable(kind, now)) {
			return kind;
		}
		if (kind == null && !hasRoom()) {
			return otherKindOf(new Other(event.severity(), event.loggerName()), event, now);
		}
		Kind created = new Kind(fingerprint, false, event, now);
		this.kinds.put(fingerprint, created);
		return created;
	}

	/**
	 * The kind to count in what an earlier run left. A key whose text was masked on the
	 * disk is another key: its group stands apart until it is told, and no count is lost.
	 */
	Kind kindOf(SpooledGroup left, Tick now) {
		if (left.other()) {
			String logger = left.first().loggerName();
			Other exact = new Other(left.severity(), logger);
			boolean perLogger = exact.fingerprint(this.settings.scope()).id().equals(left.fingerprint().id());
			return otherKindOf(new Other(left.severity(), perLogger ? logger : ""), left.first(), now);
		}
		Kind kind = this.kinds.get(left.fingerprint());
		if (kind != null) {
			return kind;
		}
		if (!hasRoom()) {
			return otherKindOf(new Other(left.severity(), left.first().loggerName()), left.first(), now);
		}
		Kind created = new Kind(left.fingerprint(), false, left.first(), now);
		this.kinds.put(left.fingerprint(), created);
		return created;
	}

	private boolean hasRoom() {
		if (this.kinds.size() >= this.settings.maxGroups() && !this.full) {
			this.full = !forgetSilent();
		}
		return this.kinds.size() < this.settings.maxGroups();
	}

	private Kind otherKindOf(Other wanted, Example example, Tick now) {
		boolean room = this.others.containsKey(wanted) || this.others.size() < this.settings.maxGroups() / OTHER_SHARE;
		Other key = room ? wanted : new Other(wanted.severity(), "");
		Kind kind = this.others.get(key);
		if (kind == null || isForgettable(kind, now)) {
			kind = new Kind(key.fingerprint(this.settings.scope()), true, example, now);
			this.others.put(key, kind);
		}
		return kind;
	}

	private boolean forgetSilent() {
		Iterator<Kind> longestSilent = this.kinds.values().iterator();
		while (longestSilent.hasNext()) {
			if (!longestSilent.next().isWaiting()) {
				longestSilent.remove();
				return true;
			}
		}
		return false;
	}

	private boolean isForgettable(Kind kind, Tick now) {
		return !kind.isWaiting() && this.rules.isQuiet(kind, now);
	}

	/** Nothing waits of this kind any more. */
	void settled(Kind kind) {
		this.full = false;
		if (!this.settings.enabled()) {
			// without folding an event never comes again
			this.kinds.remove(kind.fingerprint(), kind);
		}
	}

	/** Lets go what would be new when it came back. */
	void forgetQuiet(Tick now) {
		this.kinds.values().removeIf((kind) -> isForgettable(kind, now));
		this.others.values().removeIf((kind) -> isForgettable(kind, now));
	}

	int size() {
		return this.kinds.size() + this.others.size();
	}

	/**
	 * What events have in common that found no room as a kind.
	 *
	 * @param severity of the events
	 * @param loggerName of their logger; empty for all loggers without room of their own
	 */
	private record Other(Severity severity, String loggerName) {

		Fingerprint fingerprint(List<String> scope) {
			List<String> components = new ArrayList<>(scope);
			components.add("other " + this.severity);
			if (!this.loggerName.isEmpty()) {
				components.add("logger " + this.loggerName);
			}
			return Fingerprint.of(components);
		}

	}

}
