package io.github.slacklogging.link;

/**
 * A question in LogQL: a stream selector and line filters, see Loki's documentation, "Log
 * queries". Strings are those of Go. Immutable.
 *
 * <p>
 * Only the service is a label. Everything else is looked for in the line as it was
 * written, since labels and parsers differ from one installation to the next and a line
 * filter needs neither. A line is plain text or JSON, and JSON writes quotes, backslashes
 * and control characters in another way: values that hold some become an expression that
 * matches both, all others stay a plain and fast filter. The value of a field must end
 * where a word ends, for {@code run-1c} is also the beginning of {@code run-1c5}; how it
 * begins is not looked at, since a coloured line has the letter of a colour right before
 * it. A logger is looked for by its whole name, which a layout that abbreviates it does
 * not write.
 */
final class LogQl {

	private final String serviceLabel;

	LogQl(FieldNames names) {
		this.serviceLabel = label(names.of(LogField.SERVICE));
	}

	String query(LogQuestion question) {
		StringBuilder labels = new StringBuilder();
		StringBuilder filters = new StringBuilder();
		for (Criterion criterion : question.criteria()) {
			if (criterion instanceof Criterion.Is is && is.field() == LogField.SERVICE) {
				labels.append(labels.isEmpty() ? "" : ", ").append(this.serviceLabel).append('=');
				labels.append(Quotes.onOneLine(is.value(), '"'));
			}
			else {
				filters.append(filter(criterion));
			}
		}
		if (labels.isEmpty()) {
			// Loki takes no selector that would match everything.
			labels.append(this.serviceLabel).append("=~\".+\"");
		}
		return "{" + labels + "}" + filters;
	}

	private static String filter(Criterion criterion) {
		if (criterion instanceof Criterion.Is is) {
			return filter(is.value(), endsWithAWord(is.value()) ? "\\b" : "");
		}
		return filter(((Criterion.Says) criterion).phrase(), "");
	}

	/** The plain filter is the fast one: an expression then looks at what it left. */
	private static String filter(String value, String end) {
		String plain = AnyLine.isSame(value) ? " |= " + Quotes.onOneLine(value, '"') : "";
		if (!plain.isEmpty() && end.isEmpty()) {
			return plain;
		}
		return plain + " |~ " + Quotes.onOneLine(AnyLine.pattern(value) + end, '"');
	}

	/** To RE2 only these characters are of words: behind others no word could end. */
	private static boolean endsWithAWord(String value) {
		return value.matches("(?s).*[A-Za-z0-9_]");
	}

	/** Loki itself turns {@code service.name} into {@code service_name}. */
	private static String label(String name) {
		String label = name.replaceAll("[^A-Za-z0-9_]", "_");
		return Character.isDigit(label.charAt(0)) ? "_" + label : label;
	}

}
