package io.github.slacklogging.message;

import io.github.slacklogging.MessagePlan;
import org.jspecify.annotations.Nullable;

/**
 * What a reader must know of the message itself. Stands in {@code text}, in the headline
 * and in the footer: Slack shows the one without the other. Immutable.
 *
 * @param insteadOf name of the destination that should have had the message
 * @param mayBeRepeat whether an earlier attempt may have arrived after all
 */
record Remarks(@Nullable String insteadOf, boolean mayBeRepeat) {

	static final Remarks NONE = new Remarks(null, false);

	private static final int MAX_DESTINATION = 60;

	static Remarks of(MessagePlan plan) {
		return new Remarks(plan.insteadOf(), plan.mayBeRepeat());
	}

	/** Adds each remark as a part of its own, in a headline or a footer. */
	Mrkdwn separate(Mrkdwn line) {
		if (this.insteadOf != null) {
			line.separate().ours("instead of ").beforeColon(this.insteadOf, MAX_DESTINATION);
		}
		return this.mayBeRepeat ? line.separate().ours("may be a repeat") : line;
	}

	/** Goes on with a sentence. */
	Mrkdwn goOn(Mrkdwn sentence) {
		if (this.insteadOf != null) {
			sentence.ours(", instead of ").beforeColon(this.insteadOf, MAX_DESTINATION);
		}
		return this.mayBeRepeat ? sentence.ours(", may be a repeat") : sentence;
	}

}
