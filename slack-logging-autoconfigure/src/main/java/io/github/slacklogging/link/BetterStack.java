package io.github.slacklogging.link;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Better Stack's live tail. Immutable.
 *
 * <p>
 * There is no documentation of its address. Public repositories hold links with
 * {@code s}, the source, {@code rf}, the beginning in milliseconds, and {@code q}, the
 * search, all of them with plain ids. An end of the span, names of fields, quotes and
 * escapes in the search could not be confirmed and are left out: where an id is known the
 * search is that id, else the link opens the right source at the right time, and the
 * reader searches there. Columns are never named.
 */
final class BetterStack implements LogStore {

	/** Not used in addresses, as no form is known in which they could be. */
	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "traceId",
			LogField.LOGGER, "logger_name", LogField.LEVEL, "level", LogField.MESSAGE, "message", LogField.SERVICE,
			"service", LogField.TIMESTAMP, "dt"));

	/** One word; a hyphen within it is none that excludes. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

	private final LinkParts parts;

	/**
	 * A store.
	 * @param parts team and source
	 * @param names not used
	 */
	BetterStack(LinkParts parts, FieldNames names) {
		this.parts = parts;
	}

	@Override
	public String address(LogQuestion question, boolean columns) {
		return "https://telemetry.betterstack.com/team/" + PercentEncoding.encode(this.parts.get(LinkPart.TEAM))
				+ "/tail?s=" + PercentEncoding.encode(this.parts.get(LinkPart.SOURCE)) + "&rf="
				+ question.window().fromMillis() + search(question);
	}

	@Override
	public boolean findsIdsOnly() {
		return true;
	}

	private static String search(LogQuestion question) {
		return question.criteria()
			.stream()
			.filter(BetterStack::isPlainId)
			.findFirst()
			.map((criterion) -> "&q=" + ((Criterion.Is) criterion).value())
			.orElse("");
	}

	private static boolean isPlainId(Criterion criterion) {
		return criterion instanceof Criterion.Is is
				&& (is.field() == LogField.LOG_ID || is.field() == LogField.TRACE_ID)
				&& PLAIN.matcher(is.value()).matches();
	}

}
