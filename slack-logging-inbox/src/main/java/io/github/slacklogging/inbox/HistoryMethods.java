package io.github.slacklogging.inbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.slacklogging.inbox.Paging.Bounds;
import io.github.slacklogging.inbox.json.Json;

/** Methods that read back what was posted: a channel, newest first, or a thread. */
final class HistoryMethods {

	private static final Bounds HISTORY = new Bounds(100, 999, true);

	private static final Bounds THREAD = new Bounds(1_000, 1_000, true);

	private final Channels channels;

	private final MessageStore store;

	private final MessageJson json;

	HistoryMethods(Channels channels, MessageStore store, MessageJson json) {
		this.channels = channels;
		this.store = store;
		this.json = json;
	}

	/** Replies are not in it, unless they were broadcast. */
	ApiResult history(ApiCall call) {
		return inChannel(call, (channel) -> {
			List<InboxMessage> messages = new ArrayList<>(this.store.messages());
			messages.removeIf((each) -> !each.channel().equals(channel));
			long pins = messages.stream().filter(InboxMessage::isPinned).count();
			messages.removeIf((each) -> each.threadTs() != null && !each.isBroadcast());
			Collections.reverse(messages);
			return page(call, messages, HISTORY).put("pin_count", Json.of(pins));
		});
	}

	/** The parent first, then its replies, oldest first; of a reply, its thread. */
	ApiResult replies(ApiCall call) {
		return inChannel(call, (channel) -> {
			Optional<InboxMessage> named = this.store.find(channel, call.text("ts"));
			if (named.isEmpty()) {
				return ApiResult.error("thread_not_found");
			}
			String parentTs = named.get().threadTs();
			Optional<InboxMessage> parent = (parentTs != null) ? this.store.find(channel, parentTs) : named;
			List<InboxMessage> thread = new ArrayList<>(parent.stream().toList());
			thread.addAll(parent.map(this.json::repliesTo).orElse(List.of(named.get())));
			return page(call, thread, THREAD);
		});
	}

	private ApiResult inChannel(ApiCall call, Function<String, ApiResult> then) {
		Optional<String> channel = this.channels.visible(call.find("channel"));
		if (channel.isEmpty()) {
			return ApiResult.unknownChannel();
		}
		boolean isPrivate = this.channels.isPrivate(channel.get());
		Optional<ApiResult> refusal = call.unless(isPrivate ? "groups:history" : "channels:history");
		if (refusal.isPresent()) {
			return refusal.get();
		}
		return this.channels.hasBot(channel.get()) ? then.apply(channel.get()) : ApiResult.error("not_in_channel");
	}

	private ApiResult page(ApiCall call, List<InboxMessage> messages, Bounds bounds) {
		for (String bound : List.of("latest", "oldest")) {
			if (!call.text(bound).matches("|now|[0-9]{1,12}(\\.[0-9]{0,9})?")) {
				return ApiResult.error("invalid_ts_" + bound);
			}
		}
		Paging<InboxMessage> page = Paging.of(messages.stream().filter((each) -> isWithin(call, each)).toList(),
				InboxMessage::ts, call, bounds);
		if (!page.error().isEmpty()) {
			return ApiResult.error(page.error());
		}
		boolean metadata = call.flag("include_all_metadata");
		List<Json> told = new ArrayList<>();
		page.items().forEach((each) -> told.add(this.json.inThread(each, metadata)));
		boolean more = !page.nextCursor().isEmpty();
		ApiResult result = ApiResult.ok().put("messages", Json.array(told)).put("has_more", Json.of(more));
		return more ? result.next(page.nextCursor()) : result;
	}

	private static boolean isWithin(ApiCall call, InboxMessage message) {
		BigDecimal ts = new BigDecimal(message.ts());
		int edge = call.flag("inclusive") ? 0 : 1;
		String latest = call.text("latest").replace("now", "");
		String oldest = call.text("oldest").replace("now", "");
		return (latest.isEmpty() || new BigDecimal(latest).compareTo(ts) >= edge)
				&& (oldest.isEmpty() || ts.compareTo(new BigDecimal(oldest)) >= edge);
	}

}
