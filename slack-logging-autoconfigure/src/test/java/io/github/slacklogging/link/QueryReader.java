package io.github.slacklogging.link;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads queries from left to right, as the products' own grammars would, and accepts
 * nothing that it does not expect.
 */
final class QueryReader {

	private static final Map<Character, Character> CONTROLS = Map.of('n', '\n', 'r', '\r', 't', '\t');

	private final String text;

	private int position;

	QueryReader(String text) {
		this.text = text;
	}

	boolean atEnd() {
		return this.position == this.text.length();
	}

	boolean skip(String expected) {
		boolean there = this.text.startsWith(expected, this.position);
		this.position += there ? expected.length() : 0;
		return there;
	}

	QueryReader expect(String expected) {
		if (!skip(expected)) {
			throw new AssertionError("expected " + expected + " at " + this.position + " of " + this.text);
		}
		return this;
	}

	String word(String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(this.text).region(this.position, this.text.length());
		if (!matcher.lookingAt()) {
			throw new AssertionError("expected " + pattern + " at " + this.position + " of " + this.text);
		}
		this.position = matcher.end();
		return matcher.group();
	}

	/** Between quotes, where a backslash keeps the next character from its meaning. */
	String plainlyQuoted(char quote) {
		expect(String.valueOf(quote));
		StringBuilder value = new StringBuilder();
		for (char c = next(); c != quote; c = next()) {
			value.append((c == '\\') ? quotedOrBackslash(quote) : c);
		}
		return value.toString();
	}

	/** Between quotes, with the escapes of C, and no end of a line. */
	String quotedOnOneLine(char quote) {
		expect(String.valueOf(quote));
		StringBuilder value = new StringBuilder();
		for (char c = next(); c != quote; c = next()) {
			if (Character.isISOControl(c)) {
				throw new AssertionError("control character in " + this.text);
			}
			value.append((c == '\\') ? escaped(quote) : c);
		}
		return value.toString();
	}

	/** Between quotes that are doubled within. */
	String quotedByDoubling(char quote) {
		expect(String.valueOf(quote));
		StringBuilder value = new StringBuilder();
		for (char c = next(); c != quote || skip(String.valueOf(quote)); c = next()) {
			value.append(c);
		}
		return value.toString();
	}

	private char quotedOrBackslash(char quote) {
		char c = next();
		if (c != quote && c != '\\') {
			throw new AssertionError("no such escape: " + c);
		}
		return c;
	}

	private char escaped(char quote) {
		char c = next();
		if (c == 'u') {
			this.position += 4;
			return (char) Integer.parseInt(this.text.substring(this.position - 4, this.position), 16);
		}
		if (c != quote && c != '\\' && !CONTROLS.containsKey(c)) {
			throw new AssertionError("no such escape: " + c);
		}
		return CONTROLS.getOrDefault(c, c);
	}

	private char next() {
		if (atEnd()) {
			throw new AssertionError("quotes that do not end: " + this.text);
		}
		return this.text.charAt(this.position++);
	}

}
