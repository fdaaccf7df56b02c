package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Counts, spans and dates as people read them. */
final class Words {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	// Without seconds: Slack could take the minutes between two colons for an emoji.
	private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final Duration BRIEF = Duration.ofMinutes(2);

	/** Below it tenths of a second matter. */
	private static final Duration BRIEF_SECONDS = Duration.ofSeconds(10);

	/** From here on days say more. */
	private static final long HOURS_SAID = 48;

	private Words() {
	}

	/** {@code 1,284}. */
	static String count(long count) {
		return String.format(Locale.ROOT, "%,d", count);
	}

	/** {@code 1 event}, {@code 1,284 events}. */
	static String count(long count, String noun) {
		return count(count) + " " + noun + ((count == 1) ? "" : "s");
	}

	/** {@code 42 min}; empty below one second. */
	static String span(Duration span) {
		if (span.toSeconds() < 1) {
			return "";
		}
		if (span.toMinutes() < 1) {
			return span.toSeconds() + " s";
		}
		if (span.toHours() < 1) {
			return span.toMinutes() + " min";
		}
		if (span.toDays() < 1) {
			return span.toHours() + " h" + ((span.toMinutesPart() > 0) ? " " + span.toMinutesPart() + " min" : "");
		}
		return span.toDays() + " d" + ((span.toHoursPart() > 0) ? " " + span.toHoursPart() + " h" : "");
	}

	/** The same in seconds below two minutes: {@code 60 s}. */
	static String briefSpan(Duration span) {
		return (span.toSeconds() >= 1 && span.compareTo(BRIEF) < 0) ? span.toSeconds() + " s" : span(span);
	}

	/**
	 * How long something took, as exactly as people say it: {@code 850 ms},
	 * {@code 3 min 20 s}, {@code 26 h}. A clock that went back took no time.
	 */
	static String took(Duration span) {
		if (span.compareTo(Duration.ofSeconds(1)) < 0) {
			return Math.max(0, span.toMillis()) + " ms";
		}
		if (span.compareTo(BRIEF_SECONDS) < 0 && span.toMillisPart() >= 100) {
			return span.toSeconds() + "." + span.toMillisPart() / 100 + " s";
		}
		if (span.toMinutes() < 1) {
			return span.toSeconds() + " s";
		}
		if (span.toHours() < 1) {
			return span.toMinutes() + " min" + and(span.toSecondsPart(), "s");
		}
		if (span.toHours() < HOURS_SAID) {
			return span.toHours() + " h" + and(span.toMinutesPart(), "min");
		}
		return count(span.toDays()) + " d" + and(span.toHoursPart(), "h");
	}

	private static String and(int more, String unit) {
		return (more > 0) ? " " + more + " " + unit : "";
	}

	/** {@code 10:02 UTC}, for a sentence. */
	static String utc(Instant instant) {
		return UTC_TIME.format(instant);
	}

	/** {@code 2026-10-12 10:02:03 UTC}, where Slack does not read it. */
	static String fullUtc(Instant instant) {
		return UTC.format(instant);
	}

	/** Markup that each reader sees in the own time zone. */
	static String date(Instant instant) {
		return "<!date^" + instant.getEpochSecond() + "^{date_short_pretty} {time_secs}|" + UTC.format(instant) + ">";
	}

}
