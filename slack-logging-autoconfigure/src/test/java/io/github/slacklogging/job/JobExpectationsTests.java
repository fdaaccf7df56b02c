package io.github.slacklogging.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.Tick;
import io.github.slacklogging.job.JobExpectations.Expectation;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Who is overdue, and how often that is said. */
class JobExpectationsTests {

	private static final Duration DAY = Duration.ofHours(24);

	private static final Duration QUIET = Duration.ofMinutes(15);

	private final ManualClock clock = new ManualClock();

	private final Instant start = this.clock.get().instant();

	private JobExpectations nightly = expecting(DAY);

	private JobExpectations expecting(Duration every) {
		return new JobExpectations(new JobExpectations.Settings(List.of(new Expectation("nightly", every)), QUIET),
				this.clock.get());
	}

	private List<JobReport> due() {
		return this.nightly.due(this.clock.get());
	}

	private void succeed() {
		Tick now = this.clock.get();
		this.nightly.succeeded("nightly", now.instant(), now, now);
	}

	/** The next process, which was given what this one kept. */
	private void restart(Duration every) {
		List<KeptJob> kept = this.nightly.handOver();
		this.nightly = expecting(every);
		this.nightly.restore(kept, this.clock.get());
	}

	@Test
	void jobThatNeverSucceededIsOverdueOnceItsTimeIsOver() {
		this.clock.advance(DAY.minusNanos(1));
		assertThat(due()).isEmpty();
		assertThat(this.nightly.nanosToNext(this.clock.get())).isEqualTo(1);
		this.clock.advance(Duration.ofNanos(1));
		assertThat(due()).singleElement().satisfies((report) -> {
			assertThat(report.name()).isEqualTo("nightly");
			assertThat(report.outcome()).isEqualTo(JobOutcome.OVERDUE);
			assertThat(report.startedAt()).isEqualTo(this.start);
			assertThat(report.duration()).isEqualTo(DAY);
			assertThat(report.message())
				.isEqualTo("Job nightly is overdue: expected every 24 h, never seen to succeed");
		});
		assertThat(due()).as("told is told").isEmpty();
	}

	@Test
	void successBeginsTheTimeAnew() {
		this.clock.advance(Duration.ofHours(23));
		succeed();
		this.clock.advance(Duration.ofHours(23));
		assertThat(due()).isEmpty();
		this.clock.advance(Duration.ofHours(1));
		assertThat(due()).singleElement().satisfies((report) -> {
			assertThat(report.startedAt()).isEqualTo(this.start.plus(Duration.ofHours(23)));
			assertThat(report.reason()).isEqualTo("expected every 24 h, last success 2026-08-15 08:57 UTC");
		});
	}

	@Test
	void itIsSaidAgainEachTimeTheTimeHasPassedAndSaysHowLongInAll() {
		List<Duration> waited = new ArrayList<>();
		for (int hour = 0; hour < 100; hour++) {
			this.clock.advance(Duration.ofHours(1));
			due().forEach((report) -> waited.add(report.duration()));
		}
		assertThat(waited).containsExactly(DAY, DAY.multipliedBy(2), DAY.multipliedBy(3), DAY.multipliedBy(4));
	}

	@Test
	void anySuccessEndsIt() {
		this.clock.advance(DAY.plusHours(3));
		due();
		succeed();
		this.clock.advance(DAY.minusNanos(1));
		assertThat(due()).isEmpty();
		assertThat(standing().overdueSince()).isNull();
		this.clock.advance(Duration.ofNanos(1));
		assertThat(due()).hasSize(1);
	}

	@Test
	void eachTellingIsAMessageOfItsOwnUnlessTheNextComesSoon() {
		List<String> runs = new ArrayList<>();
		for (Duration every : List.of(QUIET, QUIET.minusSeconds(1))) {
			this.nightly = expecting(every);
			for (int i = 0; i < 3; i++) {
				this.clock.advance(every);
				due().forEach((report) -> runs.add(report.run()));
			}
		}
		assertThat(runs).hasSize(6);
		assertThat(runs.subList(0, 3)).doesNotHaveDuplicates();
		assertThat(runs.subList(3, 6)).containsOnly(runs.get(3));
	}

