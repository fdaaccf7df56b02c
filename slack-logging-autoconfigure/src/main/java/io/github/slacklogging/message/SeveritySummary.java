package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Severity;

/**
 * All kinds of one severity in a summary. Its sums include what is not shown.
 *
 * @param severity of the kinds
 * @param shown most frequent first
 * @param hidden kinds that are counted only
 */
record SeveritySummary(Severity severity, List<MaskedGroup> shown, Remainder hidden) {

	/**
	 * The severities of a plan, the worst first.
	 * @param plan to sum up
	 * @param maxShown most kinds shown in all; the others are counted only
	 */
	static List<SeveritySummary> of(MessagePlan plan, int maxShown) {
		List<MaskedGroup> most = plan.groups().subList(0, Math.min(maxShown, plan.groups().size()));
		List<MaskedGroup> rest = plan.groups().subList(most.size(), plan.groups().size());
		List<SeveritySummary> summaries = new ArrayList<>();
		List<Severity> worstFirst = Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).toList();
		for (Severity severity : worstFirst) {
			List<MaskedGroup> shown = of(severity, most).stream()
				.sorted(Comparator.comparingLong(MaskedGroup::count).reversed())
				.toList();
			List<MaskedGroup> unshown = of(severity, rest);
			Remainder remainder = plan.remainder().getOrDefault(severity, new Remainder(0, 0));
			Remainder hidden = new Remainder(remainder.kinds() + unshown.size(), remainder.events() + events(unshown));
			if (!shown.isEmpty() || hidden.events() > 0) {
				summaries.add(new SeveritySummary(severity, shown, hidden));
			}
		}
		return summaries;
	}

	int kinds() {
		return this.shown.size() + this.hidden.kinds();
	}

	long events() {
		return events(this.shown) + this.hidden.events();
	}

	private static List<MaskedGroup> of(Severity severity, List<MaskedGroup> groups) {
		return groups.stream().filter((group) -> group.severity() == severity).toList();
	}

	private static long events(List<MaskedGroup> groups) {
		return groups.stream().mapToLong(MaskedGroup::count).sum();
	}

}
