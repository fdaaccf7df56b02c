package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;

class CommandLineRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "curl", "curl ", "curl -u a ", "curl -u\"", "curl --user ", "mysql -p", "sshpass -p '",
			"helm" })
	void timeIsLinear(String piece) {
		assertLinear(new CommandLineRule(), piece);
	}

}
