package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;

/** Methods about what is pinned to a channel. */
final class PinMethods {

	private static final int MAX_PINS = 100;

	private final Channels channels;

	private final MessageStore store;

	private final MessageJson json;

	private final Items items;

	PinMethods(Channels channels, MessageStore store, MessageJson json) {
		this.channels = channels;
		this.store = store;
		this.json = json;
		this.items = new Items(channels, store);
	}

	ApiResult add(ApiCall call) {
		return this.items.with(call, "timestamp", (id, message) -> {
			if (!this.channels.hasBot(message.channel())) {
				return ApiResult.error("not_in_channel");
			}
			if (pinned(message.channel()).size() >= MAX_PINS) {
				return ApiResult.error("too_many_pins");
			}
			return pin(message, true) ? ApiResult.ok() : ApiResult.error("already_pinned");
		});
	}

	ApiResult remove(ApiCall call) {
		return this.items.with(call, "timestamp",
				(id, message) -> pin(message, false) ? ApiResult.ok() : ApiResult.error("no_pin"));
	}

	/** Newest first; Slack gives no pages of them. */
	ApiResult list(ApiCall call) {
		Optional<String> channel = this.channels.visible(call.find("channel"));
		return channel.map((name) -> ApiResult.ok().put("items", Json.array(pinned(name))))
			.orElseGet(ApiResult::unknownChannel);
	}

	private boolean pin(InboxMessage message, boolean pinned) {
		return this.store.pin(message.channel(), message.ts(), pinned).isPresent();
	}

	private List<Json> pinned(String channel) {
		List<Json> pinned = new ArrayList<>();
		this.store.messages()
			.stream()
			.filter((each) -> each.isPinned() && each.channel().equals(channel))
			.forEach((each) -> pinned.add(0, item(each)));
		return pinned;
	}

	private Json item(InboxMessage message) {
		return Json.object()
			.put("type", "message")
			.put("created", Json.of(message.receivedAt().getEpochSecond()))
			.put("created_by", Identity.USER)
			.put("channel", this.channels.idOf(message.channel()))
			.put("message", this.json.asItem(message, true))
			.build();
	}

}
