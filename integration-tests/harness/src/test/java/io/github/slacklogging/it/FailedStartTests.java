package io.github.slacklogging.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.ProbeCommand.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start that fails is told before the JVM ends, whoever registered which hook.
 */
@TestInstance(Lifecycle.PER_METHOD)
class FailedStartTests {

	private static final String WITH_HOOK = "--spring.main.register-shutdown-hook=true";

	private static final String WITHOUT_HOOK = "--spring.main.register-shutdown-hook=false";

	private static final String WITHOUT_ANY_HOOK = "--probe.shutdown-hook=false";

	private final SlackInbox inbox = SlackInbox.start();

	private final ClassPath classPath = ClassPath.of("cli").withoutInbox();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { WITH_HOOK, WITHOUT_HOOK, WITHOUT_ANY_HOOK })
	void beanThatCannotBeMadeIsTold(String hook) throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--probe.failing-bean=true", hook,
				"--logging.register-shutdown-hook=false", webhook());
		assertTold(probe, "The stock is unknown", "Start failed", "No stock, no shop");
	}

	@ParameterizedTest
	@ValueSource(strings = { WITH_HOOK, WITHOUT_HOOK })
	void runnerThatFailsIsTold(String hook) throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--probe.failing-runner=true", hook, webhook());
		assertTold(probe, "The shop is empty", "Start failed", "No stock, no shop");
	}

	@ParameterizedTest
	@ValueSource(strings = { WITH_HOOK, WITHOUT_HOOK })
	void portInUseIsTold(String hook) throws Exception {
		try (ServerSocket taken = new ServerSocket(0)) {
			EndedProbe probe = ProbeRun.toTheEnd(ClassPath.of("servlet").withoutInbox(),
					"--server.port=" + taken.getLocalPort(), hook, webhook());
			assertTold(probe, "Port " + taken.getLocalPort() + " was already in use");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "SLACK_WEBHOOK_URL", "SLACK_LOGGING_WEBHOOK_URL", "SLACK_LOGGING_WEBHOOKURL" })
	void fileThatCannotBeReadIsTold(String variable, @TempDir Path folder) throws Exception {
		EndedProbe probe = runWithBrokenFile(folder, Map.of(variable, address(), "SERVICE_NAME", "shop"));
		assertTold(probe, "shop", "Start failed", "ParserException");
	}

	@Test
	void fileThatCannotBeReadIsToldWithoutAnyHook(@TempDir Path folder) throws Exception {
		EndedProbe probe = runWithBrokenFile(folder, Map.of("SLACK_WEBHOOK_URL", address()), WITHOUT_ANY_HOOK);
		assertTold(probe, "Start failed");
	}

	@Test
	void fileThatCannotBeReadIsNotToldWhereTheVariablesSwitchUsOff(@TempDir Path folder) throws Exception {
		EndedProbe probe = runWithBrokenFile(folder,
				Map.of("SLACK_WEBHOOK_URL", address(), "SLACK_LOGGING_ENABLED", "false"));
		assertUntold(probe);
		assertThat(probe.linesWith("slack-logging")).isZero();
	}

	@Test
	void withoutADestinationInTheVariablesNothingIsSaidAboutIt(@TempDir Path folder) throws Exception {
		EndedProbe probe = runWithBrokenFile(folder, Map.of());
		assertUntold(probe);
		assertThat(probe.linesWith("slack-logging")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "false" })
	void variableThatCannotBeUsedIsSaidInOneLineAndTheFailureStaysTheSame(String strict, @TempDir Path folder)
			throws Exception {
		EndedProbe probe = runWithBrokenFile(folder,
				Map.of("SLACK_WEBHOOK_URL", "hxxps://hooks.slack.com/services/T000/B000/XXX_test",
						"SLACK_LOGGING_FAIL_ON_INVALID_CONFIGURATION", strict));
		assertUntold(probe);
		assertThat(probe.linesWith("slack-logging")).isEqualTo(1);
		assertThat(probe.linesWith("webhook-url (from SLACK_WEBHOOK_URL)")).isEqualTo(1);
		assertThat(probe.linesWith("XXX_test")).isZero();
	}

	private EndedProbe runWithBrokenFile(Path folder, Map<String, String> variables, String... arguments)
			throws IOException, InterruptedException {
		Path file = Files.writeString(folder.resolve("application.yml"), "spring: [main\n");
		String[] all = new String[arguments.length + 1];
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		all[0] = "--spring.config.location=" + file.toUri();
		return ProbeRun.toTheEnd(this.classPath, Kind.PROBE, variables, all);
	}

	private void assertTold(EndedProbe probe, String... texts) {
		assertThat(probe.exitCode()).as(probe::toString).isEqualTo(1);
		assertThat(this.inbox.messages().stream().map(InboxMessage::allText).reduce("", String::concat))
			.contains(texts);
	}

	private void assertUntold(EndedProbe probe) {
		assertThat(probe.exitCode()).as(probe::toString).isEqualTo(1);
		assertThat(probe.linesWith("Application run failed")).isEqualTo(1);
		assertThat(this.inbox.requests()).isEmpty();
	}

	private String webhook() {
		return "--slack.logging.webhook-url=" + address();
	}

	private String address() {
		return this.inbox.webhookUrl().toString();
	}

}
