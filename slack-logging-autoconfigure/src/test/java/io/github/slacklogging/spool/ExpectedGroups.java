package io.github.slacklogging.spool;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.SpooledGroup;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must be, and what may be, kept of one destination: a failed update leaves open
 * whether it was done. Events by kind.
 */
final class ExpectedGroups {

	/** Left by earlier processes and not taken over in this one. */
	private Map<String, Long> untouched = new HashMap<>();

	private Map<String, Long> atLeast = new HashMap<>();

	private Map<String, Long> atMost = new HashMap<>();

	/** A process ended; the next one knows of what it recovered, and leaves the rest. */
	void startOver(List<SpooledGroup> recovered) {
		assertThat(this.atLeast).isEqualTo(this.atMost);
		Map<String, Long> known = new HashMap<>();
		recovered.forEach((group) -> known.put(kind(group), group.events()));
		this.untouched = new HashMap<>(this.atLeast);
		known.forEach((kind, events) -> this.untouched.merge(kind, -events, Long::sum));
		assertThat(this.untouched.values()).as("left after recovery of %s", known).allMatch((events) -> events >= 0);
		this.atLeast = known;
		this.atMost = known;
	}

	void answered(Update update, Kept kept) {
		Map<String, Long> asked = update.replacing() ? new HashMap<>() : null;
		Map<String, Long> lower = (asked != null) ? asked : new HashMap<>(this.atLeast);
		Map<String, Long> upper = (asked != null) ? new HashMap<>() : new HashMap<>(this.atMost);
		for (SpooledGroup group : update.groups()) {
			lower.merge(kind(group), group.events(), Long::sum);
			upper.merge(kind(group), group.events(), Long::sum);
		}
		if (kept.successful()) {
			assertThat(kept.groups()).isEqualTo(update.groups().size());
			this.atLeast = lower;
			this.atMost = upper;
		}
		else {
			this.atLeast = merge(this.atLeast, lower, false);
			this.atMost = merge(this.atMost, upper, true);
		}
	}

	private static Map<String, Long> merge(Map<String, Long> before, Map<String, Long> after, boolean larger) {
		Map<String, Long> merged = new HashMap<>();
		Set<String> kinds = new HashSet<>(before.keySet());
		kinds.addAll(after.keySet());
		for (String kind : kinds) {
			long one = before.getOrDefault(kind, 0L);
			long other = after.getOrDefault(kind, 0L);
			merged.put(kind, larger ? Math.max(one, other) : Math.min(one, other));
		}
		return merged;
	}

	void check(String when, List<SpooledGroup> found) {
		Map<String, Long> events = new HashMap<>();
		for (SpooledGroup group : found) {
			assertThat(events.put(kind(group), group.events())).as("%s: one group of each kind", when).isNull();
		}
		Set<String> kinds = new HashSet<>(events.keySet());
		kinds.addAll(this.atLeast.keySet());
		kinds.addAll(this.untouched.keySet());
		for (String kind : kinds) {
			long left = this.untouched.getOrDefault(kind, 0L);
			assertThat(events.getOrDefault(kind, 0L)).as("%s: events of %s", when, kind)
				.isBetween(left + this.atLeast.getOrDefault(kind, 0L), left + this.atMost.getOrDefault(kind, 0L));
		}
	}

	private static String kind(SpooledGroup group) {
		return group.fingerprint().components().get(0);
	}

}
