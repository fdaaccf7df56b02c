package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.Locale;

/** Times since the start as transcripts write them: {@code 25:00:01.5}. */
final class TimeText {

	private TimeText() {
	}

	static Duration parse(String text) {
		String[] parts = text.split(":");
		return Duration.ofHours(Long.parseLong(parts[0]))
			.plusMinutes(Long.parseLong(parts[1]))
			.plusMillis(Math.round(Double.parseDouble(parts[2]) * 1_000));
	}

	/** Durations are written as {@code 90s}, {@code 15m}, {@code 4h} or {@code 200ms}. */
	static Duration parseDuration(String text) {
		return Duration.parse(
				(text.endsWith("ms") ? "pt0." + "0".repeat(5 - text.length()) + text.replace("ms", "s") : "pt" + text)
					.toUpperCase(Locale.ROOT));
	}

	static String of(Duration time) {
		String text = String.format("%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
		int millis = time.toMillisPart();
		return (millis == 0) ? text : text + String.format(".%03d", millis).replaceFirst("0+$", "");
	}

	/** Without parts that are zero. */
	static String ofDuration(Duration duration) {
		return duration.toString().replace("PT", "").toLowerCase(Locale.ROOT);
	}

}
