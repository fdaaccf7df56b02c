package io.github.slacklogging.inbox;

import java.util.Optional;
import java.util.function.BiFunction;

/** Finds the message that a call names by the id of its channel and its {@code ts}. */
final class Items {

	private final Channels channels;

	private final MessageStore store;

	Items(Channels channels, MessageStore store) {
		this.channels = channels;
		this.store = store;
	}

	/**
	 * Goes on with the message.
	 * @param call names it
	 * @param key of the argument that holds its {@code ts}
	 * @param then takes the channel's id and the message
	 * @return the answer, or why there is no such message
	 */
	ApiResult with(ApiCall call, String key, BiFunction<String, InboxMessage, ApiResult> then) {
		if (call.find("channel") == null || call.find(key) == null) {
			return ApiResult.error("no_item_specified");
		}
		Optional<String> channel = this.channels.visible(call.find("channel"));
		if (channel.isEmpty()) {
			return ApiResult.unknownChannel();
		}
		return this.store.find(channel.get(), call.text(key))
			.map((message) -> then.apply(this.channels.idOf(channel.get()), message))
			.orElseGet(() -> ApiResult.error("message_not_found"));
	}

}
