package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.Tick;

/**
 * Which incidents changed since they were handed to the disk. Used by the worker only.
 */
final class IncidentChanges {

	/** More of them wait for the next time. */
	private static final int MAX_AT_ONCE = 200;

	private final SpeakingRules rules;

	private final Set<Kind> changed = new LinkedHashSet<>();

	/** Kinds that the disk has, or may have. */
	private final Set<Kind> kept = new HashSet<>();

	/** Kinds that are let go, though the disk still has them. */
	private final Map<Fingerprint, Kind> forgotten = new LinkedHashMap<>();

	IncidentChanges(SpeakingRules rules) {
		this.rules = rules;
	}

	void changed(Kind kind) {
		boolean over = kind.isRunOver() && !kind.run().mayGoOn() && !this.kept.contains(kind);
		if (kind.isTold() && this.rules.isIncident(kind) && !kind.isLetGo() && !over) {
			this.changed.add(kind);
		}
	}

	/** An earlier run left it on disk. */
	void restored(Kind kind) {
		this.kept.add(kind);
	}

	/** What the disk never had needs no word: there may be no disk at all. */
	void forgotten(Kind kind) {
		this.changed.remove(kind);
		if (this.kept.remove(kind)) {
			this.forgotten.put(kind.fingerprint(), kind);
		}
	}

	/** Whether there is something to hand over. */
	boolean isAny() {
		return !this.changed.isEmpty() || !this.forgotten.isEmpty();
	}

	/** What is to be written; it counts as kept from now on. */
	List<GroupDelta> handOver(Tick now) {
		List<Kind> next = this.changed.stream().limit(MAX_AT_ONCE).toList();
		List<GroupDelta> deltas = new ArrayList<>();
		for (Kind kind : next) {
			// one that took the place of a forgotten one is kept in its place too
			this.forgotten.remove(kind.fingerprint());
			deltas.add(kind.keep(false, now));
		}
		next.forEach(this.changed::remove);
		this.kept.addAll(next);
		for (Kind kind : this.forgotten.values()) {
			deltas.add(kind.keep(true, now));
		}
		this.forgotten.clear();
		return deltas;
	}

	/** Nothing is known to be on disk: all of it is to be handed over again. */
	void failed(Iterable<Kind> all) {
		all.forEach(this::changed);
	}

}
