package io.github.slacklogging;

/**
 * A message that stands in Slack. Immutable. Source: docs.slack.dev, chat.postMessage,
 * "ts".
 *
 * @param channel id of its channel, as Slack answered it; a name will not do for edits
 * @param ts its timestamp: an opaque text, never a number
 */
public record MessageRef(String channel, String ts) {

}
