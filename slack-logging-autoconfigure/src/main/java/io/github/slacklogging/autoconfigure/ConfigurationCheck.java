package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.autoconfigure.InvalidSlackLoggingConfigurationException.Problem;
import io.github.slacklogging.job.JobExpectations;

import org.springframework.boot.SpringBootVersion;

/**
 * What the configuration itself tells, without asking anybody. Immutable.
 *
 * @param settings as far as they are right
 * @param problems what is wrong
 * @param enabled whether it is switched on
 * @param logback whether Logback does the logging
 * @param unread sentences about properties that nobody reads
 */
record ConfigurationCheck(SlackLoggingSettings settings, List<Problem> problems, boolean enabled, boolean logback,
		List<String> unread) implements SelfCheck {

	private static final String CONFIGURATION = "configuration";

	ConfigurationCheck {
		problems = List.copyOf(problems);
		unread = List.copyOf(unread);
	}

	/** That of an application that runs. */
	ConfigurationCheck(SlackLoggingSettings settings, List<Problem> problems) {
		this(settings, problems, true, true, List.of());
	}

	/** The same with another problem. */
	ConfigurationCheck and(List<Problem> more) {
		List<Problem> all = new ArrayList<>(this.problems);
		all.addAll(more);
		return new ConfigurationCheck(this.settings, all, this.enabled, this.logback, this.unread);
	}

	@Override
	public List<Finding> examine() {
		List<Finding> findings = new ArrayList<>();
		findings.add(versions());
		if (!this.logback) {
			findings.add(Finding.failed("application", "logging", "Logback does not do the logging: nothing is told",
					"Use Spring Boot's default, spring-boot-starter-logging, in the place of another one."));
		}
		identity(findings);
		configuration(findings);
		destinations(findings);
		return findings;
	}

	private static Finding versions() {
		String own = ConfigurationCheck.class.getPackage().getImplementationVersion();
		return Finding.ok("application", "versions", "Java " + System.getProperty("java.version") + ", Spring Boot "
				+ SpringBootVersion.getVersion() + ((own != null) ? ", slack-logging " + own : ""));
	}

	private void identity(List<Finding> findings) {
		ServiceIdentity identity = this.settings.identity().known();
		named(findings, "name", identity.name(), ServiceIdentityResolver.UNKNOWN_NAME,
				"Set spring.application.name or slack.logging.service-name: messages and incidents bear it.");
		named(findings, "version", identity.version(), ServiceIdentityResolver.UNKNOWN_VERSION,
				"Set slack.logging.service-version, or let the build write META-INF/build-info.properties.");
	}

	private static void named(List<Finding> findings, String check, String value, String unknown, String advice) {
		findings.add(value.equals(unknown)
				? Finding.warning("application", check, "nobody knows it, so it is " + unknown, advice)
				: Finding.ok("application", check, value));
	}

	private void configuration(List<Finding> findings) {
		if (!this.enabled) {
			findings.add(Finding.warning(CONFIGURATION, "enabled", "slack.logging.enabled is false: nothing is told",
					"Remove it, or set it to true, where that is not meant."));
		}
		if (this.settings.properties().dryRun()) {
			findings.add(Finding.warning(CONFIGURATION, "dry-run", "slack.logging.dry-run is true: nothing is sent",
					"Remove it, or set it to false, where that is not meant."));
		}
		this.problems.forEach((problem) -> findings
			.add(Finding.failed(CONFIGURATION, "property", problem.sentence(), problem.advice())));
		if (this.problems.isEmpty()) {
			findings.add(Finding.ok(CONFIGURATION, "properties", "can be read, and nothing of them is wrong"));
		}
		expectations(findings);
		Stream.concat(this.settings.notices().stream(), this.unread.stream())
			.filter((notice) -> !notice.startsWith("Nothing goes to Slack"))
			.forEach((notice) -> findings
				.add(Finding.warning(CONFIGURATION, "notice", notice, "Change it where that is not meant.")));
	}

	private void expectations(List<Finding> findings) {
		SlackLoggingProperties properties = this.settings.properties();
		for (JobExpectations.Expectation each : properties.jobs().awaited()) {
			String detail = each.name() + " is expected every " + RecordWords.value(each.every());
			findings.add(properties.spool().enabled() ? Finding.ok("jobs", "expectation", detail)
					: Finding.warning("jobs", "expectation",
							detail + ", and its last success is forgotten with the process",
							"Leave slack.logging.spool.enabled on: a restart should not make it wait anew."));
		}
	}

	private void destinations(List<Finding> findings) {
		if (this.settings.inboxUrl() != null) {
			findings.add(Finding.warning("destination default", "inbox",
					"the inbox at " + this.settings.inboxUrl() + " stands in for Slack",
					"Good for development. For Slack itself set slack.logging.webhook-url, or slack.logging.bot-token"
							+ " and slack.logging.channel."));
		}
		if (!this.settings.destinations().isEmpty() || !this.problems.isEmpty()) {
			return;
		}
		String detail = "none is configured: nothing goes to Slack";
		String advice = "Set slack.logging.webhook-url, or slack.logging.bot-token and slack.logging.channel.";
		if (!this.enabled) {
			findings.add(Finding.skipped("destinations", CONFIGURATION, detail, null));
			return;
		}
		findings.add(this.settings.isShipping() ? Finding.warning("destinations", CONFIGURATION, detail, advice)
				: Finding.failed("destinations", CONFIGURATION, detail, advice));
	}

}
