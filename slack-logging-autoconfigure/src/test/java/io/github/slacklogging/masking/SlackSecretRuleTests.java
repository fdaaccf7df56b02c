package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.mask;
import static org.assertj.core.api.Assertions.assertThat;

class SlackSecretRuleTests {

	private final SlackSecretRule rule = new SlackSecretRule();

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^',
			textBlock = """
					POST https://hooks.slack.com/services/T000/B000/XXX_test failed --> POST https://hooks.slack.com/*** failed
					https://hooks.slack-gov.com/services/T000/B000/XXX_test --> https://hooks.slack-gov.com/***
					https://HOOKS.SLACK.COM/workflows/T000/A000/1/XXX_test --> https://HOOKS.SLACK.COM/***
					"url":"https:\\/\\/hooks.slack.com\\/services\\/T000\\/B000\\/XXX_test" --> "url":"https:\\/\\/hooks.slack.com\\/***"
					url=https%3A%2F%2Fhooks.slack.com%2Fservices%2FT000%2FB000%2FXXX_test. --> url=https%3A%2F%2Fhooks.slack.com%2F***
					http://localhost:8025/services/T000INBOX/B000INBOX/inbox refused --> http://localhost:8025/services/*** refused
					PUT https://files.slack.com/upload/v1/XXX_test --> PUT https://files.slack.com/***
					wss://wss-primary.slack.com/link/?ticket=XXX_test&app_id=1 --> wss://wss-primary.slack.com/link/?ticket=***&app_id=1
					token xoxb-000-XXX_test used --> token xoxb-*** used
					(xoxe.xoxp-1-XXX_test) --> (xoxe.xoxp-***)
					xapp-1-A000-XXX_test --> xapp-***
					token%3Dxwfp-XXX_test --> token%3Dxwfp-***
					""")
	void slacksOwnSecretsAreMasked(String text, String masked) {
		assertThat(mask(this.rule, text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://slack.com/help", "https://acme.slack.com/archives/C000", "linuxapp-1 started",
			"GET /services/orders/4711", "io.github.slacklogging.masking", "boxoxo", "xox", "services/T only" })
	void innocentTextStays(String text) {
		assertThat(mask(this.rule, text)).isEqualTo(text);
	}

}
