package io.github.slacklogging.job;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.testing.RecordedJobs.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

class JobNotifierTests {

	private final Notifiers around = new Notifiers();

	private final JobNotifier notifier = this.around.telling(NotifyOn.ALL);

	@Test
	void startAndSuccessAreOneRunWithItsDuration() {
		this.notifier.run("daily-report", () -> this.around.clock.advance(Duration.ofSeconds(42)));
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED, JobOutcome.SUCCEEDED);
		JobReport started = this.around.jobs.all().get(0).report();
		JobReport succeeded = this.around.jobs.all().get(1).report();
		assertThat(succeeded.run()).isEqualTo(started.run());
		assertThat(started.duration()).isNull();
		assertThat(succeeded.duration()).hasSeconds(42);
		assertThat(succeeded.startedAt()).isEqualTo(started.startedAt()).isEqualTo("2026-08-14T09:57:12Z");
		assertThat(succeeded.framework()).isEqualTo(JobFramework.PLAIN);
		assertThat(this.around.jobs.good()).containsExactly("daily-report");
	}

	@Test
	void whatTheWorkThrowsComesOutAsTheSameObject() {
		IOException checked = new IOException("no disk");
		Error error = new StackOverflowError();
		assertThat(catchThrowable(() -> this.notifier.run("a", () -> {
			throw checked;
		}))).isSameAs(checked);
		assertThat(catchThrowable(() -> this.notifier.call("b", (job) -> {
			throw error;
		}))).isSameAs(error);
		assertThat(this.around.jobs.all()).extracting(Told::cause).containsExactly(null, checked, null, error);
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED, JobOutcome.FAILED,
				JobOutcome.STARTED, JobOutcome.FAILED);
		assertThat(this.around.jobs.good()).isEmpty();
	}

	@Test
	void workThatThrowsNothingCheckedNeedsNoTryAndGivesItsResult() {
		int sum = this.notifier.call("sum", () -> 40 + 2);
		String noted = this.notifier.call("noted", (job) -> "of " + job.count("rows", 3).getClass().getSimpleName());
		assertThat(sum).isEqualTo(42);
		assertThat(noted).startsWith("of ");
	}

	@Test
	void warningWhileItRunsMakesTheSuccessAWarning() {
		this.notifier.run("import", (job) -> job.count("read", 10).count("read", 5).warn("2 rows without a price"));
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.WARNING);
		assertThat(end.report().reason()).isEqualTo("2 rows without a price");
		assertThat(end.report().counts()).containsExactly(Map.entry("read", 15L));
		assertThat(this.around.jobs.good()).as("the work is done").containsExactly("import");
	}

	@Test
	void warningWhileItRunsIsADetailOfTheFailure() {
		assertThatIllegalStateException().isThrownBy(() -> this.notifier.run("import", (job) -> {
			job.warn("slow source");
			throw new IllegalStateException("gone");
		}));
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(end.report().reason()).isNull();
		assertThat(end.fields()).containsExactly(Map.entry("warning", "slow source"));
	}

	@Test
	void firstEndCounts() {
		JobRun run = this.notifier.start("sync");
		run.warn("half of it");
		run.failed("no");
		run.failed(new IllegalStateException());
		run.succeeded(Map.of("late", true));
		run.detail("later", 1).count("later", 1);
		Told end = this.around.jobs.all().get(1);
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED, JobOutcome.WARNING);
		assertThat(end.report().reason()).isEqualTo("half of it");
		assertThat(end.details()).isEmpty();
	}

	@Test
	void runMayEndOnAnotherThreadWithWhatItSaysThere() throws Exception {
		JobRun run = this.notifier.start("sync").detail("source", "erp");
		ExecutorService other = Executors.newSingleThreadExecutor();
		other.submit(() -> run.count("orders", 7).succeeded(Map.of("target", "shop"))).get();
		other.shutdown();
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(end.fields()).containsExactly(Map.entry("source", "erp"), Map.entry("target", "shop"));
		assertThat(end.report().counts()).containsExactly(Map.entry("orders", 7L));
	}

	@Test
	void failureMayHaveAReasonInsteadOfACause() {
		this.notifier.start("sync").failed("the partner answered 503");
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(end.report().message()).isEqualTo("Job sync failed: the partner answered 503");
		assertThat(end.cause()).isNull();
	}

	@Test
	void ofManyEndsAtOnceOneIsTold() throws Exception {
		JobRun run = this.notifier.start("race");
		CountDownLatch go = new CountDownLatch(1);
		ExecutorService pool = Executors.newFixedThreadPool(8);
		List<Runnable> ends = new ArrayList<>();
		for (int i = 0; i < 32; i++) {
			ends.add((i % 2 == 0) ? run::succeeded : () -> run.failed("no"));
		}
		var done = ends.stream().map((end) -> pool.submit(() -> {
			go.await();
			end.run();
			return true;
		})).toList();
		go.countDown();
		for (var each : done) {
			each.get();
		}
		pool.shutdown();
		assertThat(this.around.jobs.all()).hasSize(2);
	}

	@Test
	void everyRunHasAKeyOfItsOwn() {
		JobNotifier finish = this.around.telling(NotifyOn.FINISH);
		for (int i = 0; i < 100; i++) {
			finish.run("often", () -> {
			});
		}
		this.around.telling(NotifyOn.FINISH).run("often", () -> {
		});
		assertThat(this.around.jobs.all()).extracting((each) -> each.report().run())
			.doesNotHaveDuplicates()
			.hasSize(101);
	}

	@Test
	void codeWithinTheWorkFindsTheNotesOfTheInnermostRun() {
		this.notifier.run("outer", () -> {
			this.notifier.run("inner", () -> this.notifier.current().count("items", 1));
			this.notifier.current().detail("after", "inner");
		});
		assertThat(this.around.jobs.all().get(2).report().counts()).containsExactly(Map.entry("items", 1L));
		assertThat(this.around.jobs.all().get(3).fields()).containsExactly(Map.entry("after", "inner"));
	}

	@Test
	void whereNoJobRunsNotesTellNothing() {
		this.notifier.run("one", () -> {
		});
		JobNotes notes = this.notifier.current();
		notes.detail("a", 1).count("b", 2).warn("c");
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED, JobOutcome.SUCCEEDED);
		assertThat(notes).isSameAs(this.notifier.current());
	}

	@Test
	void startedRunIsNotThatOfTheThread() {
		this.notifier.start("elsewhere");
		this.notifier.current().warn("nobody's");
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED);
	}

	@Test
	void endsThatAreNotWantedAreNotTold() {
		for (NotifyOn notifyOn : NotifyOn.values()) {
			Notifiers fresh = new Notifiers();
			JobNotifier each = fresh.telling(notifyOn);
			each.start("a").succeeded();
			each.start("b").warn("look");
			each.start("c").failed("no");
			List<JobOutcome> starts = List.of(JobOutcome.STARTED, JobOutcome.SUCCEEDED, JobOutcome.STARTED,
					JobOutcome.WARNING, JobOutcome.STARTED, JobOutcome.FAILED);
			assertThat(fresh.jobs.outcomes()).isEqualTo(starts.stream().filter(notifyOn::tells).toList());
			assertThat(fresh.jobs.good()).as("told or not").containsExactly("a", "b");
		}
	}

	@Test
	void jobsThatAreNotWantedAreNotToldButTheirSuccessIs() {
		JobNotifier some = this.around.telling(NotifyOn.ALL, List.of("nightly-*", "report"), List.of("*-test"));
		for (String name : List.of("nightly-import", "nightly-import-test", "report", "reports", "Report")) {
			some.run(name, () -> {
			});
		}
		assertThat(this.around.jobs.all()).extracting((each) -> each.report().name())
			.containsExactly("nightly-import", "nightly-import", "report", "report");
		assertThat(this.around.jobs.good()).hasSize(5);
	}

	@Test
	void valuesAreReadWhenTheyAreSaid() {
		Map<String, Object> changing = new HashMap<>(Map.of("state", "before"));
		List<String> list = new ArrayList<>(List.of("one"));
		JobRun run = this.notifier.start("sync").detail("map", changing).detail("list", list);
		changing.put("state", "after");
		list.add("two");
		run.succeeded();
		assertThat(this.around.jobs.all().get(1).fields()).containsExactly(Map.entry("list", "[\"one\"]"),
				Map.entry("map", "{\"state\":\"before\"}"));
	}

	@Test
	void numbersAndTruthsStayWhatTheyAre() {
		this.notifier.start("sync").detail("rows", 3).detail("dry", false).detail("none", null).succeeded();
		assertThat(this.around.jobs.all().get(1).details()).containsExactly(new KeyValue("rows", 3),
				new KeyValue("dry", false), new KeyValue("none", null));
	}

	@Test
	void valueThatThrowsIsNamedInItsPlace() {
		Object hostile = new Object() {

			@Override
			public String toString() {
				throw new StackOverflowError();
			}

		};
		Map<String, Object> angry = new HashMap<>() {

			@Override
			public void forEach(java.util.function.BiConsumer<? super String, ? super Object> action) {
				throw new IllegalStateException("not you");
			}

		};
		JobRun run = this.notifier.start("sync").detail("hostile", hostile);
		run.succeeded(angry);
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(end.fields()).containsExactly(Map.entry("hostile", "[toString() failed: StackOverflowError]"));
		assertThat(this.around.trouble)
			.containsExactly("something is not told of a job: java.lang.IllegalStateException");
	}

	@Test
	void tooMuchIsCutAndCounted() {
		JobRun run = this.notifier.start("n".repeat(10_000));
		for (int i = 0; i < 60; i++) {
			run.detail("key" + i, "v".repeat(100_000)).count("thing" + i, 1);
		}
		run.warn("r".repeat(100_000));
		Told end = this.around.jobs.all().get(1);
		assertThat(end.report().name()).hasSizeLessThanOrEqualTo(200);
		assertThat(end.details()).hasSize(51).last().isEqualTo(new KeyValue("…", "10 more"));
		assertThat(end.details()).allMatch((each) -> each.text().length() <= 1_000);
		assertThat(end.report().counts()).hasSize(50);
		assertThat(end.report().reason()).hasSizeLessThanOrEqualTo(1_000);
	}

	@Test
	void namesAreOneLineAndNeverEmpty() {
		for (String name : Arrays.asList("a\r\nb\u2028c\t\u0000d", "", "  \n", null)) {
			this.notifier.start(name);
		}
		assertThat(this.around.jobs.all()).extracting((each) -> each.report().name())
			.containsExactly("a b c d", "unnamed", "unnamed", "null");
	}

	@Test
	void sumsDoNotOverflow() {
		JobRun run = this.notifier.start("sum");
		run.count("up", Long.MAX_VALUE).count("up", 1).count("down", Long.MIN_VALUE).count("down", -1).succeeded();
		assertThat(this.around.jobs.all().get(1).report().counts()).containsEntry("up", Long.MAX_VALUE)
			.containsEntry("down", Long.MIN_VALUE);
	}

	@Test
	void sameWarningIsToldOnceAndOfManyTheFirst() {
		this.notifier.run("import", (job) -> {
			for (int i = 0; i < 20; i++) {
				job.warn("w" + (i / 2));
			}
		});
		assertThat(this.around.jobs.all().get(1).report().reason()).isEqualTo("w0; w1; w2; w3; w4; and 10 more");
	}

	@Test
	void reportingThatThrowsHurtsNoJob() {
		JobNotifier broken = this.around.to(new JobReporting() {

			@Override
			public void report(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
				throw new OutOfMemoryError("secret");
			}

			@Override
			public void succeeded(String name, Instant at) {
				throw new IllegalStateException("secret");
			}

		});
		assertThat(broken.<String, RuntimeException>call("sync", () -> "done")).isEqualTo("done");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> broken.run("sync", () -> {
			throw new IOException("own");
		})).withMessage("own").matches((ex) -> ex.getSuppressed().length == 0);
		assertThat(this.around.trouble).isNotEmpty().noneMatch((text) -> text.contains("secret"));
	}

	@Test
	void clockThatJumpsChangesNoDuration() {
		this.notifier.run("sync", () -> {
			this.around.clock.advance(Duration.ofSeconds(3));
			this.around.clock.jumpBack(Duration.ofHours(1));
		});
		assertThat(this.around.jobs.all().get(1).report().duration()).hasSeconds(3);
	}

	@Test
	void forgottenRunsDoNotFillAThread() {
		OpenRun outer = this.notifier.open("outer", JobFramework.BATCH, Map.of());
		this.notifier.enter(outer, outer);
		for (int i = 0; i < 1_000; i++) {
			OpenRun forgotten = this.notifier.open("forgotten", JobFramework.BATCH, Map.of());
			this.notifier.enter(forgotten, forgotten);
		}
		assertThat(this.notifier.runOf(outer)).isNull();
		this.notifier.leave(outer);
		this.notifier.run("inner", () -> this.notifier.current().detail("found", true));
		assertThat(this.around.jobs.all().get(this.around.jobs.all().size() - 1).fields()).containsKey("found");
	}

}
