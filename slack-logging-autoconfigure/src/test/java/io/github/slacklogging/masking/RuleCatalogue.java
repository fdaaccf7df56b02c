package io.github.slacklogging.masking;

import java.util.List;
import java.util.Locale;

/**
 * The rules as a table for people. The example is the first line of a rule's own table,
 * shown as it leaves: a document with secrets in it, though invented, alarms those who
 * search repositories for them.
 */
final class RuleCatalogue {

	private static final String HEAD = """
			| rule | severity | what it masks | a line after it |
			|---|---|---|---|
			""";

	private RuleCatalogue() {
	}

	static String of(List<MaskingRule> rules) {
		StringBuilder table = new StringBuilder(HEAD);
		rules.forEach((rule) -> table.append(line(rule)));
		return table.toString();
	}

	private static String line(MaskingRule rule) {
		RuleSheet sheet = rule.sheet();
		String name = "`" + sheet.name() + "`" + (sheet.optIn() ? ", opt-in" : "");
		String example = new TextMasking(List.of(rule), List.of()).mask(example(sheet.name())).text();
		return "| %s | %s | %s | `%s` |\n".formatted(name, sheet.severity().name().toLowerCase(Locale.ROOT),
				sheet.description(), example.replace("\n", "⏎").replace("|", "\\|"));
	}

	private static String example(String rule) {
		return MarkedText.lines("rules/" + rule + ".txt")
			.stream()
			.filter((line) -> line.startsWith("+ "))
			.map((line) -> MarkedText.parse(line.substring(2)).text())
			.findFirst()
			.orElseThrow();
	}

}
