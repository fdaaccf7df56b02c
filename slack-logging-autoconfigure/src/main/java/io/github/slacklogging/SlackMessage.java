package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * A message as Slack takes it, without the destination. Immutable, masked, within Slack's
 * limits.
 *
 * @param text one full sentence, escaped mrkdwn, at most 3,800 UTF-8 bytes: what phones,
 * notifications and screen readers show
 * @param blocks JSON array of the top-level blocks, {@code null} in the reduced form
 * @param attachments JSON array with the one coloured attachment, {@code null} in the
 * reduced form
 * @param username shown where Slack lets the sender choose, {@code null} for Slack's own
 * @param iconEmoji likewise
 * @param metadata JSON object that machines read beside the message, {@code null} for
 * none; only a bot may send it
 */
public record SlackMessage(String text, @Nullable String blocks, @Nullable String attachments,
		@Nullable String username, @Nullable String iconEmoji, @Nullable String metadata) {

	/**
	 * The plain form that Slack can hardly refuse.
	 * @return the text alone
	 */
	public SlackMessage reduced() {
		return new SlackMessage(this.text, null, null, this.username, this.iconEmoji, null);
	}

	public boolean isReduced() {
		return this.blocks == null && this.attachments == null;
	}

}
