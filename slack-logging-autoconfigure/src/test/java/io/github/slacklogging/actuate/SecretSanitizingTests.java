package io.github.slacklogging.actuate;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.core.Ordered;

import static org.assertj.core.api.Assertions.assertThat;

class SecretSanitizingTests {

	private final SecretSanitizing sanitizing = new SecretSanitizing((text) -> text.contains("opensesame"));

	@ParameterizedTest
	@ValueSource(strings = { "slack.logging.webhook-url", "slack.logging.webhookUrl", "SLACK_WEBHOOK_URL",
			"SLACK_BOT_TOKEN", "SLACK_LOGGING_WEBHOOKURL", "SLACK_LOGGING_WEBHOOK_URL", "SLACK_LOGGING_BOTTOKEN",
			"slack.logging.destinations.oncall.webhook-url", "slack.logging.destinations.oncall.bot_token",
			"slack.logging.destinations[on.call].bot-token", "SLACK_LOGGING_DESTINATIONS_ONCALL_WEBHOOKURL",
			"slack.logging.opensearch.password", "SLACK_LOGGING_OPENSEARCH_APIKEY", "acme.slack.token",
			"SLACK_WEBHOOK" })
	void propertyThatHoldsASecretIsHiddenWhateverItsValue(String key) {
		assertThat(shown(key, "plain")).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "slack.logging.webhook-url-file", "slack.logging.opensearch.password-file",
			"slack.logging.channel", "slack.logging.api-url", "slack.logging.masking.keys", "SLACK_CHANNEL",
			"spring.datasource.username", "token" })
	void otherPropertiesAreShown(String key) {
		assertThat(shown(key, "/run/secrets/plain")).isEqualTo("/run/secrets/plain");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.slack.com/services/T000/B000/XXX_test",
			"https://hooks.slack.com:443/triggers/T000/1/XXX_test", "HTTPS://HOOKS.SLACK-GOV.COM/services/T/B/XXX_test",
			"https%3A%2F%2Fhooks.slack.com%2Fservices%2FT000%2FB000%2FXXX_test",
			"https%253A%252F%252Fhooks.slack.com%252Fservices%252FT000%252FB000%252FXXX_test",
			"100%?to=https%3A%2F%2Fhooks.slack.com%2Fservices%2FT000%2FB000%2FXXX_test",
			"https:\\/\\/hooks.slack.com\\/services\\/T000\\/B000\\/XXX_test",
			"http://chat.example.com/services/T000/B000/XXX_test", "https://files.slack.com/upload/v1/XXX_test",
			"wss://wss-primary.slack.com/link/?ticket=XXX_test&app_id=1", "xoxb-1-XXX_test", "XOXP-1-XXX_test",
			"xoxe.xoxb-1-XXX_test", "Bearer xoxe-1-XXX_test", "xapp-1-XXX_test", "xwfp-XXX_test", "a=xoxb-1-XXX_test",
			"java -jar app.jar --slack.logging.webhook-url=XXX_test --debug",
			"-Xmx1g -Dslack.logging.destinations.oncall.bot-token=XXX_test", "-DSLACK_BOT_TOKEN=XXX_test",
			"{\"slack\":{\"logging\":{\"webhookUrl\" : \"XXX_test\"}}}", "{\\\"SLACK_WEBHOOK_URL\\\":\\\"XXX_test\\\"}",
			"webhook_url: XXX_test" })
	void valueThatHoldsASecretIsHiddenWhateverTheProperty(String value) {
		assertThat(shown("acme.greeting", value)).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "opensesame", "--acme=opensesame;", "https://a.example/?to=open%73esame" })
	void valueThatHoldsASecretInUseIsHidden(String value) {
		assertThat(shown("acme.greeting", value)).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://slack.com/api/", "hooks.slack.com", "https://hooks.slack.com/",
			"/opt/services/orders/1", "foxbow-1", "50 % off", "%zz", "java -jar app.jar --slack.logging.level=WARN",
			"boxoxo-1", "--slack.logging.bot-token-file=/run/secrets/token", "io.github.slacklogging",
			"https://docs.slack.dev/authentication/tokens" })
	void innocentValueIsShown(String value) {
		assertThat(shown("acme.greeting", value)).isEqualTo(value);
	}

	@Test
	void valueThatIsNoTextIsLookedInto() {
		assertThat(shown("acme.greetings", List.of("hello", "xoxb-1-XXX_test")))
			.isEqualTo(SanitizableData.SANITIZED_VALUE);
		assertThat(shown("acme.greetings", Map.of("webhook", "https://hooks.slack.com/services/T/B/XXX_test")))
			.isEqualTo(SanitizableData.SANITIZED_VALUE);
		assertThat(shown("acme.greetings", new String[] { "xoxb-1-XXX_test" }))
			.isEqualTo(SanitizableData.SANITIZED_VALUE);
		assertThat(shown("acme.greeting", "xoxb-1-XXX_test".toCharArray())).isEqualTo(SanitizableData.SANITIZED_VALUE);
		assertThat(shown("acme.number", 42)).isEqualTo(42);
	}

	@Test
	void absentValueStaysAbsent() {
		SanitizableData nothing = new SanitizableData(null, "slack.logging.webhook-url", null);
		assertThat(this.sanitizing.apply(nothing)).isSameAs(nothing);
	}

	@Test
	void itComesBeforeFunctionsThatShowParts() {
		assertThat(this.sanitizing.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE);
	}

	private @Nullable Object shown(String key, Object value) {
		return this.sanitizing.apply(new SanitizableData(null, key, value)).getValue();
	}

}
