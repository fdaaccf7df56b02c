package io.github.slacklogging.it;

import java.util.Map;

import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code slack.logging.doctor=true} before an application that could not start, seen from
 * outside of its JVM.
 */
class DoctorTests {

	private static final String DOCTOR = "--slack.logging.doctor=true";

	private static final String FAILING = "--probe.failing-bean=true";

	private final ClassPath classPath = ClassPath.of("cli");

	private final SlackInbox inbox = SlackInbox.start();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void healthySetUpEndsWithZeroThoughTheApplicationWouldNotStart() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, DOCTOR, FAILING, hook());
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.out()).startsWith("+---").contains("| webhook ", "lives: it refused", "| durability ");
		assertThat(probe.out()).endsWith("warnings\n");
		assertThat(probe.err()).isEmpty();
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void sickSetUpEndsWithOne() throws Exception {
		this.inbox.revoke();
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, DOCTOR, FAILING,
				"--slack.logging.api-url=" + this.inbox.apiUrl(), "--slack.logging.bot-token=" + this.inbox.botToken(),
				"--slack.logging.channel=#alerts");
		assertThat(probe.exitCode()).as(probe::toString).isEqualTo(1);
		assertThat(probe.out()).contains("| FAILED ", "token_revoked", "1 problem");
		assertThat(probe.linesWith(this.inbox.botToken())).isZero();
		assertThat(probe.linesWith("APPLICATION FAILED TO START")).isZero();
	}

	@Test
	void configurationThatIsWrongIsARowAndNoStackTrace() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath.withoutInbox(), DOCTOR,
				"--slack.logging.webhook-url=hxxps://hooks.slack.com/services/T000/B000/XXX_test",
				"--slack.logging.level=FATAL");
		assertThat(probe.exitCode()).as(probe::toString).isEqualTo(1);
		assertThat(probe.out()).contains("slack.logging.webhook-url", "slack.logging.level", "2 problems");
		assertThat(probe.linesWith("XXX_test")).isZero();
		assertThat(probe.linesWith("\tat ")).isZero();
		assertThat(probe.err()).isEmpty();
	}

	@Test
	void variableOfTheSystemIsEnough() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, ProbeCommand.Kind.PROBE,
				Map.of("SLACK_LOGGING_DOCTOR", "true", "SLACK_WEBHOOK_URL", this.inbox.webhookUrl().toString()));
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.out()).contains("lives: it refused");
	}

	@Test
	void applicationWithoutLogbackIsToldThatNothingReachesSlack() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(ClassPath.of("log4j2"), DOCTOR, hook());
		assertThat(probe.exitCode()).as(probe::toString).isEqualTo(1);
		assertThat(probe.out()).contains("Logback does not do the logging", "lives: it refused", "1 problem");
	}

	@Test
	void serverDoesNotStartItsWebServer() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(ClassPath.of("servlet"), DOCTOR, hook());
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.out()).contains("lives: it refused").doesNotContain("Tomcat");
	}

	private String hook() {
		return "--slack.logging.webhook-url=" + this.inbox.webhookUrl();
	}

}
