package io.github.slacklogging.message;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Storm;

/**
 * The numbers of a storm. What is shown and what is hidden make up its sums, also where
 * the plan tells of more than the storm knows.
 *
 * @param shown most frequent first
 * @param hidden kinds that are counted only
 */
record StormSums(List<MaskedGroup> shown, Remainder hidden) {

	/**
	 * The sums of a plan with a storm.
	 * @param plan to sum up
	 * @param maxShown most kinds shown
	 */
	static StormSums of(MessagePlan plan, int maxShown) {
		Storm storm = Objects.requireNonNull(plan.storm());
		List<MaskedGroup> shown = plan.groups()
			.stream()
			.sorted(Comparator.comparingLong(MaskedGroup::total).reversed())
			.limit(maxShown)
			.toList();
		int kinds = plan.groups().size() + plan.remainder().values().stream().mapToInt(Remainder::kinds).sum();
		long events = total(plan.groups()) + plan.remainder().values().stream().mapToLong(Remainder::events).sum();
		return new StormSums(shown, new Remainder(Math.max(kinds, storm.kinds()) - shown.size(),
				Math.max(events, storm.events()) - total(shown)));
	}

	int kinds() {
		return this.shown.size() + this.hidden.kinds();
	}

	long events() {
		return total(this.shown) + this.hidden.events();
	}

	private static long total(List<MaskedGroup> groups) {
		return groups.stream().mapToLong(MaskedGroup::total).sum();
	}

}
