package io.github.slacklogging.masking;

import java.util.Arrays;

/**
 * Where runs of characters end in one text. Remembers the last run of each alphabet, so
 * that who asks from every place of a long run does not walk it again. For one thread.
 */
final class Runs {

	private final String text;

	private final int[] starts = new int[Alphabet.values().length];

	private final int[] ends = new int[this.starts.length];

	Runs(String text) {
		this.text = text;
		Arrays.fill(this.ends, -1);
	}

	/**
	 * The end of a run.
	 * @param alphabet of the run
	 * @param start first character
	 * @return behind the last one; {@code start} when there is none
	 */
	int end(Alphabet alphabet, int start) {
		int last = alphabet.ordinal();
		if (start >= this.starts[last] && start <= this.ends[last]) {
			return this.ends[last];
		}
		int end = start;
		while (end < this.text.length() && alphabet.contains(this.text.charAt(end))) {
			end++;
		}
		this.starts[last] = start;
		this.ends[last] = end;
		return end;
	}

	boolean hasDigit(int start, int end) {
		return end(Alphabet.NO_DIGIT, start) < end;
	}

	boolean hasUpper(int start, int end) {
		return end(Alphabet.NO_UPPER, start) < end;
	}

	boolean hasLower(int start, int end) {
		return end(Alphabet.NO_LOWER, start) < end;
	}

}
