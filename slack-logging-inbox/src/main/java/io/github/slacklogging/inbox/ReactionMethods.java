package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.Paging.Bounds;
import io.github.slacklogging.inbox.json.Json;

/** Methods about reactions. Only the bot reacts here. */
final class ReactionMethods {

	private static final Pattern EMOJI = Pattern.compile("[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?");

	private static final Bounds PAGE = new Bounds(100, 1_000, true);

	private final Channels channels;

	private final MessageStore store;

	private final MessageJson json;

	private final Items items;

	ReactionMethods(Channels channels, MessageStore store, MessageJson json) {
		this.channels = channels;
		this.store = store;
		this.json = json;
		this.items = new Items(channels, store);
	}

	ApiResult add(ApiCall call) {
		return react(call, true, "already_reacted");
	}

	ApiResult remove(ApiCall call) {
		return react(call, false, "no_reaction");
	}

	ApiResult get(ApiCall call) {
		return this.items.with(call, "timestamp", (channel, message) -> item(ApiResult.ok(), channel, message));
	}

	/** Those that the bot reacted to, newest first. */
	ApiResult list(ApiCall call) {
		if (!call.text("user").isEmpty() && !call.text("user").equals(Identity.USER)) {
			return ApiResult.error("user_not_found");
		}
		List<InboxMessage> reacted = new ArrayList<>();
		this.store.messages()
			.stream()
			.filter((each) -> !each.reactions().isEmpty())
			.forEach((each) -> reacted.add(0, each));
		Paging<InboxMessage> page = Paging.of(reacted, InboxMessage::ts, call, PAGE);
		if (!page.error().isEmpty()) {
			return ApiResult.error(page.error());
		}
		List<Json> items = page.items().stream().map(this::item).toList();
		return ApiResult.ok().put("items", Json.array(items)).next(page.nextCursor());
	}

	private ApiResult react(ApiCall call, boolean added, String nothingToDo) {
		String name = call.text("name");
		if (!EMOJI.matcher(name).matches()) {
			return ApiResult.error("invalid_name").because("a name has no colons");
		}
		return this.items.with(call, "timestamp", (channel, message) -> {
			if (added && this.channels.isArchived(message.channel())) {
				return ApiResult.error("is_archived");
			}
			boolean changed = this.store
				.react(message.channel(), message.ts(), (present) -> changed(present, name, added))
				.isPresent();
			return changed ? ApiResult.ok() : ApiResult.error(nothingToDo);
		});
	}

	private ApiResult item(ApiResult result, String channel, InboxMessage message) {
		return result.put("type", "message").put("channel", channel).put("message", this.json.asItem(message, false));
	}

	private Json item(InboxMessage message) {
		return Json.object()
			.put("type", "message")
			.put("channel", this.channels.idOf(message.channel()))
			.put("message", this.json.of(message.pinned(false), false))
			.build();
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

}
