package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.InboxMessage.Source;

/** Methods about a message that is there: link to it, take it away. */
final class MessageMethods {

	private final MessageStore store;

	private final Items items;

	private final String url;

	MessageMethods(Channels channels, MessageStore store, String url) {
		this.store = store;
		this.items = new Items(channels, store);
		this.url = url;
	}

	ApiResult permalink(ApiCall call) {
		return this.items.with(call, "message_ts", (id, message) -> {
			String link = this.url + "archives/" + id + "/p" + message.ts().replace(".", "");
			String thread = (message.threadTs() != null) ? "?thread_ts=" + message.threadTs() + "&cid=" + id : "";
			return ApiResult.ok().put("channel", id).put("permalink", link + thread);
		});
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
