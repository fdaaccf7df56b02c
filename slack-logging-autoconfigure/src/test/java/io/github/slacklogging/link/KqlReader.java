package io.github.slacklogging.link;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of KQL that links use, by its grammar: {@code field : value}, joined by
 * {@code and}, either of them in quotes or not.
 */
final class KqlReader {

	private static final String SPECIAL = "\\():<>\"*{}";

	private final String query;

	private int at;

	private KqlReader(String query) {
		this.query = query;
	}

	static List<Condition> read(String query) {
		KqlReader reader = new KqlReader(query);
		List<Condition> conditions = new ArrayList<>();
		conditions.add(reader.condition());
		while (reader.at < query.length()) {
			reader.expect(" and ");
			conditions.add(reader.condition());
		}
		return conditions;
	}

	private Condition condition() {
		String field = literal();
		expect(" : ");
		return new Condition(field, ":", quoted());
	}

	private String literal() {
		return (peek() == '"') ? quoted() : unquoted();
	}

	private String quoted() {
		StringBuilder text = new StringBuilder();
		expect("\"");
		for (char c = next(); c != '"'; c = next()) {
			text.append((c == '\\') ? escaped() : c);
		}
		return text.toString();
	}

	private char escaped() {
		char c = next();
		return switch (c) {
			case 't' -> '\t';
			case 'r' -> '\r';
			case 'n' -> '\n';
			case '\\', '"' -> c;
			default -> throw new IllegalArgumentException("\\" + c + " in " + this.query);
		};
	}

	private String unquoted() {
		int start = this.at;
		while (peek() != ' ' && SPECIAL.indexOf(peek()) < 0) {
			this.at++;
		}
		String name = this.query.substring(start, this.at);
		if (name.isEmpty() || name.matches("(?i)and|or|not|null|true|false")) {
			throw new IllegalArgumentException("no name at " + start + " of " + this.query);
		}
		return name;
	}

	private void expect(String text) {
		if (!this.query.startsWith(text, this.at)) {
			throw new IllegalArgumentException("expected '" + text + "' at " + this.at + " of " + this.query);
		}
		this.at += text.length();
	}

	private char peek() {
		if (this.at == this.query.length()) {
			throw new IllegalArgumentException("ends early: " + this.query);
		}
		return this.query.charAt(this.at);
	}

	private char next() {
		char c = peek();
		this.at++;
		return c;
	}

}
