package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RuleSelectionTests {

	private static final List<MaskingRule> ALL = List.of(rule(RuleSheet.of("first", LeakSeverity.CRITICAL, "a.")),
			rule(RuleSheet.of("second", LeakSeverity.CRITICAL, "b.")),
			rule(RuleSheet.optIn("third", LeakSeverity.MEDIUM, "c.")));

	@ParameterizedTest
	@MethodSource
	void namesSayWhichRulesWork(List<String> wanted, List<String> works) {
		assertThat(new RuleSelection(ALL, wanted).rules()).extracting((rule) -> rule.sheet().name())
			.containsExactlyElementsOf(works);
	}

	static Stream<Arguments> namesSayWhichRulesWork() {
		return Stream.of(Arguments.of(List.of(), List.of("first", "second")),
				Arguments.of(List.of("default"), List.of("first", "second")),
				Arguments.of(List.of("default", "third"), List.of("first", "second", "third")),
				Arguments.of(List.of("-second"), List.of("first")),
				Arguments.of(List.of("-second", "default", "third"), List.of("first", "third")),
				Arguments.of(List.of("third"), List.of("first", "third")),
				Arguments.of(List.of("third", "-third"), List.of("first")));
	}

	@Test
	void unknownNameIsRefusedWithTheNamesThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RuleSelection(ALL, List.of("secnod")))
			.withMessage("slack.logging.masking.rules knows no rule 'secnod'; there are first, second, third, "
					+ "and 'default'");
		assertThatIllegalArgumentException().isThrownBy(() -> new RuleSelection(ALL, List.of("-default")));
	}

	@Test
	void ruleForOwnSecretsCannotBeTakenAway() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RuleSelection(ALL, List.of("-first")))
			.withMessageContaining("cannot take away 'first'");
	}

	private static MaskingRule rule(RuleSheet sheet) {
		return new MaskingRule() {

			@Override
			public RuleSheet sheet() {
				return sheet;
			}

			@Override
			public Triggers triggers() {
				return Triggers.everyText();
			}

			@Override
			public void find(String text, Consumer<Span> found) {
			}

		};
	}

}
