package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.mask;
import static org.assertj.core.api.Assertions.assertThat;

class SsnRuleTests {

	private final SsnRule rule = new SsnRule();

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			ssn 123-45-6789 refused --> ssn ***-**-**** refused
			123-45-6789 --> ***-**-****
			(123-45-6789). --> (***-**-****).
			ssn=123-45-6789,899-99-9999 --> ssn=***-**-****,***-**-****
			""")
	void numberIsMasked(String text, String masked) {
		assertThat(mask(this.rule, text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "1123-45-6789",
			"123-45-67890", "99-123-45-6789", "123-45-6789-1", "1.123-45-6789", "a123-45-6789", "2026-10-12",
			"123-4-56789", "555-0100", "v1.2.3-45-6789", "---", "12-45-6789" })
	void innocentTextStays(String text) {
		assertThat(mask(this.rule, text)).isEqualTo(text);
	}

}