	@Test
	void jobThatComesLateAgainAndAgainIsOneMessage() {
		this.nightly = expecting(Duration.ofSeconds(1));
		List<String> runs = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			this.clock.advance(Duration.ofMillis(1_100));
			due().forEach((report) -> runs.add(report.run()));
			succeed();
		}
		assertThat(runs).hasSize(50).containsOnly(runs.get(0));
	}

	@Test
	void clockThatJumpsCriesNoWolf() {
		succeed();
		this.clock.advance(Duration.ofHours(1));
		this.clock.jumpBack(Duration.ofDays(-400));
		assertThat(due()).isEmpty();
		this.clock.jumpBack(Duration.ofDays(800));
		this.clock.advance(Duration.ofHours(22));
		assertThat(due()).isEmpty();
		this.clock.advance(Duration.ofHours(1));
		assertThat(due()).hasSize(1);
	}

	@Test
	void restartChangesNothing() {
		this.clock.advance(Duration.ofHours(1));
		succeed();
		this.clock.advance(Duration.ofHours(20));
		restart(DAY);
		this.clock.advance(Duration.ofHours(4).minusNanos(1));
		assertThat(due()).isEmpty();
		this.clock.advance(Duration.ofNanos(1));
		assertThat(due()).extracting(JobReport::startedAt).containsExactly(this.start.plus(Duration.ofHours(1)));
		this.clock.advance(Duration.ofHours(1));
		restart(DAY);
		assertThat(due()).as("told in the run before").isEmpty();
		this.clock.advance(Duration.ofHours(23));
		assertThat(due()).hasSize(1);
	}

	@Test
	void jobThatWasNeverStartedAgainIsToldOfOnceAfterALongStop() {
		succeed();
		List<KeptJob> kept = this.nightly.handOver();
		this.clock.advance(Duration.ofDays(30));
		this.nightly = expecting(DAY);
		this.nightly.restore(kept, this.clock.get());
		assertThat(due()).singleElement().satisfies((report) -> {
			assertThat(report.startedAt()).isEqualTo(this.start);
			assertThat(report.duration()).isEqualTo(Duration.ofDays(30));
		});
		this.clock.advance(DAY.minusNanos(1));
		assertThat(due()).isEmpty();
	}

	@Test
	void whatHappenedSinceTheRunBeganCountsMoreThanWhatWasKept() {
		succeed();
		List<KeptJob> kept = this.nightly.handOver();
		this.clock.advance(Duration.ofDays(2));
		this.nightly = expecting(DAY);
		succeed();
		this.nightly.restore(kept, this.clock.get());
		assertThat(due()).isEmpty();
		assertThat(standing().lastSuccess()).isEqualTo(this.clock.get().instant());
	}

	@Test
	void shorterTimeAfterARestartCountsFromTheSameSuccess() {
		succeed();
		this.clock.advance(Duration.ofHours(2));
		restart(Duration.ofHours(1));
		assertThat(due()).hasSize(1);
	}

	@Test
	void longerTimeAfterARestartCountsFromTheSameSuccessWhateverWasTold() {
		succeed();
		this.clock.advance(DAY);
		due();
		restart(DAY.multipliedBy(3));
		assertThat(standing().overdueSince()).isNull();
		this.clock.advance(DAY.multipliedBy(2).minusNanos(1));
		assertThat(due()).isEmpty();
		this.clock.advance(Duration.ofNanos(1));
		assertThat(due()).hasSize(1);
	}

	@Test
	void whatIsKeptOfTheFutureCountsAsNow() {
		this.nightly.restore(List
			.of(new KeptJob("nightly", this.start.plus(Duration.ofDays(9)), this.start.plus(Duration.ofDays(9)), null)),
				this.clock.get());
		assertThat(standing().lastSuccess()).isEqualTo(this.start);
		this.clock.advance(DAY);
		assertThat(due()).hasSize(1);
	}

	@Test
	void extremeTimesDoNotOverflow() {
		this.nightly = expecting(Duration.ofDays(3_650));
		this.nightly.restore(List.of(new KeptJob("nightly", Instant.MIN, null, new KeptJob.Told(Instant.MIN, ""))),
				this.clock.get());
		assertThat(due()).hasSize(1);
		this.clock.advance(Duration.ofDays(3_649));
		assertThat(due()).isEmpty();
		assertThat(this.nightly.nanosToNext(this.clock.get())).isEqualTo(DAY.toNanos());
		this.nightly.restore(List.of(new KeptJob("nightly", Instant.MAX, Instant.MAX, null)), this.clock.get());
		assertThat(due()).isEmpty();
	}

	@Test
	void otherJobsDoNotMatter() {
		Tick now = this.clock.get();
		this.nightly.succeeded("daily", now.instant(), now, now);
		assertThat(this.nightly.hasSucceeded()).isFalse();
		assertThat(this.nightly.names()).containsExactly("nightly");
	}

	@Test
	void nothingExpectedIsNothingToDo() {
		JobExpectations none = new JobExpectations(JobExpectations.Settings.NONE, this.clock.get());
		none.restore(List.of(), this.clock.get());
		assertThat(none.nanosToNext(this.clock.get())).isEqualTo(Long.MAX_VALUE);
		assertThat(none.isChanged()).isFalse();
		none.restore(this.nightly.handOver(), this.clock.get());
		assertThat(none.isChanged()).as("what is expected no more is to be let go").isTrue();
		assertThat(none.handOver()).isEmpty();
	}

	@Test
	void onlyWhatMattersToAnotherRunIsAChange() {
		this.nightly.restore(List.of(), this.clock.get());
		assertThat(this.nightly.isChanged()).as("waited for since now").isTrue();
		restart(DAY);
		assertThat(this.nightly.isChanged()).isFalse();
		succeed();
		assertThat(this.nightly.isChanged()).isFalse();
		assertThat(this.nightly.hasSucceeded()).isTrue();
		this.clock.advance(DAY);
		due();
		assertThat(this.nightly.isChanged()).isTrue();
		this.nightly.handOver();
		assertThat(this.nightly.isChanged() || this.nightly.hasSucceeded()).isFalse();
		succeed();
		assertThat(this.nightly.isChanged()).as("no longer overdue").isTrue();
	}

	@Test
	void standingSaysSinceWhenItIsOverdue() {
		assertThat(standing()).isEqualTo(new ExpectedJob("nightly", DAY, this.start, null, null));
		this.clock.advance(DAY.plusHours(5));
		assertThat(standing()).isEqualTo(new ExpectedJob("nightly", DAY, this.start, null, this.start.plus(DAY)));
	}

	private ExpectedJob standing() {
		return this.nightly.standing(this.clock.get()).get(0);
	}

	@ParameterizedTest
	@CsvSource({ "PT2S, 2 s", "PT1.5S, 1500 ms", "PT90S, 90 s", "PT90M, 90 min", "PT25H, 25 h", "PT24H, 24 h",
			"P2D, 2 d", "P7DT1H, 169 h", "PT3601.5S, 3601 s" })
	void timeIsSaidInWholeNumbers(Duration every, String words) {
		this.nightly = expecting(every);
		this.clock.advance(every);
		assertThat(due().get(0).reason()).isEqualTo("expected every " + words + ", never seen to succeed");
	}

	@Test
	void shortTimesAreToldToTheSecond() {
		this.nightly = expecting(Duration.ofSeconds(2));
		succeed();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(due().get(0).reason()).isEqualTo("expected every 2 s, last success 2026-08-14 09:57:12 UTC");
	}

	@Test
	void nameIsWhatNotesMakeOfIt() {
		assertThat(new Expectation(" daily  report ", Duration.ofDays(1)).name()).isEqualTo("daily report");
		assertThat(new Expectation("x".repeat(300), Duration.ofDays(1)).name())
			.isEqualTo(Value.name("x".repeat(300), "none"));
	}

	@Test
	void timeThatIsNoneIsRefusedByItsProperty() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Expectation("nightly", Duration.ZERO))
			.withMessageContaining("slack.logging.jobs.expectations[n].every");
		assertThatIllegalArgumentException().isThrownBy(() -> new Expectation("nightly", Duration.ofDays(3_651)));
	}

}
