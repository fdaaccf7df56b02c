package io.github.slacklogging.actuate;

import io.github.slacklogging.RejectedMessage;

/**
 * A message that Slack refused for good, as the endpoint shows it.
 *
 * @param at when Slack refused it
 * @param destination name of the destination
 * @param reason Slack's error code
 * @param events how many events it told of
 * @param text beginning of its text, which is masked
 */
record EndpointDeadLetter(String at, String destination, String reason, long events, String text) {

	private static final int MAX_TEXT = 200;

	static EndpointDeadLetter of(RejectedMessage message) {
		return new EndpointDeadLetter(message.at().toString(), message.destination(),
				EndpointText.shown(message.reason()), message.events(),
				EndpointText.beginning(message.message().text(), MAX_TEXT));
	}

}
