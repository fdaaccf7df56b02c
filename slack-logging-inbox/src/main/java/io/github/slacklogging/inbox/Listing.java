package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

import io.github.slacklogging.inbox.json.Json;

/**
 * What the page shows when it is opened: messages, refused requests, and how full the
 * inbox is. Thread-safe.
 */
final class Listing {

	private final MessageStore store;

	private final RequestLog log;

	private final Channels channels;

	private final Room room;

	Listing(MessageStore store, RequestLog log, Channels channels, Room room) {
		this.store = store;
		this.log = log;
		this.channels = channels;
		this.room = room;
	}

	void write(PageExchange page, Json workspace) throws IOException {
		Iterator<InboxMessage> messages = this.store.messages().iterator();
		Iterator<Exchanged> refused = this.log.exchanged()
			.stream()
			.filter((each) -> !each.request().isAccepted())
			.iterator();
		page.stream(Map.of(), (out) -> {
			out.write("{\"messages\":[");
			writeAll(messages, this::json, out);
			out.write("],\"refused\":[");
			writeAll(refused, PageJson::of, out);
			out.write("],\"kept\":" + kept().write() + ",\"workspace\":" + workspace.write() + "}");
		});
	}

	Json.Obj json(InboxMessage message) {
		String id = this.channels.named(message.channel()).map(this.channels::idOf).orElse("");
		return PageJson.of(message, id);
	}

	Json kept() {
		return Json.object()
			.put("messages", Json.of(this.store.size()))
			.put("maxMessages", Json.of(MessageStore.MAX_MESSAGES))
			.put("bytes", Json.of(this.room.bytes()))
			.put("maxBytes", Json.of(this.room.maxBytes()))
			.put("forgotten", Json.of(this.store.forgotten()))
			.build();
	}

	/** One after the other: all of them as one text would take as much memory again. */
	static <T> void writeAll(Iterator<T> items, Function<T, Json> json, Writer out) throws IOException {
		while (items.hasNext()) {
			out.write(json.apply(items.next()).write());
			out.write(items.hasNext() ? "," : "");
		}
	}

}
