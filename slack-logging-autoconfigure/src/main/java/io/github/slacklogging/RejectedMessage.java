package io.github.slacklogging;

import java.time.Instant;

/**
 * A message that Slack will never accept. Immutable; masked, as every message.
 *
 * @param at when Slack refused it
 * @param destination name of the destination
 * @param reason Slack's error code
 * @param events how many events it told of
 * @param message as it was sent
 */
public record RejectedMessage(Instant at, String destination, String reason, long events, SlackMessage message) {

}
