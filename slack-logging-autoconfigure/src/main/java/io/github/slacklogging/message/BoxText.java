package io.github.slacklogging.message;

import io.github.slacklogging.message.StackTrace.Line;

/**
 * The text of a box, written line by line as far as there is room. What found none is
 * counted in a last line. For one thread.
 */
final class BoxText {

	private final Budget budget;

	private final StringBuilder text = new StringBuilder();

	private boolean whole = true;

	BoxText(Budget budget) {
		this.budget = budget;
	}

	/** Whether everything is there, with all its characters. */
	boolean isWhole() {
		return this.whole;
	}

	boolean isEmpty() {
		return this.text.isEmpty();
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	void add(StackTrace trace) {
		int hidden = trace.hiddenFrames();
		boolean full = false;
		// Room for the last line, which tells of the frames that found none.
		Size last = (hidden == 0 && hasRoomFor(trace)) ? Size.ZERO
				: Size.ofOurs("\n" + hiddenFrames(Integer.MAX_VALUE));
		for (Line line : trace.lines()) {
			full = full || !add(line.text(), last);
			hidden += (full && line.frame()) ? 1 : 0;
		}
		if (hidden > 0) {
			add(hiddenFrames(hidden), Size.ZERO);
		}
		this.whole = this.whole && !full && hidden == 0;
	}

	private boolean hasRoomFor(StackTrace trace) {
		Size size = Size.ofOurs(this.text.isEmpty() ? "" : "\n");
		for (Line line : trace.lines()) {
			size = size.plus(Size.ofLog(line.text())).plus(Size.ofOurs("\n"));
		}
		return size.minus(Size.ofOurs("\n")).fitsIn(this.budget.left());
	}

	/** Adds a line, cut where it must be; {@code false} where it found no room. */
	boolean add(String line) {
		return add(line, Size.ZERO);
	}

	private boolean add(String line, Size beside) {
		Size separator = Size.ofOurs(this.text.isEmpty() ? "" : "\n");
		String cut = this.budget.cut(line, StackTrace.MAX_LINE, beside.plus(separator));
		this.whole = this.whole && cut.equals(line);
		boolean nothing = cut.isBlank() && !line.isBlank();
		if (nothing || !this.budget.take(separator.plus(Size.ofLog(cut)))) {
			return false;
		}
		this.text.append(this.text.isEmpty() ? "" : "\n").append(cut);
		return true;
	}

	private static String hiddenFrames(int count) {
		return "    … " + Words.count(count, "frame") + " hidden";
	}

}
