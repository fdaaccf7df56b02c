package io.github.slacklogging.message;

/**
 * How much a text is, in the three ways Slack counts it. Immutable.
 *
 * @param shown UTF-16 units that people see
 * @param escaped UTF-16 units with {@code & < >} written as entities
 * @param bytes UTF-8 bytes of the escaped text
 */
record Size(int shown, int escaped, int bytes) {

	static final Size ZERO = new Size(0, 0, 0);

	/** The size of log text, before it is escaped. */
	static Size ofLog(String text) {
		Size size = ZERO;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			size = size.plus(ofLog(text.codePointAt(i)));
		}
		return size;
	}

	static Size ofLog(int codePoint) {
		int units = Character.charCount(codePoint);
		return switch (codePoint) {
			case '&' -> new Size(units, 5, 5);
			case '<', '>' -> new Size(units, 4, 4);
			// In code style a look-alike of two bytes stands in its place.
			case '`' -> new Size(units, units, 2);
			default -> new Size(units, units, utf8(codePoint));
		};
	}

	/** The size of our own markup, which is not escaped any more. */
	static Size ofOurs(String markup) {
		int bytes = markup.codePoints().map(Size::utf8).sum();
		return new Size(markup.length(), markup.length(), bytes);
	}

	Size plus(Size other) {
		return new Size(this.shown + other.shown, this.escaped + other.escaped, this.bytes + other.bytes);
	}

	Size minus(Size other) {
		return new Size(this.shown - other.shown, this.escaped - other.escaped, this.bytes - other.bytes);
	}

	Size atMost(Size other) {
		return new Size(Math.min(this.shown, other.shown), Math.min(this.escaped, other.escaped),
				Math.min(this.bytes, other.bytes));
	}

	Size withShownAtMost(int max) {
		return new Size(Math.min(this.shown, max), this.escaped, this.bytes);
	}

	Size dividedBy(int parts) {
		return new Size(this.shown / parts, this.escaped / parts, this.bytes / parts);
	}

	boolean fitsIn(Size room) {
		return this.shown <= room.shown && this.escaped <= room.escaped && this.bytes <= room.bytes;
	}

	/** Bytes of a character in UTF-8. */
	static int utf8(int codePoint) {
		if (codePoint < 0x80) {
			return 1;
		}
		if (codePoint < 0x800) {
			return 2;
		}
		return (codePoint < 0x10000) ? 3 : 4;
	}

}
