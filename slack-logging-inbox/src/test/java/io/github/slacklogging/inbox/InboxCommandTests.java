package io.github.slacklogging.inbox;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command in JVMs of its own, from the classes; {@code StandaloneJarIT} takes the
 * jar.
 */
class InboxCommandTests {

	@Test
	void printedAddressesWorkAndSigtermEndsItAtOnce() throws Exception {
		try (CommandProcess inbox = CommandProcess.fromClasses("--port", "0")) {
			String welcome = inbox.welcome();
			assertThat(welcome).contains("Token     xoxb-inbox_test_token").contains("slack.logging.webhook-url=http");
			URI webhook = CommandProcess.address(welcome, "Webhook");
			assertThat(new HttpProbe().post(webhook, "{\"text\":\"hello\"}").body()).isEqualTo("ok");
			URI page = CommandProcess.address(welcome, "Page");
			assertThat(new HttpProbe().get(page.resolve("/messages")).body()).contains("\"text\":\"hello\"");
			assertThat(inbox.terminate()).isEqualTo(128 + 15);
		}
	}

	@Test
	void tokenAndLimitsAreThoseOfTheCommandLine() throws Exception {
		try (CommandProcess inbox = CommandProcess.fromClasses("--port=0", "--token=xoxb-mine", "--limits=slack")) {
			URI post = CommandProcess.address(inbox.welcome(), "Web API").resolve("chat.postMessage");
			String[] first = { "Authorization", "Bearer xoxb-mine" };
			HttpProbe probe = new HttpProbe();
			String message = "{\"channel\":\"#inbox\",\"text\":\"x\"}";
			assertThat(probe.post(post, "application/json", message, first).body()).contains("\"ok\":true");
			int status = 200;
			for (int i = 0; i < 10 && status == 200; i++) {
				status = probe.post(post, "application/json", message, first).statusCode();
			}
			assertThat(status).isEqualTo(429);
		}
	}

	@Test
	void strictIsTheDefaultAndLenientAnOption() throws Exception {
		String message = "{\"text\":\"x\",\"blocks\":[{\"type\":\"divider\",\"colour\":\"red\"}]}";
		try (CommandProcess inbox = CommandProcess.fromClasses("--port=0")) {
			URI webhook = CommandProcess.address(inbox.welcome(), "Webhook");
			assertThat(new HttpProbe().post(webhook, message).body()).isEqualTo("invalid_blocks");
		}
		try (CommandProcess inbox = CommandProcess.fromClasses("--port=0", "--lenient")) {
			URI webhook = CommandProcess.address(inbox.welcome(), "Webhook");
			assertThat(new HttpProbe().post(webhook, message).body()).isEqualTo("ok");
		}
	}

	@Test
	void takenPortIsOneSentenceAndExitCodeOne() throws Exception {
		try (SlackInbox other = SlackInbox.start();
				CommandProcess inbox = CommandProcess.fromClasses("--port", Integer.toString(other.port()))) {
			assertThat(inbox.exitCode()).isEqualTo(1);
			assertThat(inbox.errors()).isEqualTo("The Slack inbox cannot listen on port " + other.port()
					+ " of this machine's loopback. Stop what uses the port, or choose another one.\n");
			assertThat(inbox.output()).isEmpty();
		}
	}

	@Test
	void wrongOptionIsNamedAndExitCodeTwo() throws Exception {
		try (CommandProcess inbox = CommandProcess.fromClasses("--prot", "1")) {
			assertThat(inbox.exitCode()).isEqualTo(2);
			assertThat(inbox.errors()).isEqualTo("There is no option --prot. All options: --help\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h" })
	void helpNamesEveryOption(String option) throws Exception {
		try (CommandProcess inbox = CommandProcess.fromClasses(option)) {
			assertThat(inbox.exitCode()).isZero();
			assertThat(inbox.output()).contains("--port", "--host", "--allow-host", "--lenient", "--limits", "--token",
					"--help", "--version");
		}
	}

	@Test
	void exposedInboxWarnsAndTellsAnAddressThatWorksHere() throws Exception {
		try (CommandProcess inbox = CommandProcess.fromClasses("--port=0", "--host=0.0.0.0")) {
			URI page = CommandProcess.address(inbox.welcome(), "Page");
			assertThat(new HttpProbe().get(page).statusCode()).isEqualTo(200);
			assertThat(inbox.terminate()).isEqualTo(128 + 15);
			assertThat(inbox.errors()).startsWith("Warning: the Slack inbox listens on 0.0.0.0");
		}
	}

}
