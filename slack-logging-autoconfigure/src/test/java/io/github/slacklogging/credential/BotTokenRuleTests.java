package io.github.slacklogging.credential;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BotTokenRuleTests {

	private final SecretRule rule = SecretRule.botToken(true);

	@ParameterizedTest
	@ValueSource(strings = { "xoxb-XXX_test", "xoxp-XXX_test", "xoxe.xoxb-1-XXX_test", "xoxe.xoxp-1-XXX_test",
			"xoxa-2-XXX_test" })
	void tokensThatCanPostAreUsable(String token) {
		assertThat(this.rule.objection(token)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			xapp-1-XXX_test                | app-level
			xwfp-XXX_test                  | workflow
			xoxe-1-XXX_test                | refresh
			xoxr-XXX_test                  | refresh
			Bearer xoxb-XXX_test           | blanks
			xoxb-XXX_téxXX_test            | blanks
			'"xoxb-XXX_test"'              | not a token
			xoxb-                          | not a token
			https://hooks.slack.com/XXX_test | not a token
			XXX_test                       | not a token
			${SOME_XXX_test}               | placeholder
			""")
	void everythingElseIsRefusedWithAReasonThatHoldsNoSecret(String token, String reason) {
		Objection objection = this.rule.objection(token).orElseThrow();
		assertThat(objection.reason()).contains(reason);
		assertThat(objection.toString()).doesNotContain("XXX_test");
	}

	@Test
	void aStandInForSlackHasTokensOfItsOwnShape() {
		SecretRule unshaped = SecretRule.botToken(false);
		assertThat(unshaped.objection("inbox-token")).isEmpty();
		assertThat(unshaped.objection("two lines\nhere")).isPresent();
	}

}
