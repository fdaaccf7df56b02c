package io.github.slacklogging.job;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What is said of a job that is overdue. Stateless. */
final class ExpectationWords {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter SECOND = DateTimeFormatter
		.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private ExpectationWords() {
	}

	/** {@code expected every 25 h, last success 2026-11-26 02:00 UTC}. */
	static String of(Duration every, @Nullable Instant lastSuccess) {
		DateTimeFormatter time = (every.compareTo(Duration.ofHours(1)) < 0) ? SECOND : MINUTE;
		return "expected every " + duration(every)
				+ ((lastSuccess != null) ? ", last success " + time.format(lastSuccess) : ", never seen to succeed");
	}

	/** In the largest unit that says it in whole numbers, a few hours never in days. */
	private static String duration(Duration duration) {
		if (duration.getNano() != 0) {
			return (duration.getSeconds() < 60) ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
		}
		long seconds = duration.getSeconds();
		if (seconds % 86_400 == 0 && seconds > 86_400) {
			return seconds / 86_400 + " d";
		}
		if (seconds % 3_600 == 0) {
			return seconds / 3_600 + " h";
		}
		return (seconds % 60 == 0) ? seconds / 60 + " min" : seconds + " s";
	}

}
