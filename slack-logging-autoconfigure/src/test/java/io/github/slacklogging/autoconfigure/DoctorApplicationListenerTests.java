package io.github.slacklogging.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The JVM's end is only noted here; a probe of its own really ends. */
class DoctorApplicationListenerTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final List<Integer> exits = new ArrayList<>();

	private final DoctorApplicationListener listener = new DoctorApplicationListener(new PrintStream(this.out, true),
			new PrintStream(this.err, true), this.exits::add);

	@TempDir
	private Path folder;

	@Test
	void healthySetUpEndsWithZeroAndATable() {
		try (SlackInbox inbox = SlackInbox.start()) {
			prepared(environment("slack.logging.doctor=true", "slack.logging.webhook-url=" + inbox.webhookUrl()));
		}
		assertThat(this.exits).containsExactly(0);
		assertThat(printed()).startsWith("+---").contains("| OUTCOME |", "| webhook ").endsWith("warnings\n");
	}

	@Test
	void sickSetUpEndsWithOne() {
		prepared(environment("slack.logging.doctor=true"));
		assertThat(this.exits).containsExactly(1);
		assertThat(printed()).contains("| FAILED  | destinations");
	}

	@Test
	void nothingHappensUnlessItIsWanted() {
		prepared(environment());
		prepared(environment("slack.logging.doctor=false"));
		prepared(environment("slack.logging.doctor=maybe"));
		assertThat(this.exits).isEmpty();
		assertThat(printed()).isEmpty();
	}

	@Test
	void variableOfTheSystemIsEnough() {
		prepared(environment().variables("SLACK_LOGGING_DOCTOR=true"));
		assertThat(this.exits).containsExactly(1);
	}

	@Test
	void testsAndPreliminaryContextsAreLeftAlone() {
		for (String source : List.of("Inlined Test Properties", "bootstrap")) {
			TestEnvironment environment = environment("slack.logging.doctor=true");
			environment.getPropertySources().addFirst(new MapPropertySource(source, Map.of()));
			prepared(environment);
		}
		assertThat(this.exits).isEmpty();
	}

	@Test
	void servletContainerIsNotEnded() {
		TestEnvironment environment = environment("slack.logging.doctor=true");
		environment.getPropertySources().addLast(new MapPropertySource("servletContextInitParams", Map.of()));
		prepared(environment);
		assertThat(this.exits).isEmpty();
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("servlet container", "action=doctor");
	}

	@Test
	void processingAheadOfTimeIsLeftAlone() {
		System.setProperty("spring.aot.processing", "true");
		try {
			prepared(environment("slack.logging.doctor=true"));
		}
		finally {
			System.clearProperty("spring.aot.processing");
		}
		assertThat(this.exits).isEmpty();
	}

	@Test
	void itComesAfterLoggingIsConfiguredAndBeforeAnythingOfOursStarts() {
		assertThat(this.listener.getOrder()).isEqualTo(LoggingApplicationListener.DEFAULT_ORDER + 1);
	}

	private TestEnvironment environment(String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("slack.logging.spool.directory=" + this.folder.resolve("spool"));
		return TestEnvironment.of(all.toArray(String[]::new));
	}

	private void prepared(TestEnvironment environment) {
		this.listener.onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(),
				new SpringApplication(Object.class), new String[0], environment));
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
