package io.github.slacklogging.it;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A start that never ends fails nowhere, so nobody logs it.
 */
@TestInstance(Lifecycle.PER_METHOD)
class HangingStartTests {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final SlackInbox inbox = SlackInbox.start();

	private final ClassPath classPath = ClassPath.of("cli").withoutInbox();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void whatWasLoggedAndWhereItHangsIsToldWhileItHangs() throws Exception {
		try (ProbeRun run = start("--probe.hanging-bean=true")) {
			String told = takeUntil("The start hangs");
			assertThat(told).contains("The stock does not answer")
				.containsPattern("The start hangs: thread main has not moved for [12] s")
				.contains("ProbeApplication.hangingBean");
			run.terminate();
			run.awaitEnd();
		}
		assertThat(allTexts()).containsOnlyOnce("*Start hangs*").doesNotContain("did not finish");
	}

	/** Nobody wakes this one: Spring waits for it, and the JVM with Spring, for ever. */
	@Test
	void startThatIsMerelySlowIsNoHangAndToldWhereItStoodWhenItIsBrokenOff() throws Exception {
		try (ProbeRun run = start("--probe.slow-bean=true")) {
			assertThat(takeUntil("The stock is being counted")).doesNotContain("The start");
			run.terminate();
			assertThat(takeUntil("The start did not finish"))
				.containsPattern("The start did not finish: the JVM was asked to end after \\d+ s")
				.contains("ProbeApplication.count");
		}
		assertThat(allTexts()).doesNotContain("hangs");
	}

	private ProbeRun start(String trouble) throws Exception {
		return ProbeRun.start(this.classPath, trouble, "--slack.logging.startup.hold-max=1s",
				"--slack.logging.batch.linger=20ms", "--slack.logging.rate-limit.per-second=100",
				"--slack.logging.webhook-url=" + this.inbox.webhookUrl());
	}

	private String takeUntil(String text) {
		List<String> told = new ArrayList<>();
		do {
			told.add(this.inbox.takeMessage(PATIENCE).allText());
		}
		while (!told.get(told.size() - 1).contains(text));
		return String.join("\n", told);
	}

	private String allTexts() {
		return String.join("\n", this.inbox.messages().stream().map(InboxMessage::allText).toList());
	}

}
