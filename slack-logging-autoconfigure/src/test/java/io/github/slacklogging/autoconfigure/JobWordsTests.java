package io.github.slacklogging.autoconfigure;

import java.util.List;

import io.github.slacklogging.Finding;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

class JobWordsTests {

	private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

	private static JobWords words(String... properties) {
		return new JobWords(new PropertiesBinding(TestEnvironment.of(properties)).properties());
	}

	private static List<String> hints(String... properties) {
		return words(properties).hints();
	}

	@Test
	void withoutAWordAboutJobsFailuresAreTold() {
		assertThat(words().lines(this.beans, true)).containsExactly("failures and warnings of JobNotifier");
	}

	@Test
	void frameworksThatAreThereAreNamed() {
		this.beans.addBean("slackLoggingQuartzSchedulers", "there");
		this.beans.addBean("slackLoggingScheduledJobs", "there");
		assertThat(words("slack.logging.jobs.notify-on=all").lines(this.beans, true))
			.containsExactly("every start and every end of @Scheduled, Quartz, JobNotifier");
	}

	@Test
	void whichJobsWhereAndWhoIsExpectedIsSaid() {
		assertThat(words("slack.logging.jobs.notify-on=finish", "slack.logging.jobs.include=a*,b",
				"slack.logging.jobs.exclude=ab", "slack.logging.jobs.to=ops,oncall",
				"slack.logging.jobs.expectations[0].name=nightly", "slack.logging.jobs.expectations[0].every=25h")
			.lines(this.beans, true)).containsExactly("every end of JobNotifier, only a* or b, not ab → ops, oncall",
					"nightly is expected every 25h");
	}

	@Test
	void withoutASpoolItIsSaidThatSuccessesAreForgotten() {
		assertThat(
				words("slack.logging.jobs.expectations[0].name=nightly", "slack.logging.jobs.expectations[0].every=90m")
					.lines(this.beans, false))
			.last()
			.asString()
			.endsWith("forgotten with the process");
	}

	@Test
	void filterThatKeepsEveryReportAwayIsToldToThoseWhoAskForReports() {
		String filter = "slack.logging.filter.include-loggers=com.acme,jobs";
		assertThat(hints(filter)).isEmpty();
		assertThat(hints(filter, "slack.logging.jobs.to=none")).isEmpty();
		assertThat(hints(filter, "slack.logging.jobs.to=ops")).singleElement().asString().contains("include-loggers");
		assertThat(hints(filter, "slack.logging.jobs.expectations[0].name=nightly",
				"slack.logging.jobs.expectations[0].every=25h"))
			.hasSize(1);
		assertThat(hints(filter + ",job.nightly", "slack.logging.jobs.to=ops")).isEmpty();
		assertThat(hints(filter + ",job", "slack.logging.jobs.to=ops")).isEmpty();
		assertThat(hints("slack.logging.jobs.to=ops")).isEmpty();
	}

	@Test
	void routeForJobsIsInVainBesideADestinationForThem() {
		String[] route = { "slack.logging.routes[0].loggers=job.nightly", "slack.logging.routes[0].to=ops" };
		assertThat(hints(route)).isEmpty();
		assertThat(hints(route[0], route[1], "slack.logging.jobs.to=ops")).singleElement()
			.asString()
			.startsWith("slack.logging.routes[0] gets no report");
		assertThat(hints(route[0] + ",com.acme", route[1], "slack.logging.jobs.to=ops")).isEmpty();
	}

	@Test
	void doctorNamesWhoIsExpectedAndWhatIsForgotten() {
		String[] job = { "slack.logging.jobs.expectations[0].name=nightly",
				"slack.logging.jobs.expectations[0].every=25h", "slack.logging.spool.enabled=true" };
		assertThat(findings(job)).singleElement().satisfies((finding) -> {
			assertThat(finding.detail()).isEqualTo("nightly is expected every 25h");
			assertThat(finding.outcome()).isEqualTo(Finding.Outcome.OK);
		});
		job[2] = "slack.logging.spool.enabled=false";
		assertThat(findings(job)).extracting(Finding::outcome).containsExactly(Finding.Outcome.WARNING);
		job[1] = "slack.logging.jobs.expectations[0].every=0s";
		assertThat(findings(job)).as("what is wrong is said elsewhere").isEmpty();
	}

	private static List<Finding> findings(String... properties) {
		SlackLoggingSetup.Examined examined = SlackLoggingSetup.examine(TestEnvironment.of(properties), null);
		return new ConfigurationCheck(examined.settings(), examined.problems()).examine()
			.stream()
			.filter((finding) -> finding.subject().equals("jobs"))
			.toList();
	}

}
