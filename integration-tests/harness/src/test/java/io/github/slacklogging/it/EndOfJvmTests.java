package io.github.slacklogging.it;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However the JVM ends in an orderly way, what was logged is told first.
 */
@TestInstance(Lifecycle.PER_METHOD)
class EndOfJvmTests {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final SlackInbox inbox = SlackInbox.start();

	private final ClassPath classPath = ClassPath.of("cli").withoutInbox();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void exitInTheMiddleTellsWhatWasLogged() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--probe.end=exit", patient(), webhook());
		assertThat(probe.exitCode()).isEqualTo(3);
		assertThat(texts()).singleElement().asString().contains("Order 4711 failed");
	}

	@Test
	void terminatedApplicationTellsWhatItsBeansLogAtTheEnd() throws Exception {
		try (ProbeRun run = ProbeRun.start(this.classPath, "--probe.end=wait", "--probe.farewell=true", patient(),
				webhook())) {
			assertThat(this.inbox.takeMessage(PATIENCE).allText()).contains("Order 4711 failed");
			run.terminate();
			run.awaitEnd();
		}
		assertThat(texts()).hasSize(2).last().asString().contains("Could not say goodbye");
	}

	@Test
	void closedContextTellsWhatItsBeansLogAtTheEnd() throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--probe.end=close", "--probe.farewell=true", patient(),
				webhook());
		assertThat(probe.exitCode()).isZero();
		assertThat(String.join("\n", texts())).contains("Order 4711 failed").contains("Could not say goodbye");
	}

	/**
	 * Where the property says it Boot's hook is there and only the context is not closed;
	 * where the code says it there is no hook of Boot at all.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "--spring.main.register-shutdown-hook=false", "--probe.shutdown-hook=false" })
	void mainThatReturnsWithoutClosingItsContextIsToldAndEndsByItself(String withoutHook) throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--probe.end=return", withoutHook, patient(), webhook());
		assertThat(probe.exitCode()).as(probe::toString).isZero();
		assertThat(texts()).as(probe::toString).singleElement().asString().contains("Order 4711 failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.main.register-shutdown-hook=true", "--probe.shutdown-hook=false" })
	void exceptionThatEndsAThreadIsTold(String hook) throws Exception {
		EndedProbe probe = ProbeRun.toTheEnd(this.classPath, "--probe.failing-thread=true",
				"--slack.logging.uncaught-exceptions=true", hook, patient(), webhook());
		assertThat(probe.err()).as(probe::toString)
			.contains("Exception in thread \"worker-1\" java.lang.IllegalStateException");
		assertThat(String.join("\n", texts())).contains("Exception in thread \"worker-1\"");
	}

	private List<String> texts() {
		return this.inbox.messages().stream().map(InboxMessage::allText).toList();
	}

	/** What is told at the end is told on a busy machine too. */
	private static String patient() {
		return "--slack.logging.shutdown.timeout=30s";
	}

	private String webhook() {
		return "--slack.logging.webhook-url=" + this.inbox.webhookUrl();
	}

}
