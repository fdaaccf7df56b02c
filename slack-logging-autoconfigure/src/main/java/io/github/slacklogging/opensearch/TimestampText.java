package io.github.slacklogging.opensearch;

import java.time.Instant;

/**
 * Moments as ISO 8601 in UTC, just as {@link Instant#toString()} writes them. Asked for
 * every event, so the last second is remembered. For one thread.
 */
final class TimestampText {

	private static final int NANOS_DIGITS = 9;

	private static final int GROUP = 3;

	private static final int GROUP_VALUES = 1_000;

	private final StringBuilder text = new StringBuilder(40);

	private long second = Long.MIN_VALUE;

	private int secondLength;

	String of(Instant moment) {
		if (moment.getEpochSecond() != this.second) {
			this.second = moment.getEpochSecond();
			this.text.setLength(0);
			this.text.append(Instant.ofEpochSecond(this.second));
			// without its Z
			this.secondLength = this.text.length() - 1;
		}
		this.text.setLength(this.secondLength);
		if (moment.getNano() != 0) {
			fraction(moment.getNano());
		}
		return this.text.append('Z').toString();
	}

	/** Three, six or nine digits, as many as it takes. */
	private void fraction(int nanos) {
		int value = nanos;
		int digits = NANOS_DIGITS;
		while (value % GROUP_VALUES == 0) {
			value /= GROUP_VALUES;
			digits -= GROUP;
		}
		String shown = Integer.toString(value);
		this.text.append('.');
		for (int i = shown.length(); i < digits; i++) {
			this.text.append('0');
		}
		this.text.append(shown);
	}

}
