package io.github.slacklogging.it;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the very start says of the configuration, seen from outside of the JVM.
 */
class ConfigurationAtStartTests {

	private final ClassPath classPath = ClassPath.of("cli");

	@Test
	void malformedWebhookUrlStopsTheStartOnceAndKeepsTheSecret() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath.withoutInbox(),
				"--slack.logging.webhook-url=hxxps://hooks.slack.com/services/T000/B000/XXX_test");
		assertThat(probe.exitCode()).as(probe::toString).isEqualTo(1);
		assertThat(probe.linesWith("APPLICATION FAILED TO START")).isEqualTo(1);
		assertThat(probe.out()).contains("slack.logging.webhook-url");
		assertThat(probe.linesWith("XXX_test")).isZero();
		assertThat(probe.linesWith("\tat ")).isZero();
	}

	@Test
	void noDestinationIsSaidInOneLineAndNothingElseHappens() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath.withoutInbox());
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.linesWith("slack.logging.webhook-url")).isEqualTo(1);
		assertThat(probe.err().lines()).hasSizeLessThanOrEqualTo(1);
		assertThat(probe.reported("appender")).isEmpty();
	}

	@Test
	void inboxStandsInSaysWhereItIsAndLetsTheJvmEnd() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--slack.logging.inbox.port=0");
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.linesWith("http://localhost:")).isEqualTo(1);
		assertThat(probe.reported("appender")).containsExactly("ROOT");
		assertThat(probe.reported("user-threads")).isEmpty();
	}

	@Test
	void switchedOffMeansSilentAndInert() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--slack.logging.enabled=false");
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(probe.err()).isEmpty();
		assertThat(probe.linesWith("http://localhost:")).isZero();
		assertThat(probe.reported("appender")).isEmpty();
	}

}
