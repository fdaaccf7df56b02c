package io.github.slacklogging.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A job that must succeed in time speaks up, also where no run of the application ever
 * starts it.
 */
@TestInstance(Lifecycle.PER_METHOD)
class ExpectedJobTests {

	private static final Pattern WAITED_SINCE = Pattern.compile("\"waitedSince\":\"([^\"]+)\"");

	private final SlackInbox inbox = SlackInbox.start();

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void jobThatNoRunEverStartsIsToldOfAndTheNextRunWaitsOnFromWhereTheFirstOneBegan() throws Exception {
		try (ProbeRun first = start()) {
			awaitMoreThan(0);
			first.terminate();
			first.awaitEnd();
		}
		Instant waitedSince = waitedSince();
		List<String> before = overdue();
		assertThat(before).allMatch((text) -> text.contains("expected every 2 s, never seen to succeed"));
		try (ProbeRun second = start()) {
			awaitMoreThan(before.size());
			second.terminate();
			second.awaitEnd();
		}
		assertThat(waitedSince()).isEqualTo(waitedSince);
		assertThat(overdue()).last().asString().contains("<!date^" + waitedSince.getEpochSecond() + "^");
	}

	private void awaitMoreThan(int messages) {
		Patience.until("a message about the job", this::overdue, (texts) -> texts.size() > messages,
				this.inbox::messages);
	}

	/** A message of its own each time, and every one of them at once. */
	private ProbeRun start() throws IOException {
		return ProbeRun.start(ClassPath.of("cli").withoutInbox(), "--probe.end=wait",
				"--slack.logging.webhook-url=" + this.inbox.webhookUrl(), "--slack.logging.spool.directory=" + spool(),
				"--slack.logging.grouping.quiet-after=1s", "--slack.logging.rate-limit.per-second=50",
				"--slack.logging.batch.linger=100ms", "--slack.logging.jobs.expectations[0].name=nightly",
				"--slack.logging.jobs.expectations[0].every=2s");
	}

	private Path spool() {
		return this.folder.resolve("spool");
	}

	private Instant waitedSince() throws IOException {
		Matcher kept = WAITED_SINCE.matcher(Files.readString(spool().resolve("jobs.json")));
		assertThat(kept.find()).isTrue();
		return Instant.parse(kept.group(1));
	}

	private List<String> overdue() {
		return this.inbox.messages()
			.stream()
			.map(InboxMessage::allText)
			.filter((text) -> text.contains("Job nightly is overdue"))
			.toList();
	}

}
