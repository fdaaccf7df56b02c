package io.github.slacklogging.message;

import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/** Arranges what a message tells. Stateless. */
interface Layout {

	/** What {@code text} and {@code fallback} add when a message may come twice. */
	static String repeatRemark(MessagePlan plan) {
		return plan.mayBeRepeat() ? ", may be a repeat" : "";
	}

	Draft draft(MessagePlan plan, ServiceIdentity identity);

}
