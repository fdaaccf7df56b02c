package io.github.slacklogging.spool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.SpooledGroup;

/** Adds groups up, one of each kind. Not thread-safe. */
final class GroupSum {

	private static final Comparator<SpooledGroup> IMPORTANCE = Comparator.comparing(SpooledGroup::severity)
		.thenComparing(SpooledGroup::events)
		.reversed();

	private final Map<Fingerprint, SpooledGroup> groups = new LinkedHashMap<>();

	/** Adds groups that came later than those before. */
	void add(Collection<SpooledGroup> later) {
		later.forEach((group) -> this.groups.merge(group.fingerprint(), group, SpooledGroup::plus));
	}

	List<SpooledGroup> byImportance() {
		List<SpooledGroup> sorted = new ArrayList<>(this.groups.values());
		sorted.sort(IMPORTANCE);
		return sorted;
	}

}
