package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Occasion;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.SpeakingRules.Reason;

/**
 * When a run of a job speaks in its channel or thread: when a report says something new
 * of it, and at the milestones of a series of runs that fail the same way. Nothing else
 * makes it speak: no digest, no storm, no reminder, no rate and no silence. Pure
 * functions; what is done to its message stands in {@link EditingRules}.
 *
 * <p>
 * The first outcome waits for company, so that a run that is over by then is told once,
 * and what a framework logs of a failure is counted in. Where no message can be edited
 * each other outcome is a post, and a series that ends between two milestones is told
 * with its last count.
 */
final class JobRules {

	private JobRules() {
	}

	/**
	 * Why a run is to speak, apart from its trace and but for a mute.
	 * @param kind that is a run
	 * @param living whether messages can be edited there
	 * @param rules that hold for all kinds
	 */
	static List<Reason> reasons(Kind kind, boolean living, SpeakingRules rules) {
		List<Reason> reasons = new ArrayList<>();
		boolean inThread = living && kind.message().ref() != null;
		if (!kind.isTold()) {
			if (kind.isWaiting()) {
				reasons.add(new Reason(Occasion.FIRST, rules.afterLinger(kind, kind.waitingSince())));
			}
			return reasons;
		}
		if (kind.hasRisen()) {
			reasons.add(new Reason(Occasion.RISE, rules.afterLinger(kind, kind.worseSince())));
		}
		Tick milestone = kind.milestoneSince();
		if (milestone != null) {
			reasons.add(new Reason(Occasion.MILESTONE, milestone.nanos()));
		}
		if (!inThread && kind.isWaiting()) {
			post(kind, living, rules, reasons);
		}
		return reasons;
	}

	private static void post(Kind kind, boolean living, SpeakingRules rules, List<Reason> reasons) {
		if (kind.isOutcomeUntold()) {
			if (!kind.hasRisen()) {
				reasons.add(new Reason(Occasion.FIRST, kind.run().since().nanos()));
			}
			return;
		}
		Tick hurried = kind.hurriedAt();
		if (hurried != null) {
			reasons.add(new Reason(Occasion.GATHERED, hurried.nanos()));
		}
		boolean lost = living && kind.message().isLost();
		reasons.add(new Reason(Occasion.COUNT,
				lost ? rules.afterLinger(kind, kind.waitingSince()) : rules.quietNanos(kind)));
	}

}
