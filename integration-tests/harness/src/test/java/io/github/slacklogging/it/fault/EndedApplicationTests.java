package io.github.slacklogging.it.fault;

import java.time.Duration;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.Patience;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The JVM ends, with notice or without. */
class EndedApplicationTests {

	/** How a JVM ends that was asked to by SIGTERM. */
	private static final int TERMINATED = 128 + 15;

	@Test
	void killedInAnOutageTellsAfterTheRestartWhatWasOnDisk() {
		try (Scenario scenario = new Scenario(Fault.KILLED_IN_OUTAGE)) {
			Run killed = scenario.start();
			scenario.gate().shut();
			scenario.outage(killed, () -> {
				killed.log(200, 5);
				scenario.spool().awaitEvents(200);
				killed.log(20, 5);
			});
			scenario.mayLose(20);
			killed.kill();
			scenario.gate().open();
			Run restarted = scenario.start("--probe.first-event=1001");
			restarted.await("it has taken over", (books) -> books.recovered() >= 200);
			restarted.settle();
			restarted.end();
			scenario.finish((row) -> assertThat(row.account().told().notes()).as("Notes about the crash").isEqualTo(1));
		}
	}

	@Test
	void sigtermRightAfterTheErrorsTellsThemFirst() {
		try (Scenario scenario = new Scenario(Fault.TERMINATED)) {
			Run run = scenario.start();
			run.log(200, 5);
			assertThat(run.terminate().exitCode()).isEqualTo(TERMINATED);
			scenario.finish((row) -> assertThat(row.account().told().events()).isEqualTo(200));
		}
	}

	@Test
	void sigtermInAnOutageKeepsWhatCannotBeTold() {
		try (Scenario scenario = new Scenario(Fault.TERMINATED_IN_OUTAGE)) {
			Run terminated = scenario.start("--slack.logging.shutdown.timeout=1s");
			scenario.gate().shut();
			scenario.outage(terminated, () -> {
				terminated.log(200, 5);
				terminated.taken();
			});
			assertThat(terminated.terminate().exitCode()).isEqualTo(TERMINATED);
			scenario.gate().open();
			Run restarted = scenario.start();
			restarted.settleAfter(200);
			restarted.end();
			scenario.finish();
		}
	}

	@Test
	void killedBeforeTheAcknowledgementTellsTwiceAndSaysSo() {
		try (Scenario scenario = new Scenario(Fault.KILLED_IN_FLIGHT)) {
			scenario.inbox().enqueue(Reply.slow(Duration.ofMinutes(1)));
			Run killed = scenario.start("--slack.logging.http.response-timeout=1m");
			killed.log(30, 3);
			InboxMessage unacknowledged = scenario.inbox().takeMessage(Patience.LIMIT);
			Books last = killed.taken();
			scenario.spool().awaitEvents(30);
			killed.kill();
			assertThat(last.delivered()).isZero();
			Run restarted = scenario.start();
			restarted.settleAfter(30);
			restarted.end();
			scenario.finish(
					(row) -> assertThat(row.account().repeated()).isEqualTo(ToldMessage.of(unacknowledged).events()));
		}
	}

}
