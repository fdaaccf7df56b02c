package io.github.slacklogging.message;

import java.util.List;

import io.github.slacklogging.Incident.Rate;

/**
 * How often something comes, drawn and in words. The drawing alone would say nothing to a
 * screen reader.
 */
final class RateWords {

	private static final String BARS = "▁▂▃▄▅▆▇█";

	private static final int MAX_BARS = 12;

	private RateWords() {
	}

	/** {@code ▁▂▅█ 31/min now, peak 140/min}; empty where nothing is known. */
	static String drawn(Rate rate) {
		String told = told(rate);
		String bars = (rate.history().size() > 1) ? bars(rate.history()) : "";
		return (told.isEmpty() || bars.isEmpty()) ? told : bars + " " + told;
	}

	/** {@code 31/min now, peak 140/min}; empty where nothing is known. */
	static String told(Rate rate) {
		long now = Math.max(0, rate.perMinute());
		long peak = Math.max(now, rate.peakPerMinute());
		return (peak == 0) ? "" : Words.count(now) + "/min now, peak " + Words.count(peak) + "/min";
	}

	// Nothing has the lowest bar for itself: one event must be seen beside a thousand.
	private static String bars(List<Long> history) {
		List<Long> latest = history.subList(Math.max(0, history.size() - MAX_BARS), history.size());
		long most = latest.stream().mapToLong(Long::longValue).max().orElse(0);
		StringBuilder bars = new StringBuilder();
		for (long events : latest) {
			int height = (events <= 0) ? 0 : 1 + (int) Math.round((BARS.length() - 2.0) * events / most);
			bars.append(BARS.charAt(height));
		}
		return bars.toString();
	}

}
