package io.github.slacklogging.autoconfigure;

import java.time.Instant;
import java.util.Objects;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.actuate.SlackLoggingHealthIndicator;
import io.github.slacklogging.pipeline.BrokenThreshold;
import io.github.slacklogging.pipeline.HealthThreshold;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.testing.DestinationStatuses;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.SettablePipelineView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class SlackLoggingHealthAutoConfigurationTests {

	private static final PipelineStatuses UP = PipelineStatuses.running(DestinationStatuses.delivering("default"));

	private static final PipelineStatuses BROKEN = PipelineStatuses.running(DestinationStatuses.delivering("default")
		.circuit(CircuitState.OPEN)
		.broken(new BrokenThreshold(HealthThreshold.CONSECUTIVE_FAILURES, "6 in a row", "5",
				Instant.parse("2026-03-01T10:20:00Z")))
		.failed(5, "https://hooks.slack.com/services/T000/B000/XXX_test timed out"));

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SlackLoggingHealthAutoConfiguration.class,
				HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
				HealthEndpointAutoConfiguration.class, EndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=health",
				"management.endpoint.health.show-details=always");

	@Test
	void componentIsCalledSlackLogging() {
		with(UP).run((context) -> {
			assertThat(context).hasSingleBean(SlackLoggingHealthIndicator.class);
			assertThat(component(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void withoutPipelineThereIsNone() {
		this.runner
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SlackLoggingHealthIndicator.class));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "management.health.slack-logging.enabled=false", "management.health.defaults.enabled=false" })
	void switchesOfBootTurnItOff(String property) {
		with(UP).withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SlackLoggingHealthIndicator.class));
	}

	@Test
	void ownSwitchIsStrongerThanTheDefault() {
		with(UP)
			.withPropertyValues("management.health.defaults.enabled=false",
					"management.health.slack-logging.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(SlackLoggingHealthIndicator.class));
	}

	@Test
	void indicatorOfTheApplicationWins() {
		HealthIndicator own = () -> Health.outOfService().build();
		with(UP).withBean("slackLoggingHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(context.getBean("slackLoggingHealthIndicator")).isSameAs(own));
	}

	@Test
	void applicationWithoutHealthLibraryStartsWithoutIt() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withBean(PipelineView.class, SettablePipelineView::inert)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("slackLoggingHealthIndicator")
				.doesNotHaveBean(SlackLoggingHealthAutoConfiguration.class));
	}

	@Test
	void applicationWithHealthLibraryFindsItByItself() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withBean(PipelineView.class, SettablePipelineView::inert)
			.run((context) -> assertThat(context).hasSingleBean(SlackLoggingHealthIndicator.class));
	}

	@Test
	void degradedKeepsTheApplicationUpAndInRotation() {
		with(BROKEN).run((context) -> {
			assertThat(component(context).getStatus()).isEqualTo(new Status("DEGRADED"));
			assertThat(whole(context).getStatus()).isEqualTo(Status.UP);
			assertThat(httpStatus(context)).isEqualTo(200);
		});
	}

	@Test
	void failureStatusDownTakesTheApplicationOutOfRotation() {
		with(BROKEN).withPropertyValues("slack.logging.health.failure-status=DOWN").run((context) -> {
			assertThat(component(context).getStatus()).isEqualTo(Status.DOWN);
			assertThat(whole(context).getStatus()).isEqualTo(Status.DOWN);
			assertThat(httpStatus(context)).isEqualTo(503);
		});
	}

	@Test
	void unknownKeepsTheApplicationUp() {
		with(PipelineStatuses.running(DestinationStatuses.fresh("default"))).run((context) -> {
			assertThat(component(context).getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(whole(context).getStatus()).isEqualTo(Status.UP);
			assertThat(httpStatus(context)).isEqualTo(200);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "production", "live" })
	void inboxInProductionDegrades(String profile) {
		withInbox().withPropertyValues("spring.profiles.active=" + profile)
			.run((context) -> assertThat(component(context).getStatus()).isEqualTo(new Status("DEGRADED")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "local", "production-like" })
	void inboxElsewhereIsFine(String profile) {
		withInbox().withPropertyValues("spring.profiles.active=" + profile)
			.run((context) -> assertThat(component(context).getStatus()).isEqualTo(Status.UP));
	}

	@Test
	void jsonShowsDetailsAndNoSecret() {
		with(BROKEN).run((context) -> {
			String json = JsonMapper.builder().build().writeValueAsString(whole(context));
			JsonNode details = JsonMapper.builder().build().readTree(json).at("/components/slackLogging/details");
			assertThat(details.at("/destinations/default/circuit").stringValue()).isEqualTo("open");
			assertThat(details.at("/destinations/default/lastSuccess").stringValue()).isEqualTo("2026-03-01T10:15:30Z");
			assertThat(details.at("/destinations/default/lastFailureReason").stringValue()).isEqualTo("*** timed out");
			assertThat(details.at("/problems/0").stringValue())
				.startsWith("Destination 'default' is beyond slack.logging.health.max-consecutive-failures since "
						+ "2026-03-01T10:20:00Z: 6 in a row, where the limit is 5. What to do: look at");
			assertThat(details.at("/destinations/default/broken/0/threshold").stringValue())
				.isEqualTo("consecutive-failures");
			assertThat(details.at("/events/accepted").longValue()).isZero();
			assertThat(json).doesNotContain("XXX_test").doesNotContain("hooks.slack.com");
		});
	}

	private ApplicationContextRunner with(PipelineStatuses status) {
		return this.runner.withBean(PipelineView.class, () -> SettablePipelineView.of(status));
	}

	private ApplicationContextRunner withInbox() {
		return this.runner.withBean(PipelineView.class,
				() -> SettablePipelineView.of(UP).withInbox("http://localhost:8025/"));
	}

	private static HealthDescriptor whole(ApplicationContext context) {
		return context.getBean(HealthEndpoint.class).health();
	}

	private static HealthDescriptor component(ApplicationContext context) {
		return Objects.requireNonNull(context.getBean(HealthEndpoint.class).healthForPath("slackLogging"));
	}

	private static int httpStatus(ApplicationContext context) {
		return context.getBean(HealthEndpointGroups.class)
			.getPrimary()
			.getHttpCodeStatusMapper()
			.getStatusCode(whole(context).getStatus());
	}

}
