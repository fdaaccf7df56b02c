package io.github.slacklogging.sample.dashboards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Rison, the JSON of addresses, as far as our links go: no fractions, no exponents,
 * no {@code null}.
 */
final class RisonReader {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final Pattern WORD = Pattern.compile("[^-0-9 '!:(),*@$][^ '!:(),*@$]*+");

	private static final Pattern QUOTED = Pattern.compile("'([^'!]*+(?:![!'][^'!]*+)*+)'");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}+");

	/** Deeper than any link, and not as deep as the stack. */
	private static final int MAX_DEPTH = 10;

	private final String rison;

	private int at;

	private int depth;

	private RisonReader(String rison) {
		this.rison = rison;
	}

	/**
	 * The value that a text holds.
	 * @throws IllegalArgumentException if it is something else
	 */
	static JsonNode read(String rison) {
		RisonReader reader = new RisonReader(rison);
		JsonNode value = reader.value();
		if (reader.at < rison.length()) {
			throw reader.fault();
		}
		return value;
	}

	private JsonNode value() {
		if (take("!t")) {
			return JSON.booleanNode(true);
		}
		if (take("!f")) {
			return JSON.booleanNode(false);
		}
		if (take("!(")) {
			return list();
		}
		if (take("(")) {
			return map();
		}
		Matcher number = NUMBER.matcher(this.rison).region(this.at, this.rison.length());
		if (number.lookingAt()) {
			this.at = number.end();
			return JSON.numberNode(Long.parseLong(number.group()));
		}
		return JSON.stringNode(text());
	}

	private ArrayNode list() {
		ArrayNode list = JSON.arrayNode();
		descend();
		while (!take(")")) {
			if (!list.isEmpty()) {
				expect(",");
			}
			list.add(value());
		}
		this.depth--;
		return list;
	}

	private ObjectNode map() {
		ObjectNode map = JSON.objectNode();
		descend();
		while (!take(")")) {
			if (!map.isEmpty()) {
				expect(",");
			}
			String key = text();
			expect(":");
			map.set(key, value());
		}
		this.depth--;
		return map;
	}

	private String text() {
		Matcher word = WORD.matcher(this.rison).region(this.at, this.rison.length());
		if (word.lookingAt()) {
			this.at = word.end();
			return word.group();
		}
		Matcher quoted = QUOTED.matcher(this.rison).region(this.at, this.rison.length());
		if (quoted.lookingAt()) {
			this.at = quoted.end();
			return quoted.group(1).replaceAll("!([!'])", "$1");
		}
		throw fault();
	}

	private void descend() {
		if (++this.depth > MAX_DEPTH) {
			throw fault();
		}
	}

	private boolean take(String sign) {
		boolean there = this.rison.startsWith(sign, this.at);
		this.at += there ? sign.length() : 0;
		return there;
	}

	private void expect(String sign) {
		if (!take(sign)) {
			throw fault();
		}
	}

	private IllegalArgumentException fault() {
		return new IllegalArgumentException("unexpected at " + this.at + " of " + this.rison);
	}

}
