package io.github.slacklogging.inbox;

import java.io.IOException;
import java.util.List;

import io.github.slacklogging.inbox.json.Json;

/**
 * The faults as the page shows, orders and takes them back: the entries of the
 * {@link Script}, also those that a test wrote. Thread-safe.
 */
final class Faults {

	/** Beyond any list that a person reads. */
	private static final int MAX_LISTED = 200;

	private final Script script;

	Faults(Script script) {
		this.script = script;
	}

	Json.Arr list() {
		List<Script.Entry> entries = this.script.entries();
		return Json.array(entries.stream().limit(MAX_LISTED).map(Faults::json).toList());
	}

	void order(PageExchange page) throws IOException, PageRefusal {
		FaultOrder order = FaultOrder.read(page.json());
		Script.Entry entry = (order.times() == Script.ALWAYS) ? this.script.answerAlways(order.calls(), order.reply())
				: this.script.enqueue(order.calls(), order.times(), order.reply());
		page.send(json(entry));
	}

	void remove(PageExchange page) throws IOException, PageRefusal {
		String id = page.lastSegment();
		if (!id.matches("[0-9]{1,9}") || !this.script.remove(Integer.parseInt(id))) {
			throw new PageRefusal(404, "There is no such fault any more.");
		}
		page.send(Json.object().put("ok", Json.of(true)).build());
	}

	void removeAll(PageExchange page) throws IOException {
		this.script.clear();
		page.send(Json.object().put("ok", Json.of(true)).build());
	}

	private static Json json(Script.Entry entry) {
		Json.Members json = Json.object().put("id", Json.of(entry.id())).put("sentence", entry.sentence());
		if (!entry.calls().method().isEmpty()) {
			json.put("method", entry.calls().method());
		}
		if (!entry.calls().channel().isEmpty()) {
			json.put("channel", entry.calls().channel());
		}
		json.putIfPresent("times", entry.isForAlways() ? null : Json.of(entry.timesLeft()));
		return json.build();
	}

}
