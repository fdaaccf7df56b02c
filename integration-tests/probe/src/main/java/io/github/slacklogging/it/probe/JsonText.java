package io.github.slacklogging.it.probe;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/** Writes maps, collections, numbers and texts, whatever JSON library there is. */
final class JsonText {

	private JsonText() {
	}

	static String of(@Nullable Object value) {
		if (value == null || value instanceof Number || value instanceof Boolean) {
			return String.valueOf(value);
		}
		if (value instanceof Map<?, ?> map) {
			StringJoiner members = new StringJoiner(",", "{", "}");
			map.forEach((key, member) -> members.add(quoted(String.valueOf(key)) + ":" + of(member)));
			return members.toString();
		}
		if (value instanceof Collection<?> collection) {
			StringJoiner items = new StringJoiner(",", "[", "]");
			collection.forEach((item) -> items.add(of(item)));
			return items.toString();
		}
		return quoted(value.toString());
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (char character : text.toCharArray()) {
			if (character == '"' || character == '\\') {
				quoted.append('\\').append(character);
			}
			else if (character < ' ') {
				quoted.append(String.format("\\u%04x", (int) character));
			}
			else {
				quoted.append(character);
			}
		}
		return quoted.append('"').toString();
	}

}
