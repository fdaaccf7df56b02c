package io.github.slacklogging.inbox.test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message: those of sections, a bold name above a value, and those of
 * classic attachments, a title and a value.
 */
final class Fields {

	private final List<Field> found = new ArrayList<>();

	private Fields() {
	}

	static List<Field> of(InboxMessage message) {
		Fields fields = new Fields();
		fields.search(message.blocksJson());
		fields.search(message.attachmentsJson());
		return fields.found;
	}

	/** What there is in the place of a field that is missing. */
	static String describe(List<Field> fields, String name) {
		List<String> values = fields.stream()
			.filter((field) -> field.name().equals(name))
			.map((field) -> Quote.of(field.value()))
			.toList();
		if (!values.isEmpty()) {
			return "its field " + name + " is " + String.join(" and ", values);
		}
		return "it has no field " + name + ", but " + (fields.isEmpty() ? "none at all"
				: fields.stream().map(Field::name).collect(Collectors.joining(", ")));
	}

	private void search(@Nullable String json) {
		if (json == null) {
			return;
		}
		try {
			search(Json.read(json));
		}
		catch (MalformedJsonException ex) {
			throw new IllegalStateException("Not written by the inbox", ex);
		}
	}

	private void search(Json node) {
		node.items().forEach(this::search);
		if (node instanceof Json.Obj object) {
			Json fields = object.get("fields");
			if (fields != null) {
				fields.items().forEach(this::field);
			}
			object.members().values().forEach(this::search);
		}
	}

	private void field(Json field) {
		String title = field.text("title");
		String text = field.text("text");
		if (title != null) {
			add(title, String.valueOf(field.text("value")));
		}
		else if (text != null && text.contains("\n")) {
			int end = text.indexOf('\n');
			add(text.substring(0, end), text.substring(end + 1));
		}
	}

	private void add(String name, String value) {
		this.found.add(new Field(bare(name), bare(value)));
	}

	private static String bare(String mrkdwn) {
		return Quote.unescaped(mrkdwn.strip().replaceAll("^([*`_~])(.*)\\1:?$", "$2")).strip();
	}

	/**
	 * A field without marks.
	 *
	 * @param name what stands above or before
	 * @param value what it says
	 */
	record Field(String name, String value) {

	}

}
