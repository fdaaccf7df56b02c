package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.block.Verdict;
import io.github.slacklogging.inbox.json.Json;

/** {@code chat.postMessage} and {@code chat.update}. */
final class ChatMethods {

	/** What an update can change of a message, beside broadcasting it. */
	private static final Set<String> CONTENT = Set.of("text", "blocks", "attachments", "markdown_text");

	private static final Set<String> AUTHOR = Set.of("username", "icon_emoji", "icon_url");

	private static final Verdict FINE = new Verdict(Optional.empty(), List.of(), List.of());

	private final Channels channels;

	private final MessageStore store;

	private final Posting posting;

	private final Judge judge;

	private final MessageJson json;

	ChatMethods(Channels channels, MessageStore store, Posting posting, Judge judge, MessageJson json) {
		this.channels = channels;
		this.store = store;
		this.posting = posting;
		this.judge = judge;
		this.json = json;
	}

	ApiResult postMessage(ApiCall call) {
		Optional<String> channel = this.channels.postable(call.find("channel"));
		if (channel.isEmpty()) {
			return ApiResult.error("channel_not_found");
		}
		if (this.channels.isArchived(channel.get())) {
			return ApiResult.error("is_archived");
		}
		if (!this.channels.hasBot(channel.get()) && !call.has("chat:write.public")) {
			return ApiResult.error("not_in_channel").because("nor has the token chat:write.public");
		}
		Verdict verdict = this.judge.judge(call.arguments());
		if (verdict.refusal().isPresent()) {
			return ApiResult.error(verdict.refusal().get());
		}
		String threadTs = call.find("thread_ts");
		if (threadTs != null && !isThreadParent(this.store, channel.get(), threadTs)) {
			return ApiResult.error("cannot_reply_to_message").because("no such message, or a reply itself");
		}
		return overlooking(verdict, post(channel.get(), authored(call)));
	}

	ApiResult update(ApiCall call) {
		Optional<String> channel = this.channels.visible(call.find("channel"));
		if (channel.isEmpty()) {
			return ApiResult.unknownChannel();
		}
		Optional<InboxMessage> old = this.store.find(channel.get(), call.text("ts"));
		if (old.isEmpty()) {
			return ApiResult.error("message_not_found");
		}
		if (this.channels.isArchived(channel.get())) {
			return ApiResult.error("is_inactive").because("the channel is archived");
		}
		if (old.get().source() != Source.BOT) {
			return ApiResult.error("cant_update_message").because("a webhook posted it");
		}
		return update(old.get(), call.arguments());
	}

	/** Without the scope for it, Slack overlooks another name and picture. */
	private static Json.Obj authored(ApiCall call) {
		if (call.has("chat:write.customize")) {
			return call.arguments();
		}
		Json.Members members = Json.object();
		call.arguments().members().forEach((key, value) -> {
			if (!AUTHOR.contains(key)) {
				members.put(key, value);
			}
		});
		return members.build();
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
		Verdict verdict = broadcast ? FINE : judge(arguments);
		if (verdict.refusal().isPresent()) {
			return ApiResult.error(verdict.refusal().get());
		}
		if (MessageEdit.isBlockMismatch(old, arguments)) {
			return ApiResult.error("block_mismatch").because("rich_text must stay rich_text");
		}
		return this.store.edit(old.channel(), old.ts(), arguments)
			.map((edited) -> overlooking(verdict, stored(edited).put("text", edited.text())))
			.orElseGet(() -> ApiResult.error("message_not_found").because("deleted just now"));
	}

	/** An edit has one limit more; it comes first, as its code says more. */
	private Verdict judge(Json.Obj arguments) {
		Verdict update = this.judge.judgeUpdate(arguments);
		return update.refusal().isPresent() ? update : this.judge.judge(arguments);
	}

	private static ApiResult overlooking(Verdict verdict, ApiResult result) {
		verdict.warnings().forEach((warning) -> result.tell(warning.toString()));
		return result;
	}

	private ApiResult stored(InboxMessage message) {
		return ApiResult.ok()
			.put("channel", this.channels.idOf(message.channel()))
			.put("ts", message.ts())
			.put("message", this.json.of(message, true));
	}

}
