package io.github.slacklogging.it.fault;

import java.net.URI;
import java.time.Duration;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.fault.SlackGate.Manner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The network, or the other side of it, fails. */
class UnreachableSlackTests {

	private static final String DEFAULT = "default";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Test
	void outageIsSurvivedInFewRequestsAndEndsWithANote() {
		try (Scenario scenario = new Scenario(Fault.DOWN)) {
			Run run = scenario.start();
			run.log(10, 2);
			run.settle();
			scenario.gate().shut();
			scenario.outage(run, () -> {
				run.log(200, 5);
				run.await("the circuit is open", (books) -> books.circuit(DEFAULT).equals("open"));
				run.log(100, 5, Duration.ofMillis(20), 1);
				assertThat(run.taken().waiting()).isEqualTo(300);
			});
			scenario.gate().open();
			run.settle();
			run.end();
			scenario.finish((row) -> {
				assertThat(row.requests()).as("Requests of an outage of two seconds").isBetween(3L, 10L);
				assertThat(row.account().told().notes()).as("Notes about the gap").isEqualTo(1);
			});
		}
	}

	@Test
	void silenceIsUnclearAndWhatIsToldAfterItSaysSo() {
		try (Scenario scenario = new Scenario(Fault.NEVER_ANSWERS)) {
			Run run = scenario.start();
			scenario.inbox().answerAlways(Reply.hang());
			scenario.outage(run, () -> {
				run.log(60, 3);
				run.await("two attempts have failed", (books) -> books.requests() >= 2);
			});
			scenario.inbox().answerNormally();
			run.settle();
			run.end();
			scenario.finish((row) -> {
				assertThat(row.account().repeated()).isZero();
				assertThat(row.account().told().marked()).isPositive();
			});
		}
	}

	@Test
	void answerThatDripsIsGivenUpInTimeAndTheRepeatIsMarked() {
		try (Scenario scenario = new Scenario(Fault.DRIPS)) {
			Run run = scenario.start();
			scenario.inbox().enqueue(Reply.drip(Duration.ofSeconds(1)));
			scenario.outage(run, () -> {
				run.log(60, 3);
				run.await("an attempt was given up", (books) -> books.requests() >= 1);
			});
			run.settle();
			run.end();
			scenario.finish((row) -> assertThat(row.account().repeated()).isEqualTo(60));
		}
	}

	@Test
	void resetConnectionsLoseNothing() {
		try (Scenario scenario = new Scenario(Fault.RESETS)) {
			Run run = scenario.start();
			scenario.gate().use(Manner.RESET);
			scenario.outage(run, () -> {
				run.log(60, 3);
				run.await("three attempts have failed", (books) -> books.requests() >= 3);
			});
			scenario.gate().use(Manner.PASS);
			run.settle();
			run.end();
			assertThat(scenario.gate().connections()).isGreaterThan(3);
			scenario.finish((row) -> assertThat(row.account().repeated()).isZero());
		}
	}

	@Test
	void connectionThatDiedWhileIdleIsReplaced() {
		try (Scenario scenario = new Scenario(Fault.STALE_CONNECTION)) {
			Run run = scenario.start();
			run.log(3, 1);
			run.settle();
			scenario.gate().forgetConnections();
			scenario.outage(run, () -> {
				run.log(60, 3);
				run.settle();
			});
			run.end();
			assertThat(scenario.gate().connections()).isGreaterThan(1);
			scenario.finish((row) -> assertThat(row.account().repeated()).isZero());
		}
	}

	@Test
	void failedTlsIsToldAfterTheRestart() {
		try (Scenario scenario = new Scenario(Fault.TLS)) {
			String speaksNoTls = scenario.webhook().replace("http:", "https:");
			mendedByRestart(scenario, "--slack.logging.webhook-url=" + speaksNoTls);
		}
	}

	@Test
	void unknownHostIsToldAfterTheRestart() {
		try (Scenario scenario = new Scenario(Fault.UNKNOWN_HOST)) {
			mendedByRestart(scenario, "--slack.logging.allowed-hosts=slack.invalid",
					"--slack.logging.webhook-url=https://slack.invalid/services/T000INBOX/B000INBOX/inbox");
		}
	}

	private static void mendedByRestart(Scenario scenario, String... wrong) {
		Run broken = scenario.start(wrong);
		scenario.outage(broken, () -> {
			broken.log(60, 3);
			broken.await("the circuit is open", (books) -> books.circuit(DEFAULT).equals("open"));
			assertThat(broken.taken().waiting()).isEqualTo(60);
		});
		broken.end();
		assertThat(scenario.inbox().requests()).isEmpty();
		Run mended = scenario.start();
		mended.settleAfter(60);
		mended.end();
		scenario.finish();
	}

	@Test
	void deadDestinationDoesNotHoldUpTheOther() {
		try (Scenario scenario = new Scenario(Fault.HALF_DEAD, 2);
				SlackGate other = new SlackGate(scenario.inbox().port())) {
			URI oncall = scenario.inbox().webhookUrl("oncall");
			other.shut();
			Run run = scenario.start("--slack.logging.routes[0].to=default,oncall",
					"--slack.logging.destinations.oncall.webhook-url=http://localhost:" + other.port()
							+ oncall.getPath());
			scenario.outage(run, () -> {
				run.log(100, 4);
				Books half = run.await("one half is told",
						(books) -> books.accepted() == 200 && books.waiting(DEFAULT) == 0);
				assertThat(half.waiting("oncall")).isEqualTo(100);
				assertThat(scenario.inbox().takeMessage(PATIENCE).channel()).isEqualTo("#inbox");
				run.await("the circuit is open", (books) -> books.circuit("oncall").equals("open"));
			});
			other.open();
			run.settle();
			run.end();
			assertThat(scenario.inbox().messages()).extracting(InboxMessage::channel).contains("#oncall");
			scenario.finish();
		}
	}

}
