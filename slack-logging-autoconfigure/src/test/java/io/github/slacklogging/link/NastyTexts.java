package io.github.slacklogging.link;

import java.util.List;
import java.util.stream.Stream;

/** What breaks an address, its container or its query where somebody forgot to escape. */
final class NastyTexts {

	private NastyTexts() {
	}

	/** None is empty, begins or ends with a blank. */
	static Stream<String> all() {
		return Stream.of("4f1z0k9q2m7xa-1f", "a\"b", "\"", "say \"no\" or : *", "it's", "'", "''", "a\\b", "\\", "\\\\",
				"a\\\"b", "a\\'b", "ends with \\", "C:\\new\\table", "a|b", "a | where b = 'c'", "| stats count()",
				"a+b", "1 + 1", "100%", "%2B", "%41", "%", "a#b", "#/?_a=(x:y)", "a&b", "&_g=()", "a=b", "a;b", "a b",
				"a  b", "a/b?c", "a,b:c", "!'()*", "!n", "(a:!(b,'c'))", "'),x:('", "@timestamp", "logs-*", "-1", "007",
				"$a", "$1", "{logId}", "`", "a`b", "~'^[]{}", "<b>&amp;</b>", "<https://e.example|x>", "not", "a and b",
				"null", "true", "first\nsecond", "first\r\nsecond", "a\tb", "\\n", "\u00a0", "\u2028", "\ufeff", "é",
				"日本語", "😀", "👨‍👩‍👧 +1", "com.acme.Orders$Lambda/0x1", "x".repeat(300));
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
