package io.github.slacklogging.inbox;

import java.time.Instant;
import java.util.Objects;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** What {@code chat.update} makes of a message, by Slack's page on it. */
final class MessageEdit {

	private MessageEdit() {
	}

	/**
	 * The message after the edit: text without blocks removes the old blocks, attachments
	 * and metadata stay unless new ones are given.
	 */
	static InboxMessage of(InboxMessage old, Json.Obj arguments, Instant now) {
		Json blocks = arguments.get("blocks");
		boolean byText = arguments.get("text") != null && (blocks == null || blocks.items().isEmpty());
		Draft next = new Draft(old.source(), old.channel(), merge(old, arguments), old.files());
		return next.toMessage(old.ts(), now).after(old, byText);
	}

	private static Json.Obj merge(InboxMessage old, Json.Obj arguments) {
		boolean hasText = arguments.get("text") != null;
		Json blocks = arguments.get("blocks");
		Json attachments = arguments.get("attachments");
		Json metadata = arguments.get("metadata");
		Json.Members merged = Json.object();
		arguments.members().forEach(merged::put);
		merged.put("text", hasText ? Objects.requireNonNullElse(arguments.text("text"), "") : old.text());
		merged.putIfPresent("blocks", (blocks != null || hasText) ? blocks : parsed(old.blocksJson()));
		merged.putIfPresent("attachments", (attachments != null) ? attachments : parsed(old.attachmentsJson()));
		merged.putIfPresent("metadata", (metadata != null) ? metadata : parsed(old.metadataJson()));
		if (old.isBroadcast()) {
			merged.put("reply_broadcast", Json.of(true));
		}
		merged.putIfPresent("thread_ts", text(old.threadTs()));
		merged.putIfPresent("username", text(old.username()));
		merged.putIfPresent("icon_emoji", text(old.iconEmoji()));
		return merged.build();
	}

	/** A message of rich text cannot become one without. */
	static boolean isBlockMismatch(InboxMessage old, Json.Obj arguments) {
		Json blocks = arguments.get("blocks");
		return blocks != null && !blocks.items().isEmpty() && hasRichText(parsed(old.blocksJson()))
				&& !hasRichText(blocks);
	}

	/** JSON the inbox wrote itself. */
	static @Nullable Json parsed(@Nullable String json) {
		try {
			return (json != null) ? Json.read(json) : null;
		}
		catch (MalformedJsonException ex) {
			throw new IllegalStateException("Not written by the inbox", ex);
		}
	}

	private static boolean hasRichText(@Nullable Json blocks) {
		return blocks != null && blocks.items().stream().anyMatch((block) -> "rich_text".equals(block.text("type")));
	}

	private static @Nullable Json text(@Nullable String text) {
		return (text != null) ? Json.of(text) : null;
	}

}
