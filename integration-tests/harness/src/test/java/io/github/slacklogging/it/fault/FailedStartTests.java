package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.slacklogging.it.ClassPath;
import io.github.slacklogging.it.Patience;
import io.github.slacklogging.it.ProbeCommand;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The application never starts, and says why where somebody sees it. */
class FailedStartTests {

	/** What a message about a failed start calls its subject. */
	private static final String START_FAILED = "Start failed";

	@Test
	void beanThatCannotBeCreatedIsTold() {
		try (Scenario scenario = new Scenario(Fault.FAILED_BEAN)) {
			scenario.expect("ProbeApplication", 1);
			fails(scenario, scenario.command("--probe.failing-bean=true"), "No stock, no shop");
		}
	}

	@Test
	void runnerThatThrowsIsTold() {
		try (Scenario scenario = new Scenario(Fault.FAILED_RUNNER)) {
			scenario.expect("ProbeApplication", 1);
			fails(scenario, scenario.command("--probe.failing-runner=true"), "No stock, no shop");
		}
	}

	@Test
	void portInUseIsTold() {
		try (Scenario scenario = new Scenario(Fault.PORT_IN_USE)) {
			ProbeCommand command = scenario.command("--server.address=127.0.0.1",
					"--server.port=" + scenario.inbox().port());
			ClassPath servlet = ClassPath.of("servlet").withoutInbox();
			fails(scenario, command.on(servlet), "Port " + scenario.inbox().port() + " was already in use");
		}
	}

	@Test
	void brokenConfigurationIsToldByTheEnvironmentAlone() throws IOException {
		try (Scenario scenario = new Scenario(Fault.BROKEN_YAML)) {
			Path yaml = Files.writeString(scenario.folder().resolve("broken.yml"), "shop:\n  - open\n closed: [\n");
			ProbeCommand command = ProbeCommand.of(ClassPath.of("cli").withoutInbox(),
					"--spring.config.location=file:" + yaml);
			fails(scenario, command.withVariable("SLACK_WEBHOOK_URL", scenario.webhook()), "while parsing");
		}
	}

	private static void fails(Scenario scenario, ProbeCommand command, String reason) {
		scenario.expect(START_FAILED, 1);
		assertThat(scenario.launch(command).awaitEnd().exitCode()).isEqualTo(1);
		assertThat(scenario.texts()).contains(reason);
		scenario.finish();
	}

	@Test
	void startThatHangsIsToldWhileItHangs() {
		try (Scenario scenario = new Scenario(Fault.HANGING_START)) {
			scenario.expect("ProbeApplication", 1);
			Run run = scenario
				.launch(scenario.command("--probe.hanging-bean=true", "--slack.logging.startup.hold-max=1s"));
			Patience.until("it is told that the start hangs", scenario::texts,
					(texts) -> texts.contains("The start hangs"), run::toString);
			run.terminate();
			scenario.finish();
		}
	}

}
