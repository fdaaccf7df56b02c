package io.github.slacklogging.autoconfigure;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.autoconfigure.SlackLoggingSetup.Active;
import io.github.slacklogging.autoconfigure.SlackLoggingSetup.Inert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the inbox is the default destination of an application that really starts.
 */
@ExtendWith(OutputCaptureExtension.class)
class SlackInboxDefaultTests {

	private static final String WEBHOOK = "slack.logging.webhook-url=https://hooks.slack.com/services/T000/B000/XXX_test";

	@Test
	void itIsWhereNothingElseIsConfiguredAndSaysSoOnce(CapturedOutput output) {
		SlackLoggingSettings settings = active();
		assertThat(settings.inboxUrl()).isNotNull();
		assertThat(settings.destinations()).singleElement()
			.satisfies((destination) -> assertThat(destination.name()).isEqualTo("default"));
		assertThat(settings.credentials().credential("default").reveal())
			.startsWith(String.valueOf(settings.inboxUrl()));
		assertThat(output.getOut().lines().filter((line) -> line.contains("inbox at"))).singleElement()
			.asString()
			.contains(" INFO ", String.valueOf(settings.inboxUrl()));
	}

	@Test
	void aSecondApplicationInTheJvmHasTheSameInbox() {
		assertThat(active().inboxUrl()).isEqualTo(active().inboxUrl());
	}

	@ParameterizedTest
	@ValueSource(strings = { WEBHOOK, "slack.logging.webhook-url-file=/does/not/exist",
			"slack.logging.bot-token=xoxb-XXX_test",
			"slack.logging.destinations.oncall.webhook-url=https://hooks.slack.com/services/T000/B000/XXX_test",
			"SLACK_WEBHOOK_URL=https://hooks.slack.com/services/T000/B000/XXX_test", "SLACK_BOT_TOKEN=xoxb-XXX_test",
			"spring.profiles.active=prod", "spring.profiles.active=eu,Production", "spring.profiles.active=live",
			"slack.logging.inbox.enabled=false", "slack.logging.enabled=false", "slack.logging.inbox.port=70000",
			"slack.logging.inbox.enabled=sometimes" })
	void itIsNotWhereSomethingSpeaksAgainstIt(String property, CapturedOutput output) {
		assertThat(InboxPropertySource.in(run(property))).isNull();
		assertThat(output).doesNotContain("inbox at");
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.profiles.active=prod", "spring.profiles.active=eu,Production" })
	void inProductionItDoesNothingAndSaysOnceThatItIsThere(String profile, CapturedOutput output) {
		assertThat(InboxPropertySource.in(run(profile))).isNull();
		assertThat(output.getOut().lines().filter((line) -> line.contains("leave it out of what is shipped")))
			.singleElement()
			.asString()
			.contains(" WARN ");
	}

	@Test
	void demandedItWinsOverEverythingThatIsConfigured() {
		SlackLoggingSettings settings = active("slack.logging.inbox.enabled=true", WEBHOOK,
				"slack.logging.bot-token=xoxb-XXX_test", "slack.logging.channel=#alerts", "spring.profiles.active=prod",
				"slack.logging.destinations.oncall.webhook-url=https://hooks.slack.com/services/T000/B000/XXX_test");
		assertThat(settings.inboxUrl()).isNotNull();
		assertThat(settings.credentials().credential("default").reveal())
			.startsWith(String.valueOf(settings.inboxUrl()));
		assertThat(settings.destinations()).hasSize(2);
	}

	@Test
	void destinationThatIsConfiguredLaterIsPreferred() {
		ConfigurableEnvironment environment = run();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("later",
					Map.of("slack.logging.webhook-url", "https://hooks.slack.com/services/T000/B000/XXX_test")));
		assertThat(SlackLoggingSetup.read(environment, null)).isInstanceOfSatisfying(Active.class, (active) -> {
			assertThat(active.settings().inboxUrl()).isNull();
			assertThat(active.settings().credentials().credential("default").reveal()).endsWith("XXX_test");
		});
	}

	@Test
	void itIsNotWhileCodeIsGeneratedAheadOfTime() {
		System.setProperty("spring.aot.processing", "true");
		try {
			assertThat(InboxPropertySource.in(run())).isNull();
		}
		finally {
			System.clearProperty("spring.aot.processing");
		}
	}

	@Test
	void withoutItsJarEverythingElseWorks(CapturedOutput output) throws Exception {
		try (URLClassLoader loader = classPathWithoutInbox()) {
			assertThat(runIn(loader)).isEqualTo("NO_DESTINATION");
			assertThat(output).doesNotContain("NoClassDefFoundError").doesNotContain("not on the class path");
			assertThat(runIn(loader, "slack.logging.inbox.enabled=true")).isEqualTo("NO_DESTINATION");
			assertThat(output).contains("slack-logging-inbox is not on the class path");
		}
	}

	private static SlackLoggingSettings active(String... properties) {
		SlackLoggingSetup setup = SlackLoggingSetup.read(run(properties), null);
		assertThat(setup).isInstanceOf(Active.class);
		return ((Active) setup).settings();
	}

	private static ConfigurableEnvironment run(String... properties) {
		SpringApplication application = new SpringApplication(Probe.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		List<String> arguments = new ArrayList<>(
				List.of("--slack.logging.inbox.port=0", "--slack.logging.fail-on-invalid-configuration=false"));
		Arrays.stream(properties).map((property) -> "--" + property).forEach(arguments::add);
		if (Arrays.stream(properties).anyMatch((property) -> property.contains("inbox.port"))) {
			arguments.remove(0);
		}
		try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
			return context.getEnvironment();
		}
	}

	private static URLClassLoader classPathWithoutInbox() throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (!entry.contains("slack-logging-inbox")) {
				urls.add(Path.of(entry).toUri().toURL());
			}
		}
		return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	private static Object runIn(URLClassLoader loader, String... properties) throws ReflectiveOperationException {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(loader);
		try {
			return loader.loadClass(Probe.class.getName())
				.getMethod("cause", String[].class)
				.invoke(null, (Object) properties);
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError(ex.getCause());
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/** Also loaded by another class loader. */
	@Configuration(proxyBeanMethods = false)
	public static class Probe {

		public static String cause(String... properties) {
			SlackLoggingSetup setup = SlackLoggingSetup.read(run(properties), null);
			return (setup instanceof Inert inert) ? inert.cause().name() : setup.toString();
		}

	}

}
