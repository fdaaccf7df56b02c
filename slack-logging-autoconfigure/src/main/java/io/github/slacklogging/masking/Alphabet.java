package io.github.slacklogging.masking;

/**
 * Sets of characters of which tokens are made, and three that tell what a token lacks.
 */
enum Alphabet {

	/** Base 10. */
	DIGITS("0123456789", false),

	/** Base 16. */
	HEX("0123456789abcdefABCDEF", false),

	/** Base 16 in groups. */
	HEX_DASH("0123456789abcdefABCDEF-", false),

	/** Base 36 in capitals, which holds base 32. */
	UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", false),

	/** Base 62. */
	ALPHANUMERIC("", true),

	/** Letters, digits and the underscore. */
	WORD("_", true),

	/** RFC 4648, section 5: base 64 for URLs. */
	BASE64_URL("-_", true),

	/** The same, in parts with dots between. */
	DOTTED("-_.", true),

	/** What Entra ID makes secrets of. */
	TILDED("-_.~", true),

	/** RFC 4648, section 4: base 64. */
	BASE64("+/", true),

	/** Base 64 as a parameter of a URL. */
	PERCENT("+/%=", true),

	/** Both alphabets of base 64. */
	EITHER_BASE64("+/-_", true),

	/** Both alphabets of base 64, as they are or percent-encoded, with padding. */
	ENCODED("+/-_%=.", true),

	/** Up to the next digit. */
	NO_DIGIT('0', '9'),

	/** Up to the next capital. */
	NO_UPPER('A', 'Z'),

	/** Up to the next small letter. */
	NO_LOWER('a', 'z');

	private final boolean[] ascii = new boolean[128];

	private final boolean others;

	Alphabet(String characters, boolean lettersAndDigits) {
		for (char c = 0; c < this.ascii.length; c++) {
			this.ascii[c] = characters.indexOf(c) >= 0 || (lettersAndDigits && Literals.isLetterOrDigit(c));
		}
		this.others = false;
	}

	Alphabet(char first, char last) {
		for (char c = 0; c < this.ascii.length; c++) {
			this.ascii[c] = c < first || c > last;
		}
		this.others = true;
	}

	boolean contains(char c) {
		return (c < this.ascii.length) ? this.ascii[c] : this.others;
	}

}
