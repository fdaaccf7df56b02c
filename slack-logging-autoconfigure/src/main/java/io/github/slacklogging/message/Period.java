package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/**
 * From when until when, as exactly as a reader needs it. A clock that was set back
 * meanwhile leaves the beginning alone. Without seconds: Slack could take the minutes
 * between two colons for an emoji.
 *
 * @param from its beginning
 * @param to its end
 */
record Period(Instant from, Instant to) {

	private static final Duration BRIEF = Duration.ofMinutes(2);

	private static final Duration LONG = Duration.ofHours(12);

	/** Markup that each reader sees in the own time zone. */
	String markup() {
		return told(precision()::markup);
	}

	/** The same as plain text. */
	String utc() {
		return told(precision()::utc) + " UTC";
	}

	private String told(Function<Instant, String> written) {
		Duration length = length();
		if (length.compareTo(BRIEF) >= 0) {
			// With blanks: nothing between two colons that could be an emoji's name.
			return written.apply(this.from) + " – " + written.apply(this.to);
		}
		String span = Words.span(length);
		return (span.isEmpty() ? "" : "for " + span + " ") + "at " + written.apply(this.from);
	}

	private Precision precision() {
		return (length().compareTo(LONG) < 0) ? Precision.TIME : Precision.DATE;
	}

	private Duration length() {
		return Duration.between(this.from, this.to);
	}

	private enum Precision {

		TIME("{time}", "HH:mm"),

		DATE("{date_short_pretty} {time}", "uuuu-MM-dd HH:mm");

		private final String slackFormat;

		private final DateTimeFormatter utcFormat;

		Precision(String slackFormat, String utcFormat) {
			this.slackFormat = slackFormat;
			this.utcFormat = DateTimeFormatter.ofPattern(utcFormat, Locale.ROOT).withZone(ZoneOffset.UTC);
		}

		private String markup(Instant instant) {
			return "<!date^" + instant.getEpochSecond() + "^" + this.slackFormat + "|" + utc(instant) + " UTC>";
		}

		private String utc(Instant instant) {
			return this.utcFormat.format(instant);
		}

	}

}
