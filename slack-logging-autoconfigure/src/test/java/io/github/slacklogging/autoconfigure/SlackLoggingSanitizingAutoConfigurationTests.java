package io.github.slacklogging.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import io.github.slacklogging.actuate.SecretSanitizing;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Actuator shows where it is told to show every value. */
class SlackLoggingSanitizingAutoConfigurationTests {

	private static final String HIDDEN = "******";

	private static final String HOOK = "https://hooks.slack.com/services/T000/B000/XXX_test";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SlackLoggingSanitizingAutoConfiguration.class,
				EnvironmentEndpointAutoConfiguration.class,
				ConfigurationPropertiesReportEndpointAutoConfiguration.class))
		.withUserConfiguration(Shop.class)
		.withPropertyValues("management.endpoints.web.exposure.include=*", "management.endpoint.env.show-values=ALWAYS",
				"management.endpoint.configprops.show-values=ALWAYS", "spring.task.execution.thread-name-prefix=hello");

	@ParameterizedTest
	@ValueSource(strings = { "slack.logging.webhook-url=" + HOOK, "slack.logging.bot-token=anything_XXX_test",
			"slack.logging.destinations.oncall.webhook-url=hxxps://mistyped/XXX_test",
			"slack.logging.destinations.oncall.bot-token=xoxb-XXX_test", "slack.logging.webhook-url-file=" + HOOK,
			"slack.logging.channel=xoxb-XXX_test", "shop.alerts=" + HOOK,
			"spring.task.execution.thread-name-prefix=" + HOOK,
			"sun.java.command=app.jar --slack.logging.webhook-url=hxxps://XXX_test --debug",
			"JAVA_TOOL_OPTIONS=-Dslack.logging.bot-token=XXX_test",
			"spring.application.json={\"slack\":{\"logging\":{\"bot-token\":\"XXX_test\"}}}" })
	void secretsAreHiddenFromBothEndpoints(String property) {
		this.runner.withPropertyValues(property).run((context) -> {
			String key = property.substring(0, property.indexOf('='));
			EnvironmentEndpoint env = context.getBean(EnvironmentEndpoint.class);
			String all = json(env.environment(null)) + json(env.environmentEntry(key))
					+ json(context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());
			assertThat(all).doesNotContain("XXX_test").contains(HIDDEN);
			assertThat(json(env.environmentEntry(key))).contains(HIDDEN);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "SLACK_WEBHOOK_URL", "SLACK_BOT_TOKEN", "SLACK_LOGGING_WEBHOOKURL",
			"SLACK_LOGGING_DESTINATIONS_ONCALL_BOTTOKEN" })
	void variablesAreHidden(String variable) {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						new HashMap<>(Map.of(variable, "anything_XXX_test")))))
			.run((context) -> {
				EnvironmentEndpoint env = context.getBean(EnvironmentEndpoint.class);
				assertThat(json(env.environment(null)) + json(env.environmentEntry(variable)))
					.doesNotContain("XXX_test");
			});
	}

	@Test
	void secretThatLooksLikeNothingIsHiddenWhereverItIsRepeated() {
		this.runner
			.withPropertyValues("slack.logging.webhook-url=${shop.alerts}", "shop.alerts=https://chat/XXX_test",
					"spring.task.execution.thread-name-prefix=send it to /XXX_test please")
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null))
					+ json(context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
				.doesNotContain("XXX_test"));
	}

	@Test
	void whatIsNoSecretIsShown() {
		this.runner.withPropertyValues("slack.logging.channel=#alerts").run((context) -> {
			EnvironmentEndpoint env = context.getBean(EnvironmentEndpoint.class);
			assertThat(json(env.environmentEntry("slack.logging.channel"))).contains("#alerts");
			assertThat(json(context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
				.contains("hello");
		});
	}

	@Test
	void functionOfTheApplicationCannotShowAPart() {
		this.runner.withBean("lax", SanitizingFunction.class, () -> (data) -> data.withValue("lax " + data.getValue()))
			.withPropertyValues("shop.alerts=" + HOOK)
			.run((context) -> assertThat(
					json(context.getBean(EnvironmentEndpoint.class).environmentEntry("shop.alerts")))
				.doesNotContain("XXX_test"));
	}

	@Test
	void withoutActuatorThereIsNone() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SecretSanitizing.class));
	}

	@Test
	void ownOneReplacesIt() {
		this.runner.withBean(SecretSanitizing.class, () -> new SecretSanitizing((text) -> false))
			.run((context) -> assertThat(context).hasSingleBean(SecretSanitizing.class));
	}

	private static String json(Object descriptor) {
		return JsonMapper.builder().build().writeValueAsString(descriptor);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(TaskExecutionProperties.class)
	static class Shop {

	}

}
