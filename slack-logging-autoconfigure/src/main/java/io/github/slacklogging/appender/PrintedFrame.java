package io.github.slacklogging.appender;

import org.jspecify.annotations.Nullable;

/**
 * A line of a printed stack trace that tells of a frame, as
 * {@link StackTraceElement#toString()} prints it: blanks, "at", the names of class loader
 * and module, class, method and place. What Logback adds behind it is passed over.
 */
final class PrintedFrame {

	private static final String AT = "at ";

	private static final String NATIVE = "Native Method";

	private static final String UNKNOWN = "Unknown Source";

	/** As {@link StackTraceElement} has it. */
	private static final int NATIVE_LINE = -2;

	private PrintedFrame() {
	}

	/** Whether the line, which ends before {@code end}, is a frame. Linear. */
	static boolean isOne(String text, int start, int end) {
		int name = name(text, start, end);
		int open = (name >= 0) ? indexOf(text, '(', name, end) : -1;
		int close = (open >= 0) ? indexOf(text, ')', open, end) : -1;
		if (close < 0 || Character.isWhitespace(text.charAt(open - 1)) || indexOf(text, '.', name, open) < 0) {
			return false;
		}
		boolean alone = close + 1 == end || Character.isWhitespace(text.charAt(close + 1));
		return alone && isPlace(text, open + 1, close);
	}

	/** Where the names begin, or -1. */
	private static int name(String text, int start, int end) {
		int at = start;
		while (at < end && (text.charAt(at) == '\t' || text.charAt(at) == ' ')) {
			at++;
		}
		int name = at + AT.length();
		boolean frame = at > start && name < end && text.startsWith(AT, at);
		return (frame && Character.isJavaIdentifierStart(text.charAt(name))) ? name : -1;
	}

	private static boolean isPlace(String text, int start, int end) {
		if (is(text, NATIVE, start, end) || is(text, UNKNOWN, start, end)) {
			return true;
		}
		for (int i = start; i < end; i++) {
			if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == ',') {
				return false;
			}
		}
		return start < end;
	}

	/** The frame of a line that is one. */
	static StackTraceElement of(String text, int start, int end) {
		int name = name(text, start, end);
		int open = indexOf(text, '(', name, end);
		int close = indexOf(text, ')', open, end);
		int dot = text.lastIndexOf('.', open);
		int classStart = startOfClass(text, name, dot);
		String className = text.substring(Math.min(classStart, dot), dot);
		String method = text.substring(dot + 1, open);
		return element(className, method, text.substring(open + 1, close));
	}

	/**
	 * Behind "loader/module@version/"; the name of a hidden class has a stroke of its own
	 * before its address. Source: {@link Class#getName()}.
	 */
	private static int startOfClass(String text, int start, int end) {
		int stroke = lastIndexOf(text, '/', start, end);
		if (stroke >= start && text.startsWith("0x", stroke + 1)) {
			stroke = lastIndexOf(text, '/', start, stroke);
		}
		return stroke + 1;
	}

	private static StackTraceElement element(String className, String method, String place) {
		if (place.equals(NATIVE)) {
			return new StackTraceElement(className, method, null, NATIVE_LINE);
		}
		int colon = place.lastIndexOf(':');
		int line = (colon > 0) ? number(place, colon + 1) : -1;
		String file = (line >= 0) ? place.substring(0, colon) : place;
		return new StackTraceElement(className, method, known(file), line);
	}

	private static @Nullable String known(String file) {
		return file.equals(UNKNOWN) ? null : file;
	}

	/** The number up to the end, or -1. */
	private static int number(String text, int start) {
		int number = (start < text.length()) ? 0 : -1;
		for (int i = start; i < text.length() && number >= 0; i++) {
			int digit = Character.digit(text.charAt(i), 10);
			number = (digit >= 0 && number < Integer.MAX_VALUE / 10 - 1) ? 10 * number + digit : -1;
		}
		return number;
	}

	private static boolean is(String text, String part, int start, int end) {
		return end - start == part.length() && text.startsWith(part, start);
	}

	/** Looks no further back than {@code start}: one before that where there is none. */
	private static int lastIndexOf(String text, char c, int start, int end) {
		int at = end - 1;
		while (at >= start && text.charAt(at) != c) {
			at--;
		}
		return at;
	}

	private static int indexOf(String text, char c, int start, int end) {
		for (int i = start; i < end; i++) {
			if (text.charAt(i) == c) {
				return i;
			}
		}
		return -1;
	}

}
