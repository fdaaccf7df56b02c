package io.github.slacklogging.masking;

/**
 * Whether a run of characters looks made by chance. In words, of whichever language and
 * joined in whichever way, the same pairs of letters come again and again; by chance one
 * pair in ten is one of them.
 *
 * @param kind of characters, if it does
 * @param length of the run
 */
record Randomness(Kind kind, int length) {

	private static final int MIN_HEX = 32;

	private static final int MIN_SMALL = 32;

	/** Longer runs are looked at no further. */
	private static final int MAX_LENGTH = 256;

	/** The most frequent pairs of letters in English texts and in names of classes. */
	private static final String PAIRS = "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as "
			+ "ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no "
			+ "ct us ac ot il tr ly nc et ut ss so rs un lo ge ie em ad ol rt po na ul ni ts mo";

	/** Names of algorithms are full of rare pairs. */
	private static final String[] ALGORITHMS = { "SHA", "AES", "RSA", "PKCS", "PBKDF", "HMAC", "Hmac", "ECDSA", "GCM",
			"CBC" };

	private static final boolean[] FREQUENT = frequent();

	private static boolean[] frequent() {
		boolean[] frequent = new boolean[26 * 26];
		for (String pair : PAIRS.split(" ")) {
			frequent[(pair.charAt(0) - 'a') * 26 + pair.charAt(1) - 'a'] = true;
		}
		return frequent;
	}

	static Randomness of(String text, int start, int end) {
		int last = Math.min(end, start + MAX_LENGTH);
		Count count = new Count();
		for (int i = start; i < last; i++) {
			count.add(text.charAt(i));
		}
		Kind kind = count.kind(last - start);
		boolean words = kind != Kind.HEX && (count.isWords(last - start) || isAlgorithm(text.substring(start, last)));
		return new Randomness(words ? Kind.NONE : kind, end - start);
	}

	private static boolean isAlgorithm(String run) {
		for (String algorithm : ALGORITHMS) {
			if (run.length() < MIN_HEX && run.contains(algorithm)) {
				return true;
			}
		}
		return false;
	}

	/** What it is made of. */
	enum Kind {

		/** It may well be words. */
		NONE,

		/** Base 16. */
		HEX,

		/** Digits and letters of one case. */
		ONE_CASE,

		/** Small letters and capitals, mostly digits too. */
		BOTH_CASES

	}

	/** Takes the characters one by one. */
	private static final class Count {

		private static final int SYMBOL = 3;

		/** Digits, small letters, capitals, symbols. */
		private final int[] classes = new int[SYMBOL + 1];

		private final boolean[] seen = new boolean[128];

		private int distinct;

		private int changes;

		private int pairs;

		private int noHex;

		private int kindBefore = -1;

		private int letterBefore = -1;

		void add(char c) {
			int kind = Literals.isDigit(c) ? 0 : (c >= 'a' && c <= 'z') ? 1 : (c >= 'A' && c <= 'Z') ? 2 : SYMBOL;
			this.classes[kind]++;
			this.distinct += this.seen[c] ? 0 : 1;
			this.seen[c] = true;
			this.noHex += Alphabet.HEX.contains(c) ? 0 : 1;
			// A symbol joins words: it is no change of its own.
			this.changes += (kind != SYMBOL && kind != this.kindBefore) ? 1 : 0;
			this.kindBefore = (kind != SYMBOL) ? kind : this.kindBefore;
			int letter = (kind == 1) ? c - 'a' : (kind == 2) ? c - 'A' : -1;
			this.pairs += (letter >= 0 && this.letterBefore >= 0 && FREQUENT[this.letterBefore * 26 + letter]) ? 1 : 0;
			this.letterBefore = letter;
		}

		/**
		 * Frequent pairs, and no class of characters changes to the next at every turn.
		 */
		boolean isWords(int length) {
			return this.pairs * 100 >= (length - 1) * 28 && this.changes * 100 < length * 52;
		}

		Kind kind(int length) {
			boolean digits = this.classes[0] > 0 && this.classes[0] < length;
			if (this.classes[1] > 0 && this.classes[2] > 0) {
				// Without a digit it is a name of humps rather, unless they are many.
				int least = digits ? 25 : 45;
				return (this.distinct >= 10 && this.changes * 100 >= length * least) ? Kind.BOTH_CASES : Kind.NONE;
			}
			if (!digits || this.distinct < 8) {
				return Kind.NONE;
			}
			if (this.noHex == 0) {
				return (length >= MIN_HEX) ? Kind.HEX : Kind.NONE;
			}
			boolean enough = this.classes[1] == 0 || length >= MIN_SMALL;
			return (enough && this.classes[SYMBOL] == 0 && this.distinct >= 10) ? Kind.ONE_CASE : Kind.NONE;
		}

	}

}
