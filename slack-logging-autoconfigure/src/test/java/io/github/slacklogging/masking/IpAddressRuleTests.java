package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;

class IpAddressRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "1.", "1.1.1.1.", ":", "::", "1:", "2001:", "2001::1 ", "1.2.3.4 ", "v1.2.3.4 ",
			"a:1.1.1.1:", "1:1 " })
	void timeIsLinear(String piece) {
		assertLinear(new IpAddressRule(), piece);
	}

}
