package io.github.slacklogging.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads Rison as the page that a link leads to does, and shares nothing with what writes
 * it. Numbers are doubles, as in JavaScript. It refuses what the reference refuses.
 */
final class RisonReader {

	private static final Pattern WORD = Pattern.compile("[^-0-9 '!:(),*@$][^ '!:(),*@$]*");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");

	private final String rison;

	private int at;

	private RisonReader(String rison) {
		this.rison = rison;
	}

	static @Nullable Object read(String rison) {
		RisonReader reader = new RisonReader(rison);
		Object value = reader.value();
		if (reader.at != rison.length()) {
			throw reader.fault("the end");
		}
		return value;
	}

	private @Nullable Object value() {
		return switch (peek()) {
			case '(' -> object();
			case '\'' -> quoted();
			case '!' -> bang();
			case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Double.valueOf(match(NUMBER, "a number"));
			default -> match(WORD, "a word");
		};
	}

	private Map<String, @Nullable Object> object() {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		expect('(');
		while (peek() != ')') {
			if (!object.isEmpty()) {
				expect(',');
			}
			String key = String.valueOf(value());
			expect(':');
			object.put(key, value());
		}
		expect(')');
		return object;
	}

	private List<@Nullable Object> array() {
		List<@Nullable Object> array = new ArrayList<>();
		while (peek() != ')') {
			if (!array.isEmpty()) {
				expect(',');
			}
			array.add(value());
		}
		expect(')');
		return array;
	}

	private @Nullable Object bang() {
		expect('!');
		char what = next();
		return switch (what) {
			case 't' -> Boolean.TRUE;
			case 'f' -> Boolean.FALSE;
			case 'n' -> null;
			case '(' -> array();
			default -> throw fault("t, f, n or (");
		};
	}

	private String quoted() {
		StringBuilder text = new StringBuilder();
		expect('\'');
		for (char c = next(); c != '\''; c = next()) {
			if (c == '!') {
				c = next();
				if (c != '!' && c != '\'') {
					throw fault("! or '");
				}
			}
			text.append(c);
		}
		return text.toString();
	}

	private String match(Pattern pattern, String what) {
		Matcher matcher = pattern.matcher(this.rison).region(this.at, this.rison.length());
		if (!matcher.lookingAt()) {
			throw fault(what);
		}
		this.at = matcher.end();
		return matcher.group();
	}

	private void expect(char c) {
		if (next() != c) {
			throw fault(String.valueOf(c));
		}
	}

	private char peek() {
		if (this.at == this.rison.length()) {
			throw fault("more");
		}
		return this.rison.charAt(this.at);
	}

	private char next() {
		char c = peek();
		this.at++;
		return c;
	}

	private IllegalArgumentException fault(String expected) {
		return new IllegalArgumentException("expected " + expected + " at " + this.at + " of " + this.rison);
	}

}
