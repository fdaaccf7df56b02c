package io.github.slacklogging.masking;

/**
 * A kind of token that a prefix tells.
 *
 * @param prefix as it is written, case matters
 * @param alphabet of what follows
 * @param min how many characters follow at least; at the end of a text, which may have
 * been cut there, fewer do
 * @param max how many follow at most
 * @param proof what it takes besides
 */
record TokenShape(String prefix, Alphabet alphabet, int min, int max, Proof proof) {

	/** The prefix says it all. */
	static TokenShape sure(String prefix, Alphabet alphabet, int min) {
		return new TokenShape(prefix, alphabet, min, Integer.MAX_VALUE, Proof.PREFIX);
	}

	/**
	 * The prefix might begin a word too: letters and digits must follow, or both cases.
	 */
	static TokenShape mixed(String prefix, Alphabet alphabet, int min) {
		return new TokenShape(prefix, alphabet, min, Integer.MAX_VALUE, Proof.MIXED);
	}

	/**
	 * The prefix might begin a name too: digits, small letters and capitals must follow.
	 */
	static TokenShape random(String prefix, Alphabet alphabet, int min) {
		return new TokenShape(prefix, alphabet, min, Integer.MAX_VALUE, Proof.RANDOM);
	}

	/** No longer than it must be. */
	TokenShape exactly() {
		return new TokenShape(this.prefix, this.alphabet, this.min, this.min, this.proof);
	}

	/**
	 * Looks for the end of a token.
	 * @param text in which the prefix begins at {@code at}
	 * @param runs of the text
	 * @param at first character of the prefix
	 * @return the first character behind the token, or {@code at} if it is none
	 */
	int end(String text, Runs runs, int at) {
		if (this.proof != Proof.PREFIX && isJoined(text, at)) {
			return at;
		}
		int start = at + this.prefix.length();
		int end = runs.end(this.alphabet, start);
		boolean cut = end == text.length() && end - start >= this.proof.minWhenCut(this.min);
		boolean fits = (end - start >= this.min || cut) && end - start <= this.max && Edges.endsAt(text, end)
				&& this.proof.holds(runs, start, end);
		return fits ? trimmed(text, start, end) : at;
	}

	// "cache-key-…" and "task_sk-…" go on what stands before.
	private static boolean isJoined(String text, int at) {
		return at > 0 && "-_.".indexOf(text.charAt(at - 1)) >= 0;
	}

	/** Without the full stop of the sentence, with the padding of base 64. */
	private int trimmed(String text, int start, int end) {
		int trimmed = end;
		while (trimmed > start && text.charAt(trimmed - 1) == '.') {
			trimmed--;
		}
		int padded = trimmed;
		while (this.alphabet == Alphabet.BASE64 && padded < text.length() && text.charAt(padded) == '=') {
			padded++;
		}
		return (padded - trimmed <= 2) ? padded : trimmed;
	}

	/** What makes a token of a run. */
	enum Proof {

		/** Nothing more than the prefix. */
		PREFIX(6),

		/** Letters and digits, or small letters and capitals. */
		MIXED(16),

		/** All three. */
		RANDOM(16);

		private final int least;

		Proof(int least) {
			this.least = least;
		}

		private int minWhenCut(int min) {
			return (this == PREFIX) ? this.least : Math.max(this.least, min / 4);
		}

		private boolean holds(Runs runs, int start, int end) {
			if (this == PREFIX) {
				return true;
			}
			boolean digit = runs.hasDigit(start, end);
			boolean upper = runs.hasUpper(start, end);
			boolean lower = runs.hasLower(start, end);
			return (this == RANDOM) ? digit && upper && lower : (digit && (upper || lower)) || (upper && lower);
		}

	}

}
