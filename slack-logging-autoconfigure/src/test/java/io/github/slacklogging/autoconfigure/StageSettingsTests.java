package io.github.slacklogging.autoconfigure;

import java.time.Duration;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.autoconfigure.SlackLoggingSetup.Active;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StageSettingsTests {

	private static final String WEBHOOK = "slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/one_test";

	@Test
	void reportsOfJobsGoWhereJobsGo() {
		assertThat(stages(WEBHOOK, "slack.logging.jobs.to=default").channel().jobsTo()).containsExactly("default");
		assertThat(stages(WEBHOOK, "slack.logging.jobs.to=none").channel().jobsTo()).containsExactly("none");
		assertThat(stages(WEBHOOK).channel().jobsTo()).isEmpty();
	}

	@Test
	void destinationOfJobsDoesNotMatterWithoutAnyDestination() {
		assertThat(stages("slack.logging.opensearch.uris=https://a:9200", "slack.logging.jobs.to=oncall").channel()
			.jobsTo()).isEmpty();
	}

	@Test
	void errorsOfFrameworksWaitAsLongAsErrorsWaitForCompany() {
		assertThat(stages(WEBHOOK, "slack.logging.batch.linger=3s").pipeline().jobErrors().patience())
			.isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void errorsOfFrameworksThatAreSwitchedOffAreErrorsLikeAnyOther() {
		assertThat(stages(WEBHOOK).pipeline().jobErrors().frameworks())
			.containsExactlyInAnyOrder(JobFramework.values());
		assertThat(stages(WEBHOOK, "slack.logging.jobs.batch.enabled=false", "slack.logging.jobs.quartz.enabled=false")
			.pipeline()
			.jobErrors()
			.frameworks()).containsExactlyInAnyOrder(JobFramework.PLAIN, JobFramework.SCHEDULED);
	}

	private static StageSettings stages(String... properties) {
		Active active = (Active) SlackLoggingSetup.read(TestEnvironment.of(properties), null);
		return new StageSettings(active.settings(), null);
	}

}
