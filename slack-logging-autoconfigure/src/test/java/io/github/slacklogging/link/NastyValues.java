package io.github.slacklogging.link;

import java.util.List;
import java.util.stream.Stream;

/**
 * Values that end quotes, words, parameters, containers and links where somebody forgot
 * to escape.
 */
final class NastyValues {

	private static final List<String> ALL = List.of("4f1z0k9q2m7xa-1f", "a\"b", "\"", "say \"no\" or : *", "it's", "'",
			"''", "a\\b", "\\", "\\\\", "a\\\"b", "a\\'b", "ends with \\", "ends with\\", "\"starts", "ends\"",
			"C:\\new\\table", "a' OR 'b", "it''s", "a' or @Level = 'b", "a|b", "a | where b = 'c'", "| stats count()",
			"a\" | delete", "a+b c", "a+b", "1 + 1", "100%", "100%41%", "%2B", "%41", "%", "%22", "%2522", "a#b",
			"#/?_a=(x:y)", "a&b", "&_g=()", "a&b=c&d", "a=b", "x==y", "a;b", "a;b;timeRange=PT1H", "a b", "a  b",
			"  two  blanks ", "a/b?c", "/slash/ ?query", "a,b:c", "!'()*", "wow!'()*x", "*x*y*", "!n", "(a:!(b,'c'))",
			"'),x:('", "@x", "@timestamp", "logs-*", "-1", "-not", "007", "$a", "$1", "$24$3F$26", "{logId}",
			"{{a}} ${b} {c}", "`", "a`b", "a`b`c", "[search x]", "~'^[]{}", "~'a~(b)", "*22*27", "<b>x</b>",
			"<b>&amp;</b>", "<https://e.example|x>", "not", "a and b", "AND OR NOT", "null", "true", "first\nsecond",
			"first\r\nsecond", "line\nbreak\r\nand\ttab", "a\tb", "\\n", "\\u0022", "bell\u0007\u001b[31mx", "\u007fx",
			"\u00a0", "\u2028", "x\u2028y", "\ufeff", "a\"} |= \"b", "a\") OR (\"b", "\u00e9\u00df",
			"\u65e5\u672c\u8a9e", "\uD83D\uDE00", "smile \uD83D\uDE80 x",
			"\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 +1", "com.acme.Orders$Lambda/0x1", "x".repeat(300));

	private NastyValues() {
	}

	static List<String> all() {
		return ALL;
	}

	/** Those that neither begin nor end with a character that counts as a blank. */
	static List<String> withoutBlanksAround() {
		return ALL.stream().filter((value) -> value.equals(value.strip())).toList();
	}

	/** Everything at once, for what is not tried one by one. */
	static String together() {
		return "x" + String.join("", ALL) + "x";
	}

	/** What is not quite the value. */
	static List<String> nearMissesOf(String value) {
		return Stream
			.of(value + "x", "x" + value, value + value, value.replace("\\", ""), value.replace("\\", "\\\\"),
					value.replace("\"", ""), value.replace("'", ""), value.replace("'", "''"), value.replace("!", ""),
					value.replace('+', ' '), value.replace("%2B", "+"), value.replace("%41", "A"),
					value.replace("\\n", "\n"), value.replace("\n", "\\n"), "?".repeat(value.length()))
			.filter((other) -> !other.equals(value) && !other.isEmpty())
			.distinct()
			.toList();
	}

}
