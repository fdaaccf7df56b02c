package io.github.slacklogging.it.fault;

import java.time.Duration;

import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.EndedProbe;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is broken but the application's way of logging. */
class BusyApplicationTests {

	@Test
	void millionErrorsOfManyKindsFitIntoASmallHeap() {
		try (Scenario scenario = new Scenario(Fault.STORM)) {
			Run run = scenario.start(
					scenario
						.command("--slack.logging.rate-limit.per-second=2", "--slack.logging.grouping.storm-kinds=20",
								"--slack.logging.grouping.quiet-after=15m")
						.withJvm("-Xmx96m"));
			// in parts: each has the patience of a command, on a slow machine too
			for (int part = 0; part < 10; part++) {
				run.log(100_000, 20_000, Duration.ofMillis(1), 200);
			}
			run.await("it is taken", (latest) -> latest.buffered() == 0 && latest.accepted() == 1_000_000);
			EndedProbe end = run.end();
			assertThat(end.exitCode()).isZero();
			assertThat(end.linesWith("OutOfMemoryError")).isZero();
			scenario.finish((row) -> assertThat(row.account().told().summarised()).as("Told as other").isPositive());
		}
	}

	@Test
	void loggersOfTheTransportDoNotFeedTheTransport() {
		try (Scenario scenario = new Scenario(Fault.LOGGING_LOOP)) {
			Run run = scenario.start("--logging.level.root=DEBUG", "--logging.level.jdk.internal.httpclient=TRACE",
					"--logging.level.org.springframework.web=TRACE", "--logging.level.reactor=TRACE",
					"--slack.logging.level=DEBUG");
			run.log(60, 3);
			Books before = run.await("the errors and all that was logged at the start are told",
					(books) -> books.accepted() >= 60 && books.buffered() == 0 && books.waiting() == 0);
			run.log(30, 3);
			Books after = run.await("as many as were logged are told",
					(books) -> books.accepted() >= before.accepted() + 30 && books.buffered() == 0
							&& books.waiting() == 0);
			// what our own threads log is counted, and told to nobody
			assertThat(after.accepted() - after.dropped().getOrDefault("self", 0L))
				.isEqualTo(before.accepted() - before.dropped().getOrDefault("self", 0L) + 30);
			assertThat(after.requests()).isGreaterThan(before.requests());
			run.end();
			scenario.finish();
		}
	}

	@Test
	void interruptedThreadStaysInterruptedAndIsTold() {
		try (Scenario scenario = new Scenario(Fault.INTERRUPTED_THREAD)) {
			Run run = scenario.start();
			assertThat(run.logInterrupted(30)).as("Still interrupted").isTrue();
			run.settle();
			run.end();
			scenario.finish();
		}
	}

	@Test
	void threadThatMustNotBlockIsToldAndNeverBlocked() {
		try (Scenario scenario = new Scenario(Fault.NON_BLOCKING_THREAD)) {
			Run run = scenario.start();
			assertThat(run.logOnNonBlockingThread(30)).as("Must not block").isTrue();
			run.settle();
			run.end();
			scenario.finish();
		}
	}

}
