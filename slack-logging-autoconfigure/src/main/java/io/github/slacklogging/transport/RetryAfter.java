package io.github.slacklogging.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How long an answer asks to wait: whole seconds or a date (RFC 9110, section 10.2.3);
 * proxies send fractions too. Zero and the past mean one second, as in Slack's own SDKs,
 * and nobody is obeyed for longer than a day.
 */
public final class RetryAfter {

	private static final Duration MIN = Duration.ofSeconds(1);

	private static final Duration MAX = Duration.ofDays(1);

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

	private RetryAfter() {
	}

	/**
	 * Reads the header.
	 * @param answer that may have it
	 * @param now the present, for a date
	 * @return one second to one day; {@code null} where nothing readable is asked
	 */
	public static @Nullable Duration of(HttpOutcome.Answered answer, Instant now) {
		return of(answer.retryAfter(), answer, now);
	}

	/**
	 * Reads what stands elsewhere in an answer, as if it were the header.
	 * @param text what stands there
	 * @param answer it is of
	 * @param now the present, for a date
	 * @return likewise
	 */
	public static @Nullable Duration of(@Nullable String text, HttpOutcome.Answered answer, Instant now) {
		Duration asked = (text != null) ? parse(text.trim(), answer.date(), now) : null;
		if (asked == null) {
			return null;
		}
		if (asked.compareTo(MIN) < 0) {
			return MIN;
		}
		return (asked.compareTo(MAX) > 0) ? MAX : asked;
	}

	private static @Nullable Duration parse(String text, @Nullable String date, Instant now) {
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
