package io.github.slacklogging.credential;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlackHostsTests {

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.8.8.8", "[::1]",
			"[0:0:0:0:0:0:0:1]" })
	void loopbackIsRecognisedByItsLiterals(String host) {
		assertThat(SlackHosts.isLoopback(host)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "128.0.0.1", "127.0.0.1.example.org", "localhost.example.org", "127.example.org", "[::2]",
			"0.0.0.0", "" })
	void nothingElseIsLoopback(String host) {
		assertThat(SlackHosts.isLoopback(host)).isFalse();
	}

	@Test
	void hostsAreComparedWithoutCase() {
		SlackHosts hosts = new SlackHosts(Set.of("Chat.Example.org"));
		assertThat(hosts.isAllowed("chat.example.ORG")).isTrue();
		assertThat(hosts.isAllowed("example.org")).isFalse();
		assertThat(hosts.isWebhookHost("Hooks.Slack.com")).isTrue();
		assertThat(hosts.isApiHost("Slack-Gov.com")).isTrue();
		assertThat(hosts.isApiHost("hooks.slack.com")).isFalse();
	}

}
