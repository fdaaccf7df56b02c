package io.github.slacklogging.it.living;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many events of one kind a message says that there were. */
final class ShownCount {

	private static final Pattern TIMES = Pattern.compile("^(?:Quiet[^:]*: )?[^:]*\\), ([\\d,]+) times?\\b");

	private ShownCount() {
	}

	/**
	 * Reads a sentence as {@code ERROR in orders-api (prod), 1,284 times in 42 min: …}.
	 * @param sentence a message's text
	 * @return 1 where it says no number
	 */
	static long in(String sentence) {
		Matcher times = TIMES.matcher(sentence);
		return times.find() ? Long.parseLong(times.group(1).replace(",", "")) : 1;
	}

}
