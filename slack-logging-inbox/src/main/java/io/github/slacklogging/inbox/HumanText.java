package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Collects what a human reads from a message. */
final class HumanText {

	/** Keys whose string is shown. */
	private static final Set<String> SHOWN = Set.of("text", "title", "pretext", "value", "footer", "author_name",
			"alt_text", "description");

	private final List<String> lines = new ArrayList<>();

	private HumanText() {
	}

	static String of(InboxMessage message) {
		HumanText text = new HumanText();
		text.shown(message.text(), message.blocksJson(), message.attachmentsJson());
		message.files().forEach((file) -> {
			text.line(file.title());
			text.line(file.text());
		});
		return String.join("\n", text.lines);
	}

	static String of(InboxMessage.Version version) {
		HumanText text = new HumanText();
		text.shown(version.text(), version.blocksJson(), version.attachmentsJson());
		return String.join("\n", text.lines);
	}

	/** Nothing but the blocks. */
	static String ofBlocks(InboxMessage message) {
		HumanText text = new HumanText();
		text.array(message.blocksJson());
		return String.join("\n", text.lines);
	}

	private void shown(String text, @Nullable String blocksJson, @Nullable String attachmentsJson) {
		line(text);
		array(blocksJson);
		array(attachmentsJson);
	}

	private void line(String text) {
		if (!text.isEmpty()) {
			this.lines.add(text);
		}
	}

	private void array(@Nullable String json) {
		if (json == null) {
			return;
		}
		try {
			walk(Json.read(json));
		}
		catch (MalformedJsonException ex) {
			throw new IllegalStateException("Not written by the inbox", ex);
		}
	}

	private void walk(Json node) {
		node.items().forEach(this::walk);
		if (node instanceof Json.Obj object) {
			String type = object.text("type");
			if (type != null && type.startsWith("rich_text_") && !type.equals("rich_text_list")) {
				line(inline(object));
			}
			else {
				object.members().forEach(this::member);
			}
		}
	}

	private void member(String key, Json value) {
		if (value instanceof Json.Text text && SHOWN.contains(key)) {
			line(text.value());
		}
		else {
			walk(value);
		}
	}

	/** The leaves of one line of rich text stand side by side. */
	private static String inline(Json container) {
		StringBuilder line = new StringBuilder();
		Json elements = container.get("elements");
		if (elements != null) {
			elements.items().forEach((leaf) -> line.append(leafText(leaf)));
		}
		return line.toString();
	}

	private static String leafText(Json leaf) {
		for (String key : List.of("text", "fallback", "url", "name", "range")) {
			String text = leaf.text(key);
			if (text != null) {
				return key.equals("name") ? ":" + text + ":" : text;
			}
		}
		return Map.of("user", "@user", "usergroup", "@group", "channel", "#channel")
			.getOrDefault(String.valueOf(leaf.text("type")), "");
	}

}
