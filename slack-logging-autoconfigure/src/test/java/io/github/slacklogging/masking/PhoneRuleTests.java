package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;

class PhoneRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "+1 ", "+49", "1-", "tel 12345 ", "tel", "(1", "%2B1", "+1 (0)" })
	void timeIsLinear(String piece) {
		assertLinear(new PhoneRule(), piece);
	}

}
