/**
 * Sixth stage: how does it look? A {@code MessagePlan} or a {@code DeliveryGap} goes in,
 * a {@code SlackMessage} in Block Kit comes out. The door is {@code MessageComposer}.
 *
 * <p>
 * Log text passes three gates, in this order: {@code LogText} takes out what no reader
 * should meet, {@code Budget} cuts it to what Slack takes, {@code Mrkdwn} makes it
 * harmless. What is written without them is our own. Two things from outside act:
 * {@code CallOut} writes who is called, where a plan names somebody, {@code TextLink}
 * where readers find more, in the log store or where the application says.
 */
@NullMarked
package io.github.slacklogging.message;

import org.jspecify.annotations.NullMarked;
