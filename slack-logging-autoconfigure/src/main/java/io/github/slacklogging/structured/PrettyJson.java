package io.github.slacklogging.structured;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One JSON object, written line by line for people. Without colours it is valid JSON with
 * unique names. Not thread-safe.
 */
final class PrettyJson {

	private static final String INDENT = "  ";

	private final StringBuilder out = new StringBuilder(512).append('{');

	private final Set<String> names = new HashSet<>();

	private final Tint frame;

	/**
	 * Starts the object.
	 * @param frame colour of a stack trace
	 */
	PrettyJson(Tint frame) {
		this.frame = frame;
	}

	void text(String name, String text, Tint tint) {
		name(name).append(tint.paint(quoted(text)));
	}

	/** A flat value, see {@link FlatValue}. */
	void field(String name, @Nullable Object value) {
		if (value instanceof String text) {
			text(name, text, Tint.PLAIN);
		}
		else {
			name(name).append(Tint.NUMBER.paint(String.valueOf(value)));
		}
	}

	/** An array with a line for each text. */
	void lines(String name, List<String> texts) {
		StringBuilder array = name(name).append('[');
		String separator = "\n";
		for (String text : texts) {
			array.append(separator).append(INDENT).append(INDENT).append(this.frame.paint(quoted(text)));
			separator = ",\n";
		}
		array.append('\n').append(INDENT).append(']');
	}

	/** The whole object with the end of its last line. */
	String end() {
		return this.out.append("\n}\n").toString();
	}

	private StringBuilder name(String name) {
		this.out.append(this.names.isEmpty() ? "\n" : ",\n").append(INDENT);
		return this.out.append(Tint.NAME.paint(quoted(unique(name)))).append(": ");
	}

	/** {@code message}, {@code message_2} and so on. */
	private String unique(String name) {
		String unique = name;
		for (int i = 2; !this.names.add(unique); i++) {
			unique = name + "_" + i;
		}
		return unique;
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
		text.codePoints().forEach((c) -> {
			switch (c) {
				case '"', '\\' -> quoted.append('\\').append((char) c);
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				default -> printable(quoted, c);
			}
		});
		return quoted.append('"').toString();
	}

	private static void printable(StringBuilder quoted, int c) {
		if (isPrintable(c)) {
			quoted.appendCodePoint(c);
			return;
		}
		for (char unit : Character.toChars(c)) {
			quoted.append(String.format("\\u%04x", (int) unit));
		}
	}

	// A terminal obeys controls, and the direction marks among the format characters. The
	// joiners (U+200C, U+200D), without which some scripts and emoji fall apart, do no
	// harm.
	private static boolean isPrintable(int c) {
		return c == 0x200C || c == 0x200D || switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
