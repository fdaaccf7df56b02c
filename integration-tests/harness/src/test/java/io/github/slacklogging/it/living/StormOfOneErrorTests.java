package io.github.slacklogging.it.living;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.DrivenProbe;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One error again and again is one message, and its count is exact. */
class StormOfOneErrorTests {

	private static final int MAX_EDITS = 12;

	/** The two seconds that a kill may take along are at least so long. */
	private static final int LAST_EVENTS = 200;

	@Test
	void fifteenHundredErrorsInHalfAMinuteAreOneMessageWithItsMilestonesInItsThread() {
		try (Workspace workspace = new Workspace()) {
			DrivenProbe probe = workspace.start(workspace.bot());
			probe.log(1_500, 1, Duration.ofMillis(20), 1);
			probe.end();
			InboxMessage message = workspace.message();
			assertThat(ShownCount.in(message.text())).isEqualTo(1_500);
			assertThat(message.edits()).isBetween(2, MAX_EDITS);
			assertThat(workspace.slack().requests("chat.update")).hasSizeLessThanOrEqualTo(MAX_EDITS);
			assertThat(workspace.thread()).filteredOn((reply) -> reply.contains(", reached "))
				.satisfiesExactly((ten) -> assertThat(ten).contains(", reached 10: "),
						(hundred) -> assertThat(hundred).contains(", reached 100: "),
						(thousand) -> assertThat(thousand).contains(", reached 1,000: "));
		}
	}

	@Test
	void messageGoesOnAfterAKillInTheMiddle() {
		try (Workspace workspace = new Workspace()) {
			DrivenProbe killed = workspace.start(workspace.bot());
			killed.log(50, 1, Duration.ofMillis(10), 1);
			InboxMessage before = workspace.awaitMessage("it is told", (message) -> true);
			killed.log(500, 1, Duration.ofMillis(10), 1);
			killed.log(LAST_EVENTS, 1, Duration.ofMillis(10), 1);
			killed.kill();
			DrivenProbe restarted = workspace.start(workspace.bot());
			restarted.log(750, 1, Duration.ofMillis(5), 1);
			restarted.end();
			InboxMessage after = workspace.message();
			assertThat(after.ts()).isEqualTo(before.ts());
			assertThat(ShownCount.in(after.text())).isBetween(1_500L - LAST_EVENTS, 1_500L);
			assertThat(workspace.thread()).filteredOn((reply) -> reply.contains(", reached 100: ")).hasSize(1);
		}
	}

	@Test
	void webhookSaysItInFiveMessagesAndTheLastIsExact() {
		try (Workspace workspace = new Workspace()) {
			DrivenProbe probe = workspace.start(workspace.webhook("--slack.logging.grouping.quiet-after=3s"));
			probe.log(1_500, 1, Duration.ofMillis(6), 1);
			Books books = Workspace.settle(probe, 1_500);
			assertThat(books.delivered()).isEqualTo(1_500);
			probe.end();
			List<InboxMessage> messages = workspace.topLevel();
			assertThat(messages).hasSizeLessThanOrEqualTo(5);
			InboxMessage last = messages.get(messages.size() - 1);
			assertThat(last.text()).startsWith("Quiet for ");
			assertThat(ShownCount.in(last.text())).isEqualTo(1_500);
		}
	}

	@Test
	void exceptionWhoseStackTheJitTakesAwayStaysOneMessage() {
		try (Workspace workspace = new Workspace()) {
			// what takes the stack away is the optimising compiler, which probes do
			// without
			DrivenProbe probe = workspace.start(workspace.bot().withJvm("-XX:TieredStopAtLevel=4"));
			int withoutStack = 0;
			// in parts: each has the patience of a command
			for (int part = 0; part < 4; part++) {
				withoutStack += probe.logHotFailures(500_000);
			}
			assertThat(withoutStack).as("Thrown without a stack").isGreaterThan(1_000_000);
			Books books = Workspace.await(probe, "everything is in the books",
					(latest) -> latest.accepted() == 2_000_000 && latest.buffered() == 0);
			probe.end();
			assertThat(books.dropped().keySet()).isSubsetOf("queue_full");
			assertThat(ShownCount.in(workspace.message().text())).isEqualTo(2_000_000 - books.allDropped());
		}
	}

}
