/**
 * Sixth stage: how does it look? A {@code MessagePlan} or a {@code DeliveryGap} goes in,
 * a {@code SlackMessage} in Block Kit comes out. The door is {@code MessageComposer}.
 *
 * <p>
 * Log text passes three gates, in this order: {@code LogText} takes out what no reader
 * should meet, {@code Budget} cuts it to what Slack takes, {@code Mrkdwn} makes it
 * harmless. What is written without them is our own. Two things from outside act, and
 * only where a plan names them: {@code CallOut} writes who is called, {@code TextLink}
 * what the application links to.
 */
@NullMarked
package io.github.slacklogging.message;

import org.jspecify.annotations.NullMarked;
