package io.github.slacklogging.link;

import java.util.List;

/**
 * Values that end quotes, words, parameters and links where somebody forgot to escape.
 */
final class NastyValues {

	private static final List<String> ALL = List.of("a\"b", "a\\b", "ends with\\", "\"starts", "ends\"", "a\\\"b",
			"a' OR 'b", "it''s", "a' or @Level = 'b", "a|b", "a\" | delete", "a+b c", "100%41%", "a#b", "a&b=c&d",
			"a;b;timeRange=PT1H", "  two  blanks ", "smile \uD83D\uDE80 x", "\u00e9\u00df\u4e2d",
			"line\nbreak\r\nand\ttab", "bell\u0007\u001b[31mx", "<b>x</b>", "wow!'()*x", "*x*y*", "{{a}} ${b} {c}",
			"$24$3F$26", "a`b`c", "[search x]", "~'a~(b)", "*22*27", "/slash/ ?query", "a,b:c", "-not", "x==y",
			"\\u0022", "%22", "%2522", "a\"} |= \"b", "a\") OR (\"b", "AND OR NOT", "@x", "x\u2028y", "\u007fx");

	private NastyValues() {
	}

	static List<String> all() {
		return ALL;
	}

	/** Those without a character that ends with a line or marks the end of one. */
	static List<String> withoutBlanksAround() {
		return ALL.stream().filter((value) -> value.equals(value.strip())).toList();
	}

	/** Everything at once, for what is not tried one by one. */
	static String together() {
		return "x" + String.join("", ALL) + "x";
	}

}
