package io.github.slacklogging.credential;

import java.util.Set;

import io.github.slacklogging.SlackHosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookUrlRuleTests {

	private final SecretRule rule = SecretRule.webhookUrl(new SlackHosts(Set.of("Chat.Example.ORG")));

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.slack.com/services/T000/B000/XXX_test",
			"https://hooks.slack-gov.com/services/T000/B000/XXX_test", "https://hooks.slack.com/T000/B000/XXX_test",
			"HTTPS://HOOKS.SLACK.COM/services/T000/B000/XXX_test", "https://chat.example.org/hooks/XXX_test",
			"http://localhost:8025/services/T000/B000/inbox", "http://127.0.0.1:8025/x", "http://[::1]:8025/x",
			"https://localhost/x" })
	void incomingWebhooksAndAllowedHostsAreUsable(String url) {
		assertThat(this.rule.objection(url)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			hooks.slack.com/services/T000/B000/XXX_test            | is not a URL
			https:/hooks.slack.com/services/T000/B000/XXX_test     | is not a URL
			https://hooks.slack.com/services/T000/B000/XXX test    | is not a URL
			<https://hooks.slack.com/services/T000/B000/XXX_test>  | is not a URL
			xoxb-XXX_test                                          | is not a URL
			http://hooks.slack.com/services/T000/B000/XXX_test     | https
			ftp://hooks.slack.com/services/T000/B000/XXX_test      | https
			http://chat.example.org/hooks/XXX_test                 | https
			http://localhost.example.org/hooks/XXX_test            | https
			http://127.0.0.1.example.org/hooks/XXX_test            | https
			https://hooks.slack.com.example.org/services/T/B/XXX_test | not Slack's
			https://hooks.slack.com@example.org/services/T/B/XXX_test | user information
			https://hooks.slack.com/services/T000/B000/XXX_test#x  | fragment
			https://hooks.slack.com/workflows/T000/A000/1/XXX_test | Workflow Builder
			https://hooks.slack.com/triggers/T000/1/XXX_test       | Workflow Builder
			https://hooks.slack.com/commands/T000/1/XXX_test       | not a complete incoming webhook
			https://hooks.slack.com/services/T000/B000             | not a complete incoming webhook
			https://hooks.slack.com/services/T000/B000/XXX_test?a=b | not a complete incoming webhook
			https://hooks.slack.com                                | not a complete incoming webhook
			https://slack.com/api/chat.postMessage                 | page or the API
			https://acme.slack.com/archives/XXX_test               | page or the API
			https://hooks.slack.com/services/${TEAM}/XXX_test      | placeholder
			""")
	void everythingElseIsRefusedWithAReasonThatHoldsNoSecret(String url, String reason) {
		Objection objection = this.rule.objection(url).orElseThrow();
		assertThat(objection.reason()).contains(reason);
		assertThat(objection.advice()).isNotBlank();
		assertThat(objection.toString()).doesNotContain("XXX_test");
	}

	@Test
	void aHostThatIsNotSlacksPointsToTheAllowedHosts() {
		Objection objection = this.rule.objection("https://example.org/XXX_test").orElseThrow();
		assertThat(objection.advice()).contains("slack.logging.allowed-hosts");
	}

}
