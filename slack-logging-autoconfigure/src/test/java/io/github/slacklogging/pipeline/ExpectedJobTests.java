package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.job.JobExpectations.Expectation;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.worker.Round;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A job that has not succeeded within its time speaks up, whatever happens meanwhile. */
class ExpectedJobTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Set<String> DEFAULT = Set.of("default");

	private final MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);

	private final PipelineHarness harness = expecting(this.spool, new Expectation("nightly", HOUR));

	private static PipelineHarness expecting(@Nullable MemoryGroupSpool spool, Expectation... expectations) {
		return new PipelineHarness(List.of("default"), List.of(), new PipelineHarness.Extras(Map.of(), spool, null)
			.expecting(new JobExpectations.Settings(List.of(expectations), Duration.ofMinutes(15))));
	}

	private PipelineHarness next(Expectation... expectations) {
		return expecting(new MemoryGroupSpool(DEFAULT, this.spool.remains()), expectations);
	}

	/** As an earlier run left it. */
	private void keep(KeptJob job) {
		this.spool.keepJobs(List.of(job), (answer) -> {
		});
	}

	private static void succeed(PipelineHarness harness, String name) {
		harness.pipeline.jobSucceeded(name, harness.clock.get().instant());
		harness.run();
	}

	/** Much time at once. */
	private static void skip(PipelineHarness harness, Duration time) {
		harness.clock.advance(time);
		harness.run();
	}

	private static ExpectedJob job(PipelineHarness harness) {
		return harness.status().jobs().get(0);
	}

	/** What was told so far, once what is due now has been. */
	private static List<String> told(PipelineHarness harness) {
		harness.pass(Duration.ofSeconds(3));
		return harness.texts("default");
	}

	@Test
	void jobThatIsOverdueIsToldAsAnErrorAndCounted() {
		this.harness.decorated();
		skip(this.harness, HOUR.minusNanos(1));
		assertThat(this.harness.status().accepted()).isZero();
		skip(this.harness, Duration.ofNanos(1));
		assertThat(this.harness.status().accepted()).isEqualTo(1);
		assertThat(told(this.harness)).singleElement()
			.asString()
			.contains("Job nightly is overdue", "expected every 1 h, never seen to succeed");
		assertThat(job(this.harness).overdueSince()).isEqualTo(job(this.harness).waitedSince().plus(HOUR));
	}

	@Test
	void workerSleepsUntilTheTimeIsOver() {
		this.harness.decorated();
		succeed(this.harness, "nightly");
		this.harness.pass(Duration.ofMinutes(1));
		assertThat(this.harness.run()).isEqualTo(Duration.ofMinutes(59).toNanos());
	}

	@Test
	void jobThatSucceedsInTimeIsNeverTold() {
		this.harness.decorated();
		for (int i = 0; i < 30; i++) {
			skip(this.harness, HOUR.minusSeconds(1));
			succeed(this.harness, "nightly");
		}
		assertThat(this.harness.status().accepted()).isZero();
		assertThat(job(this.harness).lastSuccess()).isEqualTo(this.harness.clock.get().instant());
	}

	@Test
	void jobThatIsLateIsToldAgainUntilItSucceeds() {
		this.harness.decorated();
		for (int i = 0; i < 3; i++) {
			skip(this.harness, HOUR);
		}
		succeed(this.harness, "nightly");
		assertThat(job(this.harness).overdueSince()).isNull();
		skip(this.harness, HOUR.minusSeconds(10));
		assertThat(this.harness.status().accepted()).isEqualTo(3);
	}

	@Test
	void successOfWhatNobodyWaitsForDoesNotEvenWakeTheWorker() {
		this.harness.decorated();
		long next = this.harness.run();
		this.harness.pipeline.jobSucceeded("daily", this.harness.clock.get().instant());
		assertThat(this.harness.run()).isEqualTo(next);
		assertThat(this.harness.status().jobs()).hasSize(1);
	}

	@Test
	void successCountsFromWhenItCameAndNotFromWhenTheWorkerHeardOfIt() {
		this.harness.decorated();
		this.harness.pipeline.jobSucceeded("nightly", this.harness.clock.get().instant());
		skip(this.harness, HOUR.minusSeconds(1));
		assertThat(this.harness.status().accepted()).isZero();
		skip(this.harness, Duration.ofSeconds(1));
		assertThat(this.harness.status().accepted()).isEqualTo(1);
	}

	@Test
	void successThatComesWhileTheApplicationStartsCounts() {
		skip(this.harness, Duration.ofSeconds(1));
		this.harness.pipeline.jobSucceeded("nightly", this.harness.clock.get().instant());
		this.harness.decorated();
		assertThat(job(this.harness).lastSuccess()).isEqualTo(this.harness.clock.get().instant());
	}

	@Test
	void nextRunTellsOfAJobThatWasNeverStartedAgainOnceItsHoldIsOver() {
		Instant success = this.harness.clock.get().instant().minus(HOUR.plusMinutes(5));
		keep(new KeptJob("nightly", success, success, null));
		PipelineHarness next = next(new Expectation("nightly", HOUR));
		next.run();
		assertThat(next.status().accepted()).as("while the application's maskers are not known").isZero();
		next.decorated();
		assertThat(next.status().accepted()).isEqualTo(1);
		assertThat(told(next)).singleElement()
			.asString()
			.contains("Job nightly is overdue", "last success 2026-08-14 08:52 UTC");
		assertThat(job(next).lastSuccess()).isEqualTo(success);
	}

	@Test
	void restartNeitherRepeatsNorForgetsWhatWasTold() {
		Instant now = this.harness.clock.get().instant();
		keep(new KeptJob("nightly", now.minus(HOUR.multipliedBy(3)), null,
				new KeptJob.Told(now.minus(Duration.ofMinutes(1)), "run")));
		PipelineHarness next = next(new Expectation("nightly", HOUR)).decorated();
		skip(next, Duration.ofMinutes(58));
		assertThat(next.status().accepted()).as("told 59 minutes ago").isZero();
		skip(next, Duration.ofMinutes(2));
		assertThat(next.status().accepted()).isEqualTo(1);
	}

	@Test
	void jobThatSucceedsEverySecondIsWrittenNowAndThenAndAtTheEnd() {
		this.harness.decorated();
		int before = this.spool.jobWrites();
		for (int i = 0; i < 100; i++) {
			succeed(this.harness, "nightly");
			this.harness.pass(Duration.ofSeconds(1));
		}
		assertThat(this.spool.jobWrites() - before).isBetween(9, 11);
		succeed(this.harness, "nightly");
		this.harness.pipeline.askForEnd();
		for (long next = 0; next != Round.DONE;) {
			next = this.harness.pipeline.worker().runOnce(this.harness.clock.get());
		}
		assertThat(this.spool.keptJobs()).extracting(KeptJob::lastSuccess)
			.containsExactly(this.harness.clock.get().instant());
	}

	@Test
	void nothingIsWrittenForNothing() {
		this.harness.decorated();
		int before = this.spool.jobWrites();
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(before).as("since when it is waited for").isEqualTo(1);
		assertThat(this.spool.jobWrites()).isEqualTo(before);
		MemoryGroupSpool other = new MemoryGroupSpool(DEFAULT);
		expecting(other).decorated().pass(Duration.ofSeconds(30));
		assertThat(other.jobWrites()).isZero();
	}

	@Test
	void jobThatIsExpectedNoMoreIsLetGo() {
		this.harness.decorated();
		next(new Expectation("weekly", HOUR)).decorated();
		assertThat(new MemoryGroupSpool(DEFAULT, this.spool.remains()).keptJobs()).extracting(KeptJob::name)
			.containsExactly("weekly");
	}

	@Test
	void withoutASpoolItIsWaitedForFromTheStart() {
		PipelineHarness memory = expecting(null, new Expectation("nightly", HOUR)).decorated();
		skip(memory, HOUR);
		assertThat(memory.status().accepted()).isEqualTo(1);
	}

	@Test
	void diskThatHangsKeepsNoJobFromBeingTold() {
		this.spool.hang();
		this.harness.decorated();
		skip(this.harness, HOUR);
		assertThat(this.harness.status().accepted()).isEqualTo(1);
		this.spool.release();
		this.harness.run();
		this.harness.run();
		assertThat(this.spool.keptJobs()).extracting(KeptJob::told).doesNotContainNull();
	}

	@Test
	void diskThatIsFullIsAskedAgainNowAndThen() {
		this.harness.decorated();
		this.spool.fail(true);
		skip(this.harness, HOUR);
		this.harness.run();
		assertThat(this.spool.keptJobs()).extracting(KeptJob::told).containsOnlyNulls();
		this.spool.fail(false);
		this.harness.pass(Duration.ofSeconds(50));
		assertThat(this.spool.keptJobs()).extracting(KeptJob::told).containsOnlyNulls();
		this.harness.pass(Duration.ofSeconds(20));
		assertThat(this.spool.keptJobs()).extracting(KeptJob::told).doesNotContainNull();
	}

	@Test
	void manyExpectationsAreToldOfEach() {
		Expectation[] many = new Expectation[500];
		for (int i = 0; i < many.length; i++) {
			many[i] = new Expectation("job" + i, HOUR.plusNanos(i));
		}
		PipelineHarness crowd = expecting(null, many).decorated();
		skip(crowd, HOUR.plusSeconds(1));
		assertThat(crowd.status().accepted()).isEqualTo(500);
	}

	@Test
	void endTellsOfNoJobAnew() {
		this.harness.decorated();
		this.harness.clock.advance(HOUR);
		this.harness.pipeline.askForEnd();
		this.harness.pipeline.worker().runOnce(this.harness.clock.get());
		assertThat(this.harness.status().accepted()).isZero();
	}

}
