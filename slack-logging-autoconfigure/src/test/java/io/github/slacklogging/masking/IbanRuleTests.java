package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;

class IbanRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "DE12", "DE12 ", "DE89 3704 0044 0532 0130 01 ", "iban de12 ", "DE12%20", "d", "DE" })
	void timeIsLinear(String piece) {
		assertLinear(new IbanRule(), piece);
	}

}
