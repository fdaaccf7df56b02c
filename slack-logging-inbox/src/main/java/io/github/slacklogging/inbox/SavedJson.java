package io.github.slacklogging.inbox;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import io.github.slacklogging.inbox.json.Json;

/**
 * Writes messages and requests for a file, complete: {@link SavedReader} makes the same
 * of them. What a message shows is not written beside the payload it comes from.
 */
final class SavedJson {

	static final String FORMAT = "slack-inbox";

	static final int VERSION = 1;

	private SavedJson() {
	}

	static Json of(InboxMessage message) {
		Json.Members json = Json.object()
			.put("ts", message.ts())
			.put("receivedAt", message.receivedAt().toString())
			.put("source", message.source().name())
			.put("channel", message.channel());
		json.putIfPresent("payload", MessageEdit.parsed(message.json()));
		return json.put("edits", Json.of(message.edits()))
			.put("edited", Json.of(message.isEdited()))
			.put("earlier", Json.array(message.earlier().stream().map(Details::version).toList()))
			.putTexts("reactions", message.reactions())
			.put("pinned", Json.of(message.isPinned()))
			.put("files", Json.array(message.files().stream().map(SavedJson::file).toList()))
			.build();
	}

	static Json of(Exchanged exchanged) {
		InboxRequest request = exchanged.request();
		return Json.object()
			.put("receivedAt", request.receivedAt().toString())
			.put("method", request.method())
			.put("path", request.path())
			.put("query", exchanged.query())
			.put("channel", request.channel())
			.put("status", Json.of(request.status()))
			.put("refusal", request.refusal())
			.put("violations", PageJson.violations(exchanged.violations()))
			.put("body", request.body())
			.put("bytes", Json.of(exchanged.bytes()))
			.put("headers", texts(request.headers()))
			.put("answer", exchanged.answer())
			.put("answerHeaders", texts(exchanged.answerHeaders()))
			.put("tookNanos", Json.of(exchanged.tookNanos()))
			.build();
	}

	/** In the order of their names. */
	static Json texts(Map<String, String> texts) {
		Json.Members json = Json.object();
		new TreeMap<>(texts).forEach(json::put);
		return json.build();
	}

	private static Json file(InboxFile file) {
		return Json.object()
			.put("id", file.id())
			.put("name", file.name())
			.put("title", file.title())
			.put("content", Base64.getEncoder().encodeToString(file.bytes()))
			.build();
	}

}
