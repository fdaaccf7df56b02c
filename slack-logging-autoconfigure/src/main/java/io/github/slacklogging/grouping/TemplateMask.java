package io.github.slacklogging.grouping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Makes a template of a message that was concatenated: values become placeholders, by
 * fixed rules, so that every instance agrees. Linear in the length of the text, which is
 * bounded first. Immutable.
 */
final class TemplateMask {

	private static final int MAX_LINES = 2;

	private static final int MAX_LENGTH = 300;

	/** In this order; the name of the group is the placeholder. */
	private static final Pattern VALUES = Pattern.compile("(?P<email>[\\w.+-]+@[\\w-]+\\.[\\w.-]+)"
			+ "|(?P<url>[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s\"'<>]+)"
			+ "|(?P<uuid>\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b)"
			+ "|(?P<date>\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?)"
			+ "|(?P<ip>\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b)" + "|(?P<quoted>\"[^\"\\n]{3,}\"|'[^'\\n]{3,}')"
			+ "|(?P<hex>\\b0[xX][0-9a-fA-F]+\\b|\\b[0-9a-f]{16,}\\b|\\b[0-9A-F]{16,}\\b)"
			+ "|(?P<number>\\d+(?:[.,]\\d+)*)");

	private static final String[] NAMES = { "email", "url", "uuid", "date", "ip", "quoted", "hex", "number" };

	String mask(String text) {
		Matcher matcher = VALUES.matcher(firstLines(text));
		StringBuilder masked = new StringBuilder();
		while (matcher.find()) {
			matcher.appendReplacement(masked, "<" + nameOf(matcher) + ">");
		}
		matcher.appendTail(masked);
		return masked.toString();
	}

	private static String nameOf(Matcher matcher) {
		for (String name : NAMES) {
			if (matcher.group(name) != null) {
				return name;
			}
		}
		throw new IllegalStateException("every alternative has a name");
	}

	private static String firstLines(String text) {
		int end = Math.min(text.length(), MAX_LENGTH);
		int lines = 0;
		for (int i = 0; i < end; i++) {
			if (text.charAt(i) == '\n' && ++lines == MAX_LINES) {
				return text.substring(0, i);
			}
		}
		return text.substring(0, end);
	}

}
