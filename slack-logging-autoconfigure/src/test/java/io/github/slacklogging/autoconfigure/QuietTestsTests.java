package io.github.slacklogging.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that Spring runs do not write to Slack unless they ask. The application's own
 * file, {@code quiet-tests/application.properties}, asks for it in vain. No context is
 * kept for later: the logger of one that asks would be that of all tests after it.
 */
@DirtiesContext
class QuietTestsTests {

	private static final String ENABLED = "slack.logging.enabled";

	private static final String SEEN_EARLY = "test.enabled-when-the-environment-was-prepared";

	private static final String LOCATION = "spring.config.location=classpath:quiet-tests/";

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			useMainMethod = UseMainMethod.ALWAYS, properties = LOCATION)
	class TestThatSaysNothing {

		@Test
		void isQuietFromTheFirstMomentThoughTheApplicationsFileIsNot(@Autowired ConfigurableEnvironment environment) {
			assertThat(environment.getProperty("test.file")).isEqualTo("read");
			assertThat(environment.getProperty(ENABLED)).isEqualTo("false");
			assertThat(environment.getProperty(SEEN_EARLY)).isEqualTo("false");
			assertThat(InboxPropertySource.in(environment)).isNull();
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			useMainMethod = UseMainMethod.ALWAYS, properties = { LOCATION, ENABLED + "=true" })
	class TestThatAsksInline {

		@Test
		void isHeardFromTheFirstMomentButGetsNoInboxByItself(@Autowired ConfigurableEnvironment environment) {
			assertThat(environment.getProperty(ENABLED)).isEqualTo("true");
			assertThat(environment.getProperty(SEEN_EARLY)).isEqualTo("true");
			assertThat(InboxPropertySource.in(environment)).isNull();
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			properties = { ENABLED + "=true", "slack.logging.inbox.enabled=true", "slack.logging.inbox.port=0" })
	class TestThatAsksForTheInbox {

		@Test
		void getsIt(@Autowired ConfigurableEnvironment environment) {
			assertThat(InboxPropertySource.in(environment)).isNotNull();
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	@TestPropertySource("classpath:quiet-tests/asking.properties")
	class TestThatAsksInAFile {

		@Test
		void isHeard(@Autowired Environment environment) {
			assertThat(environment.getProperty(ENABLED)).isEqualTo("true");
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE,
			args = "--slack.logging.enabled=true")
	class TestThatAsksByArgument {

		@Test
		void isHeard(@Autowired Environment environment) {
			assertThat(environment.getProperty(ENABLED)).isEqualTo("true");
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.NONE)
	class TestThatAsksDynamically {

		@DynamicPropertySource
		static void ask(DynamicPropertyRegistry registry) {
			registry.add(ENABLED, () -> true);
		}

		@Test
		void isHeardAsSoonAsTheContextExists(@Autowired Environment environment) {
			assertThat(environment.getProperty(ENABLED)).isEqualTo("true");
		}

	}

	@Nested
	@SpringJUnitConfig(Application.class)
	class TestOfAContextWithoutBoot {

		@Test
		void isQuiet(@Autowired Environment environment) {
			assertThat(environment.getProperty(ENABLED)).isEqualTo("false");
		}

	}

	@Nested
	@SpringJUnitConfig(Application.class)
	@TestPropertySource(properties = ENABLED + "=true")
	class TestOfAContextWithoutBootThatAsks {

		@Test
		void isHeard(@Autowired Environment environment) {
			assertThat(environment.getProperty(ENABLED)).isEqualTo("true");
		}

	}

	@Test
	void applicationThatIsNoTestIsLeftAlone() {
		try (ConfigurableApplicationContext context = application().run("--slack.logging.inbox.enabled=false")) {
			assertThat(context.getEnvironment().getProperty(ENABLED)).isNull();
		}
	}

	private static SpringApplication application() {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) (event) -> {
			ConfigurableEnvironment environment = event.getEnvironment();
			environment.getPropertySources()
				.addLast(
						new MapPropertySource("seen", Map.of(SEEN_EARLY, environment.getProperty(ENABLED, "not set"))));
		});
		return application;
	}

	/** Public, as Spring Boot 4.0.0 calls the main methods of such classes only. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	public static class Application {

		public static void main(String[] args) {
			application().run(args);
		}

	}

}
