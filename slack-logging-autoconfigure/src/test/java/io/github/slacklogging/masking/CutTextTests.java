package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.slacklogging.BoundedText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts are cut before they are masked, on the thread that logs and in memory: no half of
 * a secret may be left that no rule knows any more.
 */
class CutTextTests {

	/** So many characters of a secret in a row would be too many. */
	private static final int RUN = 6;

	private static final List<MaskingRule> RULES = BuiltInRules
		.all(new SecretNames(EventMasking.Settings.DEFAULT_KEYS));

	private final TextMasking masking = new TextMasking(RULES, List.of());

	@TestFactory
	Stream<DynamicTest> cutAnywhereInASecretLeavesNoneOfIt() {
		return RULES.stream()
			.map((rule) -> rule.sheet().name())
			.map((name) -> DynamicTest.dynamicTest(name, () -> assertThat(leaks(name)).isEmpty()));
	}

	private List<String> leaks(String rule) {
		List<String> leaks = new ArrayList<>();
		for (String line : MarkedText.lines("rules/" + rule + ".txt")) {
			MarkedText marked = MarkedText.parse(line.substring(2));
			for (String before : List.of("", "Order of Jane is lost, because ")) {
				marked.marks().forEach((mark) -> leaks.addAll(leaks(before, marked, mark)));
			}
		}
		return leaks;
	}

	private List<String> leaks(String before, MarkedText marked, MarkedText.Mark mark) {
		String secret = marked.text().substring(mark.start(), mark.end());
		String outside = before + marked.masked("\n");
		// What stands at the end of a table's text was cut there.
		String after = (mark.end() == marked.text().length()) ? "x".repeat(RUN) + " and so on" : " and so on";
		String text = before + marked.text() + after;
		return IntStream.rangeClosed(mark.start() + 1, mark.end() + 2)
			.mapToObj((cut) -> this.masking.mask(BoundedText.cut(text, before.length() + cut)).text())
			.filter((masked) -> survives(secret, masked, outside))
			.distinct()
			.toList();
	}

	private static boolean survives(String secret, String masked, String outside) {
		return IntStream.rangeClosed(0, secret.length() - RUN)
			.mapToObj((start) -> secret.substring(start, start + RUN))
			.anyMatch((run) -> masked.contains(run) && !outside.contains(run));
	}

}
