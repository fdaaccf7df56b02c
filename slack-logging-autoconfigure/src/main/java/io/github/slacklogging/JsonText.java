package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * JSON that is being written into a room of fixed size. Whatever comes, it is valid at
 * the end: at any moment there is room to close what is open, and when something does not
 * fit, the text goes back to where an ellipsis does. Then it is full and takes nothing
 * more. Used by one thread; takes time in proportion to the room, not to what is given.
 *
 * <p>
 * A string is cut where it leaves no half of a secret ({@link BoundedText}); names and
 * numbers are there whole or not at all.
 */
final class JsonText {

	private static final String MORE = "\"…\"";

	private static final String NAMED_MORE = "\"…\":\"…\"";

	private final int maxLength;

	private final StringBuilder text = new StringBuilder();

	/** How many are open. */
	private int depth;

	/** Which of them are objects: a bit each, that of the outermost first. */
	private int objects;

	/** Where the text may end early: after what is whole, with room for an ellipsis. */
	private int end;

	private int endDepth;

	private int endObjects;

	private boolean full;

	/**
	 * Nothing written yet.
	 * @param maxLength most characters, at least 2
	 */
	JsonText(int maxLength) {
		this.maxLength = maxLength;
	}

	boolean isFull() {
		return this.full;
	}

	/** Opens an object or an array, at most 31 within each other. */
	void open(boolean object) {
		// one more for what closes it
		if (!fits(2)) {
			endEarly();
		}
		if (this.full) {
			return;
		}
		this.text.append(object ? '{' : '[');
		int bit = 1 << this.depth++;
		this.objects = object ? (this.objects | bit) : (this.objects & ~bit);
	}

	/** Begins the next part of what is open; the value is to follow. */
	void next(@Nullable String name) {
		mayEndHere();
		if (!isEmpty()) {
			bare(",");
		}
		if (name != null) {
			name(name);
			bare(":");
		}
	}

	private void name(String name) {
		int start = this.text.length();
		if (!this.full && escaped(name, room() - 2) < name.length()) {
			this.text.setLength(start);
			endEarly();
		}
	}

	void bare(String part) {
		if (!this.full && !fits(part.length())) {
			endEarly();
		}
		if (!this.full) {
			this.text.append(part);
		}
	}

	/** The string, or its beginning and an ellipsis, which is the end. */
	void string(String value) {
		int start = this.text.length();
		if (this.full || escaped(value, room() - 2) == value.length()) {
			return;
		}
		this.text.setLength(start);
		int room = room() - MORE.length();
		if (room < 0) {
			endEarly();
			return;
		}
		int most = escaped(value, room);
		this.text.setLength(start);
		String beginning = BoundedText.beginning(value, most);
		escaped(beginning, room);
		this.text.insert(this.text.length() - 1, '…');
		end(this.depth, this.objects);
	}

	/** There is more, which is not told: the last part of what is open. */
	void more() {
		next(null);
		bare(isObject(this.objects, this.depth - 1) ? NAMED_MORE : MORE);
	}

	void close() {
		if (!this.full) {
			this.text.append(isObject(this.objects, --this.depth) ? '}' : ']');
		}
	}

	private boolean fits(int length) {
		return length <= room();
	}

	private int room() {
		return this.maxLength - this.text.length() - this.depth;
	}

	private boolean isEmpty() {
		return this.text.length() == 0 || "[{".indexOf(this.text.charAt(this.text.length() - 1)) >= 0;
	}

	private static boolean isObject(int objects, int depth) {
		return depth >= 0 && (objects >>> depth & 1) == 1;
	}

	private void mayEndHere() {
		String more = isObject(this.objects, this.depth - 1) ? NAMED_MORE : MORE;
		if (!this.full && fits(more.length() + (isEmpty() ? 0 : 1))) {
			this.end = this.text.length();
			this.endDepth = this.depth;
			this.endObjects = this.objects;
		}
	}

	private void endEarly() {
		this.text.setLength(this.end);
		if (this.maxLength < MORE.length()) {
			this.text.append("\"\"");
		}
		else {
			this.text.append(isEmpty() ? "" : ",")
				.append(isObject(this.endObjects, this.endDepth - 1) ? NAMED_MORE : MORE);
		}
		end(this.endDepth, this.endObjects);
	}

	private void end(int depth, int objects) {
		for (int i = depth - 1; i >= 0; i--) {
			this.text.append(isObject(objects, i) ? '}' : ']');
		}
		this.full = true;
	}

	private int escaped(String value, int room) {
		return JsonString.append(this.text, value, room);
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
