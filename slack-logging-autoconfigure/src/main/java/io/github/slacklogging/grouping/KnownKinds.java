package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.slacklogging.Example;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The kinds that are remembered at one destination. Bounded: when {@code maxGroups} are
 * remembered, the one that was silent longest makes room; when something waits of all of
 * them, events are counted under "other", per severity and logger, and at last per
 * severity. What waits is never forgotten. Used by the worker only.
 *
 * <p>
 * Longer than a class of ours should be: who is remembered and who makes room are one
 * question.
 */
final class KnownKinds {

	/** "Other" may be told apart by logger for a tenth of the kinds. */
	private static final int OTHER_SHARE = 10;

	private static final String LOGGER = "logger ";

	/** What was not seen for so long is not remembered. */
	private static final Duration MEMORY = Duration.ofDays(7);

	private final Settings settings;

	private final Supplier<String> version;

	private final SpeakingRules rules;

	private final Consumer<Kind> forgotten;

	/** In order of the last event, the longest silent first. */
	private final Map<Fingerprint, Kind> kinds = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * The same by id. A key whose text was masked on the disk is another key, so that a
	 * kind of an earlier run is found by its id only.
	 */
	private final Map<String, Kind> byId = new HashMap<>();

	/** None makes room for another: it would be new, and "other" would never pause. */
	private final Map<Other, Kind> others = new LinkedHashMap<>();

	/** Something waits of all of them; true until counts are taken off. */
	private boolean full;

	/**
	 * Remembers nothing yet.
	 * @param settings the same for all destinations
	 * @param version of the service
	 * @param rules what is an incident of its own
	 * @param forgotten hears of kinds that are let go
	 */
	KnownKinds(Settings settings, Supplier<String> version, SpeakingRules rules, Consumer<Kind> forgotten) {
		this.settings = settings;
		this.version = version;
		this.rules = rules;
		this.forgotten = forgotten;
	}

	/** The kind to count the event in, perhaps a new one. */
	Kind kindOf(LogEvent event, Fingerprint fingerprint, Tick now) {
		Kind kind = known(fingerprint);
		if (kind != null && !isAnother(kind, now)) {
			return kind;
		}
		if (kind == null && !hasRoom()) {
			return otherKindOf(new Other(event.severity(), event.loggerName()), event, now);
		}
		Kind created = new Kind(fingerprint, false, this.version.get(), event, now);
		if (kind != null && kind.isTold()) {
			created.follow(kind);
		}
		if (kind != null) {
			this.forgotten.accept(kind);
		}
		remember(fingerprint, created);
		return created;
	}

	private void remember(Fingerprint fingerprint, Kind kind) {
		this.kinds.put(fingerprint, kind);
		this.byId.put(fingerprint.id(), kind);
	}

	private @Nullable Kind known(Fingerprint fingerprint) {
		Kind kind = this.kinds.get(fingerprint);
		if (kind != null) {
			return kind;
		}
		Kind before = this.byId.get(fingerprint.id());
		if (before != null && before.isInherited() && this.kinds.remove(before.fingerprint(), before)) {
			this.kinds.put(fingerprint, before);
			before.fingerprint(fingerprint);
			return before;
		}
		return null;
	}

	/** What waits is never another: nobody needs to ask for the version then. */
	private boolean isAnother(Kind kind, Tick now) {
		return !kind.isWaiting() && this.rules.isAnother(kind, this.version.get(), now);
	}

	/** Whether this kind is remembered. */
	boolean knows(Fingerprint fingerprint) {
		return known(fingerprint) != null;
	}

	/** The kind to count in what an earlier run left. */
	Kind kindOf(SpooledGroup left, Tick now) {
		if (left.other()) {
			String logger = left.first().loggerName();
			Other exact = new Other(left.severity(), logger);
			boolean perLogger = exact.fingerprint(this.settings.scope()).id().equals(left.fingerprint().id());
			return otherKindOf(new Other(left.severity(), perLogger ? logger : ""), left.first(), now);
		}
		Kind kind = this.kinds.get(left.fingerprint());
		kind = (kind != null) ? kind : this.byId.get(left.fingerprint().id());
		if (kind != null) {
			return kind;
		}
		if (!hasRoom()) {
			return otherKindOf(new Other(left.severity(), left.first().loggerName()), left.first(), now);
		}
		String then = (left.incident() != null) ? left.incident().version() : this.version.get();
		Kind created = new Kind(left.fingerprint(), false, then, left.first(), now);
		remember(left.fingerprint(), created);
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
		if (kind == null || (!kind.isWaiting() && this.rules.isSilent(kind, now))) {
			kind = new Kind(key.fingerprint(this.settings.scope()), true, this.version.get(), example, now);
			this.others.put(key, kind);
		}
		return kind;
	}

	/** Runs that are over go first: they never come again. */
	private boolean forgetSilent() {
		return forgetSilent(Kind::isRunOver) || forgetSilent((kind) -> !kind.isWaiting());
	}

	private boolean forgetSilent(Predicate<Kind> choice) {
		Iterator<Kind> longestSilent = this.kinds.values().iterator();
		while (longestSilent.hasNext()) {
			Kind kind = longestSilent.next();
			if (choice.test(kind)) {
				longestSilent.remove();
				forget(kind);
				return true;
			}
		}
		return false;
	}

	private void forget(Kind kind) {
		this.byId.remove(kind.fingerprint().id(), kind);
		this.forgotten.accept(kind);
	}

	/** Nothing waits of this kind any more. */
	void settled(Kind kind) {
		this.full = false;
		if (!this.settings.enabled() && !kind.isJob() && this.kinds.remove(kind.fingerprint(), kind)) {
			// without folding an event never comes again
			forget(kind);
		}
	}

	/** Lets go what is of no use any more. */
	void forgetOld(Tick now) {
		this.kinds.values().removeIf((kind) -> {
			boolean old = isForgettable(kind, now);
			if (old) {
				forget(kind);
			}
			return old;
		});
		this.others.values().removeIf((kind) -> isForgettable(kind, now));
	}

	private boolean isForgettable(Kind kind, Tick now) {
		if (kind.isRunOver()) {
			return !kind.run().mayGoOn() || this.rules.isSilent(kind, now);
		}
		boolean useless = !kind.isTold() || !this.rules.isIncident(kind);
		return !kind.isWaiting() && this.rules.isSilent(kind, now)
				&& (useless || now.since(kind.lastFolded()).compareTo(MEMORY) > 0);
	}

	/** A kind by the id of its fingerprint. */
	@Nullable Kind withId(String id) {
		return this.byId.get(id);
	}

	/** All that are remembered. */
	Iterable<Kind> all() {
		return this.kinds.values();
	}

	/** The same and what stands for those that found no room. */
	List<Kind> everything() {
		List<Kind> everything = new ArrayList<>(this.kinds.values());
		everything.addAll(this.others.values());
		return everything;
	}

	/** What all events of an "other" have as their logger, empty for several. */
	static String loggerOfOther(Fingerprint other) {
		String last = other.components().get(other.components().size() - 1);
		return last.startsWith(LOGGER) ? last.substring(LOGGER.length()) : "";
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
				components.add(LOGGER + this.loggerName);
			}
			return Fingerprint.of(components);
		}

	}

}
