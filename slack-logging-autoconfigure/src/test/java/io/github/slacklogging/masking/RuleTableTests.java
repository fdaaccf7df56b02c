package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule has a table of what it masks (lines that begin with a plus) and of what it
 * leaves (with a minus): {@code /masking/rules/<name>.txt}.
 */
class RuleTableTests {

	private static final int LEAST = 5;

	private final List<MaskingRule> rules = BuiltInRules.all(new SecretNames(EventMasking.Settings.DEFAULT_KEYS));

	@TestFactory
	Stream<DynamicTest> ruleMasksWhatItsTableMarksAndNothingElse() {
		return this.rules.stream().flatMap((rule) -> {
			List<String> lines = MarkedText.lines("rules/" + rule.sheet().name() + ".txt");
			return lines.stream()
				.map((line) -> DynamicTest.dynamicTest(rule.sheet().name() + ": " + line, () -> check(rule, line)));
		});
	}

	private static void check(MaskingRule rule, String line) {
		assertThat(line).matches("[+-] .*");
		MarkedText marked = MarkedText.parse(line.substring(2));
		assertThat(marked.marks().isEmpty()).as("a plus has marks, a minus has none").isEqualTo(line.startsWith("-"));
		List<MarkedText.Mark> found = new ArrayList<>();
		new TextMasking(List.of(rule), List.of()).find(marked.text()).forEach((place) -> {
			found.add(new MarkedText.Mark(place.start(), place.end()));
		});
		assertThat(found).as("places in %s", marked.text()).isEqualTo(marked.marks());
	}

	@Test
	void everyTableHasExamplesOfBothKinds() {
		for (MaskingRule rule : this.rules) {
			List<String> lines = MarkedText.lines("rules/" + rule.sheet().name() + ".txt");
			assertThat(lines.stream().filter((line) -> line.startsWith("+"))).as("%s +", rule.sheet().name())
				.hasSizeGreaterThanOrEqualTo(LEAST);
			assertThat(lines.stream().filter((line) -> line.startsWith("-"))).as("%s -", rule.sheet().name())
				.hasSizeGreaterThanOrEqualTo(LEAST);
		}
	}

	@Test
	void sheetsNameEveryRuleOnceAndTellPeopleInOneSentence() {
		assertThat(this.rules).extracting((rule) -> rule.sheet().name())
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("[a-z]+(-[a-z]+)*"));
		assertThat(this.rules).extracting((rule) -> rule.sheet().description())
			.allMatch((description) -> description.endsWith(".") && description.length() <= 120);
	}

}
