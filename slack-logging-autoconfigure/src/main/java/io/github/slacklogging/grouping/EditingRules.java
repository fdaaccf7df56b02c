package io.github.slacklogging.grouping;

import java.time.Duration;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Speech.Form;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the living message of a kind, and when: its count is brought up to date
 * after 5 and after 15 seconds, then every 45 seconds while events come; when none came
 * for long it says so and gets a mark; that it is muted, or is not any more, it says at
 * once, and so it does how a run of a job stands, which never gets quiet. Nobody is
 * notified by any of it. Pure functions of the kind's state; immutable.
 */
final class EditingRules {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

	private static final Duration SECOND_PAUSE = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofSeconds(45);

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final Duration COMPANY = Duration.ofSeconds(1);

	private final SpeakingRules rules;

	EditingRules(SpeakingRules rules) {
		this.rules = rules;
	}

	/**
	 * What is done next.
	 * @param kind of a destination where messages can be edited
	 * @return {@code null} for nothing, as things stand
	 */
	@Nullable Plan plan(Kind kind) {
		MessageRef earlier = kind.earlierMessage();
		if (earlier != null) {
			return new Plan(kind.waitingSince().nanos(), Speech.chore(Form.LOOK_UP, earlier));
		}
		MessageRef ref = kind.message().ref();
		if (ref == null) {
			return null;
		}
		Plan plan = (kind.phase() == Phase.QUIET || kind.isJob()) ? null
				: new Plan(this.rules.quietNanos(kind), Speech.edit(ref, Occasion.QUIET));
		if (kind.isWaiting() || kind.isOutcomeUntold()) {
			Plan count = new Plan(countNanos(kind), Speech.edit(ref, Occasion.COUNT));
			plan = (plan != null) ? Plan.earlier(plan, count) : count;
		}
		if (kind.isMuteToBeShown()) {
			Occasion occasion = (kind.phase() == Phase.QUIET) ? Occasion.QUIET : Occasion.COUNT;
			Plan mute = new Plan(kind.silenceChangedAt().nanos(), Speech.edit(ref, occasion));
			plan = (plan != null) ? Plan.earlier(plan, mute) : mute;
		}
		if (kind.message().isMarkOwed()) {
			Form form = kind.message().isMarkWanted() ? Form.MARK : Form.UNMARK;
			Plan mark = new Plan(kind.message().changedAt().nanos(), Speech.chore(form, ref));
			plan = (plan != null) ? Plan.earlier(plan, mark) : mark;
		}
		return plan;
	}

	/**
	 * When the count is brought up to date; what an earlier run left, and how a run of a
	 * job stands, wait for nothing.
	 */
	private static long countNanos(Kind kind) {
		if (kind.isOutcomeUntold()) {
			return kind.run().since().nanos();
		}
		Tick hurried = kind.hurriedAt();
		if (hurried != null) {
			return hurried.nanos();
		}
		Duration pause = pause(kind.message());
		long afterPause = kind.message().changedAt().nanos() + pause.toNanos();
		long afterCompany = kind.waitingSince().nanos() + COMPANY.toNanos();
		return (afterCompany - afterPause > 0) ? afterCompany : afterPause;
	}

	/**
	 * Where one message after the other is deleted, or no longer ours to edit, each edit
	 * is a new message in the end: they become rare.
	 */
	static Duration pause(LivingMessage message) {
		if (message.losses() < 2) {
			return pause(message.edits());
		}
		Duration longer = PAUSE.multipliedBy(1L << (message.losses() - 1));
		return (longer.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : longer;
	}

	private static Duration pause(int edits) {
		return switch (edits) {
			case 0 -> FIRST_PAUSE;
			case 1 -> SECOND_PAUSE;
			default -> PAUSE;
		};
	}

}
