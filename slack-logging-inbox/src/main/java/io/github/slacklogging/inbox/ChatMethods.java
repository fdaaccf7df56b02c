package io.github.slacklogging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.block.MessageRules;
import io.github.slacklogging.inbox.block.Refusal;
import io.github.slacklogging.inbox.json.Json;

/** {@code chat.postMessage} and {@code chat.update}. */
final class ChatMethods {

	/** In UTF-8 bytes, as two installations measured it. */
	private static final int MAX_UPDATE_BYTES = 4_000;

	private final Channels channels;

	private final MessageStore store;

	private final Posting posting;

	ChatMethods(Channels channels, MessageStore store, Posting posting) {
		this.channels = channels;
		this.store = store;
		this.posting = posting;
	}

	/** The channel a post goes to, by name or id. */
	Optional<String> channelOf(Json.Obj arguments) {
		String channel = Objects.requireNonNullElse(arguments.text("channel"), "");
		Optional<String> known = this.channels.withId(channel);
		return known.isPresent() ? known : this.channels.named(channel);
	}

	ApiResult postMessage(Json.Obj arguments) {
		Optional<String> channel = channelOf(arguments);
		if (channel.isEmpty()) {
			return ApiResult.error("channel_not_found");
		}
		Optional<Refusal> refusal = MessageRules.check(arguments);
		if (refusal.isPresent()) {
			return ApiResult.error(refusal.get());
		}
		String threadTs = arguments.text("thread_ts");
		if (threadTs != null && !isThreadParent(channel.get(), threadTs)) {
			return ApiResult.error("cannot_reply_to_message").because("no such message, or a reply itself");
		}
		InboxMessage message = this.posting.post(Source.BOT, channel.get(), arguments, List.of());
		ApiResult result = stored(message);
		boolean truncated = Objects.requireNonNullElse(arguments.text("text"), "").length() > Posting.MAX_TEXT;
		return truncated ? result.warn("message_truncated") : result;
	}

	ApiResult update(Json.Obj arguments) {
		Optional<String> channel = this.channels.withId(Objects.requireNonNullElse(arguments.text("channel"), ""));
		if (channel.isEmpty()) {
			return ApiResult.error("channel_not_found").because("an update takes the channel's id");
		}
		String ts = Objects.requireNonNullElse(arguments.text("ts"), "");
		Optional<InboxMessage> old = this.store.find(channel.get(), ts);
		if (old.isEmpty()) {
			return ApiResult.error("message_not_found");
		}
		if (old.get().source() != Source.BOT) {
			return ApiResult.error("cant_update_message").because("a webhook posted it");
		}
		return update(old.get(), arguments);
	}

	private ApiResult update(InboxMessage old, Json.Obj arguments) {
		String text = Objects.requireNonNullElse(arguments.text("text"), "");
		if (text.getBytes(StandardCharsets.UTF_8).length > MAX_UPDATE_BYTES) {
			return ApiResult.error("msg_too_long");
		}
		Optional<Refusal> refusal = MessageRules.check(arguments);
		if (refusal.isPresent()) {
			return ApiResult.error(refusal.get());
		}
		if (MessageEdit.isBlockMismatch(old, arguments)) {
			return ApiResult.error("block_mismatch").because("rich_text must stay rich_text");
		}
		Json.Obj merged = MessageEdit.merge(old, arguments);
		return stored(this.store.keep(new Draft(Source.BOT, old.channel(), merged, old.files()), Optional.of(old)));
	}

	private boolean isThreadParent(String channel, String ts) {
		return this.store.find(channel, ts).filter((parent) -> parent.threadTs() == null).isPresent();
	}

	private ApiResult stored(InboxMessage message) {
		Json.Members stored = Json.object()
			.put("type", "message")
			.put("subtype", "bot_message")
			.put("bot_id", WebhookEndpoint.SERVICE)
			.put("ts", message.ts())
			.put("text", message.text());
		stored.putIfPresent("blocks", MessageEdit.array(message.blocksJson()));
		stored.putIfPresent("attachments", MessageEdit.array(message.attachmentsJson()));
		return ApiResult.ok()
			.put("channel", this.channels.idOf(message.channel()))
			.put("ts", message.ts())
			.put("text", message.text())
			.put("message", stored.build());
	}

}
