package io.github.slacklogging.masking;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MaskingPatternsTests {

	@Test
	void wholeMatchIsMaskedWhereThereIsNoGroup() {
		assertThat(mask("KD-\\d{8}", "customer KD-12345678, KD-1")).isEqualTo("customer ***, KD-1");
	}

	@Test
	void firstGroupIsMaskedWhereThereIsOne() {
		assertThat(mask("customer (\\d+)", "customer 4711 of 8")).isEqualTo("customer *** of 8");
		assertThat(mask("customer(?: no)? (?:x|(\\d+))", "customer x, customer no 7"))
			.isEqualTo("***, customer no ***");
	}

	@Test
	void patternThatMatchesNothingInPlacesMovesOn() {
		assertThat(mask("a*b*c", "xcx aabc")).isEqualTo("x***x ***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?<=id=)\\d+", "(a)\\1", "a(", "[z-a]" })
	void patternThatCannotBeLinearIsRefusedByTheNameOfItsPropertyWithoutItsText(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> MaskingPatterns.rules(Map.of("mine", pattern), List.of()))
			.withMessageStartingWith("slack.logging.masking.patterns.mine is not a regular expression of RE2/J")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(pattern));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a*", "(x)?" })
	void patternThatAsksForNothingIsRefused(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> MaskingPatterns.rules(Map.of("mine", pattern), List.of()))
			.withMessage("slack.logging.masking.patterns.mine matches the empty text; it must ask for a character");
	}

	@Test
	void nameOfABuiltInRuleIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MaskingPatterns.rules(Map.of("email", "x"), List.of("email")))
			.withMessageContaining("slack.logging.masking.patterns.email");
	}

	@Test
	void patternsWorkBesideTheRulesAndAreCountedByTheirNames() {
		TextMasking masking = new EventMasking.Settings(true, List.of(), EventMasking.Settings.DEFAULT_KEYS,
				Map.of("customer", "KD-\\d+"), List.of())
			.chosen()
			.textMasking();
		MaskedText masked = masking.mask("KD-12 wrote to jane@example.com");
		assertThat(masked.text()).isEqualTo("*** wrote to ***@***.***");
		assertThat(masked.rules()).containsExactly("customer", "email");
	}

	private static String mask(String pattern, String text) {
		return new TextMasking(List.of(), MaskingPatterns.rules(Map.of("mine", pattern), List.of())).mask(text).text();
	}

}
