package io.github.slacklogging.message;

import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/** Arranges what a message tells. Stateless. */
interface Layout {

	Draft draft(MessagePlan plan, ServiceIdentity identity);

}
