package io.github.slacklogging;

import java.time.Duration;

/**
 * Who is called to a destination, and when. Immutable.
 *
 * @param target {@code here}, {@code channel}, a user-group id ({@code S…}) or a user id
 * ({@code U…}, {@code W…})
 * @param level lowest severity that calls
 * @param cooldown how long nobody is called again
 */
public record Mention(String target, Severity level, Duration cooldown) {

	private static final String TARGET = "here|channel|[SUW][A-Z0-9]{2,20}";

	public Mention {
		if (!isTarget(target)) {
			throw new IllegalArgumentException("must be here, channel, a user-group id (S…) or a user id (U… or W…)");
		}
		if (cooldown.isNegative()) {
			throw new IllegalArgumentException("must not be negative");
		}
	}

	/** Whether somebody can be called by this. */
	public static boolean isTarget(String text) {
		return text.matches(TARGET);
	}

}
