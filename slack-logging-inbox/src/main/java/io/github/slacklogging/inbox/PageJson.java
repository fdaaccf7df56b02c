package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.slacklogging.inbox.block.Violation;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Messages and refused requests as the page lists them: all that is needed to show them,
 * and nothing that waits behind a click.
 */
final class PageJson {

	/** Of a file's text in the list; the whole of it has an address. */
	private static final int MAX_PREVIEW = 20_000;

	/** What the colours of the starter mean, and the three that Slack has names for. */
	private static final Map<String, String> SEVERITIES = Map.of("#808080", "DEBUG", "#36a64f", "INFO", "#ff9900",
			"WARN", "#ff0000", "ERROR", "#990000", "CRITICAL", "good", "INFO", "warning", "WARN", "danger", "ERROR");

	private PageJson() {
	}

	static Json.Obj of(InboxMessage message, String channelId) {
		Json.Members json = Json.object()
			.put("ts", message.ts())
			.put("receivedAt", message.receivedAt().toString())
			.put("source", message.source().name())
			.put("channel", message.channel())
			.put("channelId", channelId)
			.put("text", message.text());
		json.putIfPresent("blocks", MessageEdit.parsed(message.blocksJson()));
		json.putIfPresent("attachments", MessageEdit.parsed(message.attachmentsJson()));
		Json sent = MessageEdit.parsed(message.json());
		json.putIfPresent("markdownText", (sent != null) ? sent.get("markdown_text") : null);
		putIfKnown(json, "threadTs", message.threadTs());
		json.put("broadcast", Json.of(message.isBroadcast()));
		putIfKnown(json, "username", message.username());
		putIfKnown(json, "iconEmoji", message.iconEmoji());
		putIfKnown(json, "severity", severity(message.color()));
		return json.put("edits", Json.of(message.edits()))
			.put("edited", Json.of(message.isEdited()))
			.putTexts("reactions", message.reactions())
			.put("pinned", Json.of(message.isPinned()))
			.put("files", Json.array(message.files().stream().map(PageJson::file).toList()))
			.build();
	}

	static Json.Obj of(Exchanged exchanged) {
		InboxRequest request = exchanged.request();
		Json.Members json = Json.object()
			.put("id", exchanged.id())
			.put("receivedAt", request.receivedAt().toString())
			.put("method", request.method())
			.put("path", request.path());
		putIfKnown(json, "channel", request.channel());
		return json.put("status", Json.of(request.status()))
			.put("refusal", request.refusal())
			.put("probe", Json.of(request.isProbe()))
			.put("violations", violations(exchanged.violations()))
			.build();
	}

	static Json.Arr violations(List<Violation> violations) {
		return Json.array(violations.stream()
			.map((each) -> Json.object().put("pointer", each.pointer()).put("message", each.message()).build())
			.toList());
	}

	static @Nullable String severity(@Nullable String color) {
		return (color != null) ? SEVERITIES.get(color.toLowerCase(Locale.ROOT)) : null;
	}

	private static Json file(InboxFile file) {
		String type = file.mimetype();
		Json.Members json = Json.object()
			.put("id", file.id())
			.put("name", file.name())
			.put("title", file.title())
			.put("size", Json.of(file.size()))
			.put("mimetype", type);
		if (type.equals("text/plain")) {
			String text = file.beginning(MAX_PREVIEW);
			boolean isCut = text.length() > MAX_PREVIEW;
			json.put("text", isCut ? Posting.cut(text, MAX_PREVIEW) : text).put("textIsCut", Json.of(isCut));
		}
		return json.build();
	}

	private static void putIfKnown(Json.Members json, String key, @Nullable String value) {
		if (value != null) {
			json.put(key, value);
		}
	}

}
