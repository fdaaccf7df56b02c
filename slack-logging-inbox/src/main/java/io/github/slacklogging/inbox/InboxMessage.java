package io.github.slacklogging.inbox;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message that the inbox accepted. Immutable.
 *
 * @param ts Slack's id of the message in its channel; the same after an edit
 * @param receivedAt when it, or its latest edit, arrived
 * @param source how it was sent
 * @param channel with the hash, for example {@code #inbox}
 * @param text top-level text as sent, empty if there was none; escaped as it was
 * @param blocksJson top-level blocks as a JSON array, {@code null} if there are none
 * @param attachmentsJson attachments as a JSON array, {@code null} if there are none
 * @param color colour of the first attachment that has one, as sent
 * @param json the arguments of the request as one JSON object; of the latest one after an
 * edit
 * @param threadTs the message this one answers in a thread, {@code null} if none
 * @param username name the sender asked for, {@code null} for the application's own
 * @param iconEmoji icon the sender asked for, {@code null} for the application's own
 * @param edits how often it was edited, 0 for a new message
 * @param files shared with it
 */
public record InboxMessage(String ts, Instant receivedAt, Source source, String channel, String text,
		@Nullable String blocksJson, @Nullable String attachmentsJson, @Nullable String color, String json,
		@Nullable String threadTs, @Nullable String username, @Nullable String iconEmoji, int edits,
		List<InboxFile> files) {

	/** How a message was sent. */
	public enum Source {

		/** By an incoming webhook. */
		WEBHOOK,

		/** By the Web API. */
		BOT

	}

	public InboxMessage {
		files = List.copyOf(files);
	}

	/**
	 * Everything a human would read, in the order of the screen: text, blocks,
	 * attachments, files. Texts are as sent (escaped mrkdwn stays escaped), one per line.
	 * @return the text
	 */
	public String allText() {
		return HumanText.of(this);
	}

}
