package io.github.slacklogging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.block.MessageRules;
import io.github.slacklogging.inbox.block.Refusal;
import io.github.slacklogging.inbox.json.Json;

/** {@code chat.postMessage} and {@code chat.update}. */
final class ChatMethods {

	/** In UTF-8 bytes, as two installations measured it. */
	private static final int MAX_UPDATE_BYTES = 4_000;

	/** What an update can change of a message, beside broadcasting it. */
	private static final Set<String> CONTENT = Set.of("text", "blocks", "attachments", "markdown_text");

	private final Channels channels;

	private final MessageStore store;

	private final Posting posting;

	private final Tokens tokens;

	ChatMethods(Channels channels, MessageStore store, Posting posting, Tokens tokens) {
		this.channels = channels;
		this.store = store;
		this.posting = posting;
		this.tokens = tokens;
	}

	ApiResult postMessage(Json.Obj arguments) {
		Optional<String> channel = this.channels.find(arguments.text("channel"));
		if (channel.isEmpty()) {
			return ApiResult.error("channel_not_found");
		}
		if (this.channels.isArchived(channel.get())) {
			return ApiResult.error("is_archived");
		}
		if (!this.channels.hasBot(channel.get()) && !this.tokens.mayPostAnywhere()) {
			return ApiResult.error("not_in_channel").because("nor has the token chat:write.public");
		}
		Optional<Refusal> refusal = MessageRules.check(arguments);
		if (refusal.isPresent()) {
			return ApiResult.error(refusal.get());
		}
		String threadTs = arguments.text("thread_ts");
		if (threadTs != null && !isThreadParent(this.store, channel.get(), threadTs)) {
			return ApiResult.error("cannot_reply_to_message").because("no such message, or a reply itself");
		}
		return post(channel.get(), arguments);
	}

	ApiResult update(Json.Obj arguments) {
		Optional<String> channel = this.channels.withId(arguments.text("channel"));
		if (channel.isEmpty()) {
			return ApiResult.error("channel_not_found").because("an update takes the channel's id");
		}
		String ts = Objects.requireNonNullElse(arguments.text("ts"), "");
		Optional<InboxMessage> old = this.store.find(channel.get(), ts);
		if (old.isEmpty()) {
			return ApiResult.error("message_not_found");
		}
		if (this.channels.isArchived(channel.get())) {
			return ApiResult.error("is_inactive").because("the channel is archived");
		}
		if (old.get().source() != Source.BOT) {
			return ApiResult.error("cant_update_message").because("a webhook posted it");
		}
		return update(old.get(), arguments);
	}

	/** A reply is never a parent, nor is a message that was deleted. */
	static boolean isThreadParent(MessageStore store, String channel, String ts) {
		return store.find(channel, ts).filter((parent) -> parent.threadTs() == null).isPresent();
	}

	private ApiResult post(String channel, Json.Obj arguments) {
		ApiResult result = stored(this.posting.post(Source.BOT, channel, arguments, List.of()));
		boolean truncated = Objects.requireNonNullElse(arguments.text("text"), "").length() > Posting.MAX_TEXT;
		return truncated ? result.warn("message_truncated") : result;
	}

	private ApiResult update(InboxMessage old, Json.Obj arguments) {
		boolean broadcast = Draft.isTrue(arguments.get("reply_broadcast"));
		boolean content = CONTENT.stream().anyMatch((key) -> arguments.get(key) != null);
		if (broadcast && (old.threadTs() == null || old.isBroadcast())) {
			return ApiResult.error("cant_broadcast_message");
		}
		if (broadcast && content) {
			return ApiResult.error("no_dual_broadcast_content_update");
		}
		Optional<ApiResult> refusal = broadcast ? Optional.empty() : refusal(old, arguments);
		return refusal.orElseGet(() -> this.store.edit(old.channel(), old.ts(), arguments)
			.map(this::stored)
			.orElseGet(() -> ApiResult.error("message_not_found").because("deleted just now")));
	}

	private static Optional<ApiResult> refusal(InboxMessage old, Json.Obj arguments) {
		String text = Objects.requireNonNullElse(arguments.text("text"), "");
		int bytes = text.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > MAX_UPDATE_BYTES) {
			return Optional.of(ApiResult.error("msg_too_long").because(bytes + " bytes in UTF-8"));
		}
		Optional<Refusal> refusal = MessageRules.check(arguments);
		if (refusal.isPresent()) {
			return refusal.map(ApiResult::error);
		}
		return MessageEdit.isBlockMismatch(old, arguments)
				? Optional.of(ApiResult.error("block_mismatch").because("rich_text must stay rich_text"))
				: Optional.empty();
	}

	private ApiResult stored(InboxMessage message) {
		Json.Members stored = Json.object()
			.put("type", "message")
			.put("subtype", message.isBroadcast() ? "thread_broadcast" : "bot_message")
			.put("bot_id", WebhookEndpoint.SERVICE)
			.put("ts", message.ts())
			.put("text", message.text());
		if (message.threadTs() != null) {
			stored.put("thread_ts", message.threadTs());
		}
		stored.putIfPresent("blocks", MessageEdit.parsed(message.blocksJson()));
		stored.putIfPresent("attachments", MessageEdit.parsed(message.attachmentsJson()));
		stored.putIfPresent("metadata", MessageEdit.parsed(message.metadataJson()));
		return ApiResult.ok()
			.put("channel", this.channels.idOf(message.channel()))
			.put("ts", message.ts())
			.put("text", message.text())
			.put("message", stored.build());
	}

}
