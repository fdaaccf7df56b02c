package io.github.slacklogging.inbox;

import java.time.Instant;
import java.util.ArrayList;
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
 * @param metadataJson metadata as a JSON object, {@code null} if there is none
 * @param color colour of the first attachment that has one, as sent
 * @param json the arguments of the request as one JSON object; of the latest one after an
 * edit
 * @param threadTs the message this one answers in a thread, {@code null} if none
 * @param isBroadcast whether it is an answer that is shown in the channel as well
 * @param username name the sender asked for, {@code null} for the application's own
 * @param iconEmoji icon the sender asked for, {@code null} for the application's own
 * @param edits how often it was edited, 0 for a new message
 * @param isEdited whether Slack marks it "(edited)": an edit by text without blocks does
 * it, one by blocks does not
 * @param earlier what it looked like before each edit, newest last; at most the newest 50
 * @param reactions names of the bot's reactions without colons, in the order they came
 * @param isPinned whether it is pinned to its channel
 * @param files shared with it
 */
public record InboxMessage(String ts, Instant receivedAt, Source source, String channel, String text,
		@Nullable String blocksJson, @Nullable String attachmentsJson, @Nullable String metadataJson,
		@Nullable String color, String json, @Nullable String threadTs, boolean isBroadcast, @Nullable String username,
		@Nullable String iconEmoji, int edits, boolean isEdited, List<Version> earlier, List<String> reactions,
		boolean isPinned, List<InboxFile> files) {

	/** The oldest are forgotten, as a message may be edited for days. */
	static final int MAX_EARLIER = 50;

	/** How a message was sent. */
	public enum Source {

		/** By an incoming webhook. */
		WEBHOOK,

		/** By the Web API. */
		BOT

	}

	public InboxMessage {
		earlier = List.copyOf(earlier);
		reactions = List.copyOf(reactions);
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

	/** This one as the next form of an old one. */
	InboxMessage after(InboxMessage old, boolean marked) {
		List<Version> versions = new ArrayList<>(old.earlier);
		versions.add(new Version(old.receivedAt, old.text, old.blocksJson, old.attachmentsJson));
		List<Version> kept = versions.subList(Math.max(0, versions.size() - MAX_EARLIER), versions.size());
		return new InboxMessage(this.ts, this.receivedAt, this.source, this.channel, this.text, this.blocksJson,
				this.attachmentsJson, this.metadataJson, this.color, this.json, this.threadTs, this.isBroadcast,
				this.username, this.iconEmoji, old.edits + 1, old.isEdited || marked, kept, old.reactions, old.isPinned,
				this.files);
	}

	InboxMessage reacted(List<String> present) {
		return new InboxMessage(this.ts, this.receivedAt, this.source, this.channel, this.text, this.blocksJson,
				this.attachmentsJson, this.metadataJson, this.color, this.json, this.threadTs, this.isBroadcast,
				this.username, this.iconEmoji, this.edits, this.isEdited, this.earlier, present, this.isPinned,
				this.files);
	}

	InboxMessage pinned(boolean pinned) {
		return new InboxMessage(this.ts, this.receivedAt, this.source, this.channel, this.text, this.blocksJson,
				this.attachmentsJson, this.metadataJson, this.color, this.json, this.threadTs, this.isBroadcast,
				this.username, this.iconEmoji, this.edits, this.isEdited, this.earlier, this.reactions, pinned,
				this.files);
	}

	/** This one, fresh from its payload, with all that happened to it since. */
	InboxMessage restored(int edits, boolean isEdited, List<Version> earlier, List<String> reactions,
			boolean isPinned) {
		return new InboxMessage(this.ts, this.receivedAt, this.source, this.channel, this.text, this.blocksJson,
				this.attachmentsJson, this.metadataJson, this.color, this.json, this.threadTs, this.isBroadcast,
				this.username, this.iconEmoji, edits, isEdited,
				earlier.subList(Math.max(0, earlier.size() - MAX_EARLIER), earlier.size()), reactions, isPinned,
				this.files);
	}

	/**
	 * What a message looked like for some time.
	 *
	 * @param receivedAt since when
	 * @param text as {@link InboxMessage#text()}
	 * @param blocksJson as {@link InboxMessage#blocksJson()}
	 * @param attachmentsJson as {@link InboxMessage#attachmentsJson()}
	 */
	public record Version(Instant receivedAt, String text, @Nullable String blocksJson,
			@Nullable String attachmentsJson) {

		/**
		 * What a human read then, as {@link InboxMessage#allText()}, without files.
		 * @return the text
		 */
		public String allText() {
			return HumanText.of(this);
		}

	}

}
