package io.github.slacklogging.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How long a 429 asks to wait. Slack sends whole seconds, in the header and, for
 * webhooks, in the body too; proxies send fractions and dates. Nothing readable, zero and
 * the past mean one second, as in Slack's own SDKs.
 */
final class RetryAfter {

	private static final Duration MIN = Duration.ofSeconds(1);

	private static final Duration MAX = Duration.ofDays(1);

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

	private RetryAfter() {
	}

	static Duration of(Answer answer, AnswerJson json, Instant now) {
		Duration asked = parse(answer.retryAfter(), answer.date(), now);
		if (asked == null) {
			asked = parse(json.text("retry_after"), answer.date(), now);
		}
		if (asked == null || asked.compareTo(MIN) < 0) {
			return MIN;
		}
		return (asked.compareTo(MAX) > 0) ? MAX : asked;
	}

	private static @Nullable Duration parse(@Nullable String value, @Nullable String date, Instant now) {
		if (value == null) {
			return null;
		}
		String text = value.trim();
		if (SECONDS.matcher(text).matches()) {
			return Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000));
		}
		Instant until = instant(text);
		if (until == null) {
			return null;
		}
		// Measured on the clock that wrote it, where that is known.
		Instant from = (date != null) ? instant(date) : null;
		return Duration.between((from != null) ? from : now, until);
	}

	private static @Nullable Instant instant(String httpDate) {
		try {
			return DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate.trim(), Instant::from);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
