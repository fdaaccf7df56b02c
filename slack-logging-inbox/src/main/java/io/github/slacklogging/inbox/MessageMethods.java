package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.InboxMessage.Source;

/** Methods about a message that is there: link to it, take it away. */
final class MessageMethods {

	private final MessageStore store;

	private final Items items;

	private final MessageJson json;

	MessageMethods(Channels channels, MessageStore store, MessageJson json) {
		this.store = store;
		this.items = new Items(channels, store);
		this.json = json;
	}

	ApiResult permalink(ApiCall call) {
		return this.items.with(call, "message_ts",
				(id, message) -> ApiResult.ok().put("channel", id).put("permalink", this.json.permalink(message)));
	}

	ApiResult delete(ApiCall call) {
		return this.items.with(call, "ts", (id, message) -> {
			if (message.source() != Source.BOT) {
				return ApiResult.error("cant_delete_message").because("a webhook posted it");
			}
			this.store.delete(message.channel(), message.ts());
			return ApiResult.ok().put("channel", id).put("ts", message.ts());
		});
	}

}
