package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;
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
			ssn 123 45 6789 --> ssn ***-**-****
			SSN: 123456789; --> SSN: ***-**-****;
			"socialSecurityNumber":"123456789" --> "socialSecurityNumber":"***-**-****"
			<taxpayer.ssn>123456789</ssn> --> <taxpayer.ssn>***-**-****</ssn>
			ssn=123-45-67 --> ssn=***-**-****
			social security number 123-45… --> social security number ***-**-****…
			ssn=123 45 6… --> ssn=***-**-****…
			?a=%22123-45-6789%22 --> ?a=%22***-**-****%22
						""")
	void numberIsMasked(String text, String masked) {
		assertThat(mask(this.rule, text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "1123-45-6789",
			"123-45-67890", "99-123-45-6789", "123-45-6789-1", "1.123-45-6789", "a123-45-6789", "2026-10-12",
			"123-4-56789", "555-0100", "v1.2.3-45-6789", "---", "12-45-6789", "123 45 6789", "123456789",
			"ORD-123-45-6789", "123-45-6789-A", "078-05-1120", "219-09-9999", "className 123456789",
			"ssn=null, id=123456789", "ssnId=123456789", "ssn 1 of 123456789", "ssn 123-4", "123-45-67" })
	void innocentTextStays(String text) {
		assertThat(mask(this.rule, text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "123-", "123-45-", "123-45-6789-", "ssn 123456780", "ssn", "123 45 ", "%31" })
	void timeIsLinear(String piece) {
		assertLinear(this.rule, piece);
	}

}
