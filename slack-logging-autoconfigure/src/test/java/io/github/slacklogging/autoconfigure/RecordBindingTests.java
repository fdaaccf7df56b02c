package io.github.slacklogging.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is bound our way is what Boot's binder makes of it. */
class RecordBindingTests {

	@Test
	void propertiesOfWhichNothingIsSetAreThoseOfBoot() {
		assertSameAsBoot(new StandardEnvironment());
	}

	@Test
	void propertiesOfManyGroupsAreThoseOfBoot() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test",
					Map.of("slack.logging.webhook-url", "https://hooks.slack.com/services/T/B/x",
							"slack.logging.batch.linger", "7s", "slack.logging.grouping.milestones", "5,50",
							"slack.logging.routes[0].level", "warn", "slack.logging.routes[0].to[0]", "ops",
							"slack.logging.destinations.ops.channel", "#ops", "slack.logging.masking.patterns.mine",
							"a+", "slack.logging.link.fields", "ecs", "slack.logging.jobs.expectations[0].name",
							"nightly", "slack.logging.critical-markers", "")));
		assertSameAsBoot(environment);
	}

	@Test
	void variablesOfTheEnvironmentAreFound() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("SLACK_LOGGING_HTTP_CONNECTTIMEOUT", "9s", "SLACK_LOGGING_DRYRUN", "true",
							"SLACK_LOGGING_OPENSEARCH_BULK_MAXEVENTS", "3", "SLACK_LOGGING_ALLOWEDHOSTS", "a,b")));
		SlackLoggingProperties bound = assertSameAsBoot(environment);
		assertThat(bound.dryRun()).isTrue();
		assertThat(bound.http().connectTimeout()).hasSeconds(9);
		assertThat(bound.opensearch().bulk().maxEvents()).isEqualTo(3);
	}

	private static SlackLoggingProperties assertSameAsBoot(StandardEnvironment environment) {
		SlackLoggingProperties bound = new PropertiesBinding(environment).properties();
		assertThat(bound).isEqualTo(Binder.get(environment, LinkFields.completing())
			.bindOrCreate(SlackLoggingProperties.PREFIX, SlackLoggingProperties.class));
		return bound;
	}

}
