package io.github.slacklogging.inbox;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

import io.github.slacklogging.inbox.json.Json;

/**
 * An inbox as a file, out and in again: messages with their threads, edits, reactions and
 * files, and the refused requests. What comes in joins what is there; the same message
 * twice is one. Thread-safe.
 */
final class Exports {

	/** A full inbox with nothing but files, whose bytes are written as Base64. */
	private static final int MAX_IMPORT = 96 * 1024 * 1024;

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final MessageStore store;

	private final RequestLog log;

	private final InstantSource clock;

	Exports(MessageStore store, RequestLog log, InstantSource clock) {
		this.store = store;
		this.log = log;
		this.clock = clock;
	}

	void export(PageExchange page) throws IOException {
		Iterator<InboxMessage> messages = this.store.messages().iterator();
		Iterator<Exchanged> refused = this.log.exchanged()
			.stream()
			.filter((each) -> !each.request().isAccepted())
			.iterator();
		String name = "slack-inbox-" + NAME.format(this.clock.instant()) + ".json";
		page.stream(Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), (out) -> {
			out.write("{\"format\":\"" + SavedJson.FORMAT + "\",\"version\":" + SavedJson.VERSION + ",\"messages\":[");
			Listing.writeAll(messages, SavedJson::of, out);
			out.write("],\"refused\":[");
			Listing.writeAll(refused, SavedJson::of, out);
			out.write("]}");
		});
	}

	void restore(PageExchange page) throws IOException, PageRefusal {
		SavedReader.Saved saved = new SavedReader(this.log::nextId).read(page.json(MAX_IMPORT));
		this.log.restore(saved.refused());
		this.store.restore(saved.messages());
		page.send(Json.object()
			.put("ok", Json.of(true))
			.put("messages", Json.of(saved.messages().size()))
			.put("refused", Json.of(saved.refused().size()))
			.build());
	}

}
