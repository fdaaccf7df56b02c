package io.github.slacklogging.message;

/**
 * How much text may still be written. A part of it can be reserved, filled, and what is
 * left of it given back, so that no part can eat another's room. For one thread.
 */
final class Budget {

	private static final String ELLIPSIS = "…";

	private static final Size ELLIPSIS_SIZE = Size.ofOurs(ELLIPSIS);

	private Size left;

	Budget(Size size) {
		this.left = size;
	}

	Size left() {
		return this.left;
	}

	/** Takes room away from this budget for a part of its own. */
	Budget reserve(Size most) {
		Size part = most.atMost(this.left);
		this.left = this.left.minus(part);
		return new Budget(part);
	}

	/** Gets back what a reserved part did not use. */
	void giveBack(Budget part) {
		this.left = this.left.plus(part.left);
		part.left = Size.ZERO;
	}

	/**
	 * Takes all or nothing.
	 * @param size to take
	 * @return whether there was room
	 */
	boolean take(Size size) {
		if (!size.fitsIn(this.left)) {
			return false;
		}
		this.left = this.left.minus(size);
		return true;
	}

	/**
	 * The longest beginning of a text for which there is room. Takes nothing.
	 * @param text to cut
	 * @param maxShown most characters shown
	 * @param beside room that must stay
	 * @return the text, a beginning that ends with an ellipsis, or nothing
	 */
	String cut(String text, int maxShown, Size beside) {
		Size room = this.left.minus(beside).withShownAtMost(maxShown);
		Size used = Size.ZERO;
		int at = 0;
		int markable = 0;
		while (at < text.length()) {
			int codePoint = text.codePointAt(at);
			used = used.plus(Size.ofLog(codePoint));
			if (!used.fitsIn(room)) {
				return text.substring(0, Graphemes.boundaryUpTo(text, markable)).stripTrailing()
						+ ((markable > 0) ? ELLIPSIS : "");
			}
			at += Character.charCount(codePoint);
			markable = used.plus(ELLIPSIS_SIZE).fitsIn(room) ? at : markable;
		}
		return text;
	}

}
