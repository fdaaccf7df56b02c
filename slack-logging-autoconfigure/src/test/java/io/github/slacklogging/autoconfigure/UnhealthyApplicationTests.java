package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that really start and whose Slack, the inbox, fails and recovers: what the
 * health endpoint answers.
 */
class UnhealthyApplicationTests {

	private final SlackInbox inbox = SlackInbox.start();

	@AfterEach
	void stopInbox() {
		this.inbox.close();
		// Boot's bridge would carry the JDK's debug log into other tests.
		SLF4JBridgeHandler.uninstall();
	}

	@Test
	void failureStatusDownIs503WhileSlackFailsAnd200AfterThat() {
		this.inbox.answerAlways(Reply.serverError(503));
		try (ConfigurableApplicationContext context = run("--slack.logging.health.failure-status=DOWN")) {
			critical("payment failed");
			await(context, Status.DOWN);
			assertThat(component(context).getStatus()).isEqualTo(Status.DOWN);
			assertThat(answer(context).getStatus()).isEqualTo(503);
			this.inbox.answerNormally();
			await(context, Status.UP);
			assertThat(answer(context).getStatus()).isEqualTo(200);
		}
	}

	@Test
	void failureStatusThatNobodyChangedKeepsTheApplicationInRotation() {
		this.inbox.answerAlways(Reply.serverError(503));
		try (ConfigurableApplicationContext context = run()) {
			critical("payment failed");
			Awaitility.await()
				.untilAsserted(() -> assertThat(component(context).getStatus()).isEqualTo(new Status("DEGRADED")));
			assertThat(whole(context).getStatus()).isEqualTo(Status.UP);
			assertThat(answer(context).getStatus()).isEqualTo(200);
		}
	}

	private ConfigurableApplicationContext run(String... arguments) {
		SpringApplication application = new SpringApplication(Healthy.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		String[] all = Stream
			.concat(Stream.of("--slack.logging.webhook-url=" + this.inbox.webhookUrl(),
					"--slack.logging.shutdown.timeout=2s", "--slack.logging.spool.enabled=false",
					"--slack.logging.retry.initial-backoff=100ms", "--slack.logging.retry.max-backoff=100ms",
					"--slack.logging.health.max-consecutive-failures=1", "--slack.logging.health.min-success-rate=0"),
					Stream.of(arguments))
			.toArray(String[]::new);
		return application.run(all);
	}

	private static void critical(String message) {
		LoggerFactory.getLogger("com.acme.Orders").error(MarkerFactory.getMarker("CRITICAL"), message);
	}

	private static void await(ConfigurableApplicationContext context, Status status) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(whole(context).getStatus()).isEqualTo(status));
	}

	private static HealthDescriptor component(ConfigurableApplicationContext context) {
		return Objects.requireNonNull(context.getBean(HealthEndpoint.class).healthForPath("slackLogging"));
	}

	private static HealthDescriptor whole(ConfigurableApplicationContext context) {
		return Objects.requireNonNull(answer(context).getBody());
	}

	/** What a web server would answer, which this application has none of. */
	private static WebEndpointResponse<HealthDescriptor> answer(ConfigurableApplicationContext context) {
		HealthEndpointWebExtension web = new HealthEndpointWebExtension(
				context.getBean(HealthContributorRegistry.class), null, context.getBean(HealthEndpointGroups.class),
				null);
		return web.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE);
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OwnAutoConfigurations.class, HealthContributorAutoConfiguration.class,
			HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
			EndpointAutoConfiguration.class })
	static class Healthy {

	}

}
