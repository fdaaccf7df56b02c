package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.json.Json;

/** Methods about a message that is there: link to it, react to it, take it away. */
final class MessageMethods {

	private static final Pattern EMOJI = Pattern.compile("[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?");

	private final Channels channels;

	private final MessageStore store;

	private final String url;

	MessageMethods(Channels channels, MessageStore store, String url) {
		this.channels = channels;
		this.store = store;
		this.url = url;
	}

	ApiResult permalink(Json.Obj arguments) {
		return withMessage(arguments, "message_ts", (id, message) -> {
			String link = this.url + "archives/" + id + "/p" + message.ts().replace(".", "");
			String thread = (message.threadTs() != null) ? "?thread_ts=" + message.threadTs() + "&cid=" + id : "";
			return ApiResult.ok().put("channel", id).put("permalink", link + thread);
		});
	}

	ApiResult delete(Json.Obj arguments) {
		return withMessage(arguments, "ts", (id, message) -> {
			if (message.source() != Source.BOT) {
				return ApiResult.error("cant_delete_message").because("a webhook posted it");
			}
			this.store.delete(message.channel(), message.ts());
			return ApiResult.ok().put("channel", id).put("ts", message.ts());
		});
	}

	ApiResult addReaction(Json.Obj arguments) {
		return react(arguments, true, "already_reacted");
	}

	ApiResult removeReaction(Json.Obj arguments) {
		return react(arguments, false, "no_reaction");
	}

	private ApiResult react(Json.Obj arguments, boolean added, String nothingToDo) {
		String name = Objects.requireNonNullElse(arguments.text("name"), "");
		if (!EMOJI.matcher(name).matches()) {
			return ApiResult.error("invalid_name").because("a name has no colons");
		}
		if (arguments.text("channel") == null || arguments.text("timestamp") == null) {
			return ApiResult.error("no_item_specified");
		}
		return withMessage(arguments, "timestamp", (id, message) -> {
			if (added && this.channels.isArchived(message.channel())) {
				return ApiResult.error("is_archived");
			}
			boolean changed = this.store
				.react(message.channel(), message.ts(), (present) -> changed(present, name, added))
				.isPresent();
			return changed ? ApiResult.ok() : ApiResult.error(nothingToDo);
		});
	}

	private static List<String> changed(List<String> present, String name, boolean added) {
		List<String> changed = new ArrayList<>(present);
		if (!added) {
			changed.remove(name);
		}
		else if (!changed.contains(name)) {
			changed.add(name);
		}
		return changed;
	}

	private ApiResult withMessage(Json.Obj arguments, String key, BiFunction<String, InboxMessage, ApiResult> then) {
		Optional<String> channel = this.channels.withId(arguments.text("channel"));
		if (channel.isEmpty()) {
			return ApiResult.error("channel_not_found").because("takes the channel's id");
		}
		String ts = Objects.requireNonNullElse(arguments.text(key), "");
		return this.store.find(channel.get(), ts)
			.map((message) -> then.apply(this.channels.idOf(channel.get()), message))
			.orElseGet(() -> ApiResult.error("message_not_found"));
	}

}
