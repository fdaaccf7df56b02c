package io.github.slacklogging;

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

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.slack.com/services/T000/B000/XXX_test", "HTTPS://Slack.com/api/",
			"https://hooks.slack-gov.com/services/x", "https://slack-gov.com/api/", "https://chat.example.com:8443/x",
			"http://localhost:8025/services/x", "http://127.0.0.1/x", "http://127.8.9.1:1/x", "http://[::1]:8025/x",
			"https://localhost/x" })
	void slackTheConfiguredHostsAndThisMachineAreAdmitted(String url) {
		assertThat(new SlackHosts(Set.of("Chat.Example.COM")).admitted(url)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://hooks.slack.com/services/x", "http://chat.example.com/x",
			"https://hooks.slack.com.evil.example/x", "https://evil.example/hooks.slack.com", "https://example.com/x",
			"https://slack.com@evil.example/x", "https://user:password@hooks.slack.com/x", "ftp://localhost/x",
			"http://127.0.0.1.evil.example/x", "http://inbox.localhost/x", "http://localhost.evil.example/x",
			"https:///services/x", "hooks.slack.com/services/x", "mailto:a@slack.com", "https://hooks.slack.com/a b",
			"", "\u0000" })
	void everythingElseIsNot(String url) {
		assertThat(new SlackHosts(Set.of("Chat.Example.COM")).admitted(url)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://files.slack.com/upload/v1/x", "https://Files.Edge.Slack.com/x",
			"https://files.slack-gov.com/x", "https://slack.com/x", "https://chat.example.com/x",
			"http://localhost:8025/upload/x" })
	void filesMayGoToAnyHostBelowSlack(String url) {
		assertThat(new SlackHosts(Set.of("Chat.Example.COM")).admittedForFiles(url)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://files.slack.com/x", "https://files.slack.com.evil.example/x",
			"https://evilslack.com/x", "https://files.slack.community/x", "https://user@files.slack.com/x",
			"https://example.com/x", "ftp://files.slack.com/x", "https:///x", "" })
	void filesGoNowhereElse(String url) {
		assertThat(new SlackHosts(Set.of("Chat.Example.COM")).admittedForFiles(url)).isNull();
	}

	@Test
	void messagesDoNotGoWhereFilesMay() {
		assertThat(new SlackHosts(Set.of()).admitted("https://files.slack.com/upload/v1/x")).isNull();
	}

}
