package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.Mute;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.channel.ChannelRouting.Route;
import io.github.slacklogging.pipeline.PipelineHarness.Extras;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.testing.RecordedThrowable;
import io.github.slacklogging.testing.ReportedJob;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reports of jobs on their way to Slack, and what frameworks log of the same failures.
 * The harness checks the books after every round.
 */
class ReportedJobsTests {

	private static final Duration LINGER = Duration.ofSeconds(1);

	private static final String STEP = "org.springframework.batch.core.step.AbstractStep";

	private static final String SHELL = "org.quartz.core.JobRunShell";

	private static final String ERRORS = "org.quartz.core.ErrorLogger";

	private static final String TASKS = "org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler";

	private static final Set<String> DEFAULT = Set.of("default");

	private static PipelineHarness webhook() {
		return new PipelineHarness().decorated();
	}

	private static PipelineHarness bot() {
		return PipelineHarness.bot(null).decorated();
	}

	private static PipelineHarness harness(boolean bot) {
		return bot ? bot() : webhook();
	}

	private static List<String> calls(PipelineHarness harness) {
		return harness.sender.sent()
			.stream()
			.map((sent) -> sent.call().getClass().getSimpleName())
			.filter((call) -> !call.equals("Identify"))
			.toList();
	}

	private static long posts(PipelineHarness harness) {
		return calls(harness).stream().filter("Post"::equals).count();
	}

	private static long posts(PipelineHarness harness, String destination) {
		return harness.sender.sent()
			.stream()
			.filter((sent) -> sent.destination().equals(destination) && sent.call() instanceof SlackCall.Post)
			.count();
	}

	private static long delivered(PipelineHarness harness) {
		return harness.status().delivered().values().stream().mapToLong(Long::longValue).sum();
	}

	private static long folded(PipelineHarness harness) {
		return harness.status().delivered().getOrDefault(DeliveryKind.FOLDED, 0L);
	}

	private static ReportedJob batch() {
		return ReportedJob.job().by(JobFramework.BATCH).throwing();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void errorOfTheFrameworkBeforeItsReportIsFoldedIn(boolean bot) {
		PipelineHarness harness = harness(bot);
		ReportedJob job = batch();

		harness.log(job.logged(STEP));
		harness.run();
		harness.clock.advance(LINGER.minusMillis(10));
		harness.run();
		assertThat(harness.status().bufferSize()).as("it waits for its report").isEqualTo(1);
		harness.log(job.report(JobOutcome.FAILED));
		harness.pass(Duration.ofMinutes(2));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(delivered(harness)).isEqualTo(2);
		assertThat(folded(harness)).isEqualTo(1);
		assertThat(harness.status().waiting()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void errorOfTheFrameworkAfterItsReportIsFoldedIn(boolean bot) {
		PipelineHarness harness = harness(bot);
		ReportedJob job = ReportedJob.job().by(JobFramework.SCHEDULED).throwing();

		harness.log(job.report(JobOutcome.FAILED));
		harness.log(job.logged(TASKS));
		harness.pass(Duration.ofMinutes(2));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(delivered(harness)).isEqualTo(2);
	}

	@Test
	void errorThatIsLoggedOnAnotherThreadIsFoldedInToo() {
		PipelineHarness harness = webhook();
		ReportedJob job = ReportedJob.job().by(JobFramework.QUARTZ).throwing();

		harness.log(job.on("worker-1").logged(SHELL));
		harness.log(job.on("worker-1").logged(ERRORS));
		harness.log(job.on("main").report(JobOutcome.FAILED));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(delivered(harness)).isEqualTo(3);
	}

	@Test
	void errorWhoseCauseTheReportTellsIsFoldedIn() {
		PipelineHarness harness = webhook();
		RecordedThrowable cause = ReportedJob.failure();
		ThrowableSnapshot wrapped = new RecordedThrowable("org.quartz.SchedulerException", "Job threw", cause.frames(),
				0, cause);

		harness.log(batch().throwing(wrapped).logged(ERRORS));
		harness.log(batch().throwing(cause).report(JobOutcome.FAILED));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness)).isEqualTo(1);
	}

	@Test
	void errorWithoutAnyStackIsFoldedIn() {
		PipelineHarness harness = webhook();
		ReportedJob job = batch()
			.throwing(new RecordedThrowable("java.lang.NullPointerException", null, List.of(), 0, null));

		harness.log(job.logged(STEP));
		harness.log(job.report(JobOutcome.FAILED));
		harness.log(job.logged(ERRORS));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(delivered(harness)).isEqualTo(3);
	}

	@Test
	void errorOfAJobThatNobodyReportsIsToldAfterTheLinger() {
		PipelineHarness harness = webhook();

		harness.log(batch().logged(STEP));
		harness.run();
		harness.clock.advance(LINGER.minusNanos(1));
		assertThat(harness.run()).as("the worker comes back in time").isEqualTo(1);
		assertThat(harness.sender.sent()).isEmpty();
		harness.clock.advance(Duration.ofNanos(1));
		harness.run();

		assertThat(harness.texts("default")).singleElement().asString().contains("IllegalStateException");
		assertThat(harness.status().bufferSize()).isZero();
	}

	@Test
	void errorOfAnotherFailureIsToldForItself() {
		PipelineHarness harness = webhook();

		harness.log(batch().logged(STEP));
		harness.log(batch().throwing().report(JobOutcome.FAILED));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness)).isEqualTo(2);
	}

	@Test
	void otherLoggersWaitForNoReport() {
		PipelineHarness harness = webhook();

		harness.log(batch().logged("com.acme.Reports"));
		harness.log(batch().logged(TASKS));
		harness.log(event().withLogger(SHELL));
		harness.run();

		assertThat(harness.status().bufferSize()).isZero();
		assertThat(harness.status().waiting()).isEqualTo(3);
	}

	@Test
	void lateErrorNeedsNoMessageOfAWebhookAndIsCountedAtOnce() {
		PipelineHarness harness = webhook();
		ReportedJob job = batch();
		harness.log(job.report(JobOutcome.FAILED));
		harness.pass(Duration.ofSeconds(2));

		harness.log(job.logged(STEP));
		harness.run();

		assertThat(folded(harness)).isEqualTo(1);
		assertThat(harness.status().waiting()).isZero();
		harness.pass(Duration.ofMinutes(20));
		assertThat(posts(harness)).isEqualTo(1);
	}

	@Test
	void errorWhileItsReportIsUnderWayIsCountedWithTheAnswer() {
		PipelineHarness harness = webhook();
		ReportedJob job = batch();
		var answer = harness.sender.answerLater();
		harness.log(job.report(JobOutcome.FAILED));
		harness.pass(LINGER);
		harness.log(job.logged(STEP));
		harness.run();
		assertThat(harness.status().waiting()).isEqualTo(2);

		answer.complete(new SendResult.Accepted("200"));
		harness.pass(Duration.ofMinutes(20));

		assertThat(delivered(harness)).isEqualTo(2);
		assertThat(posts(harness)).isEqualTo(1);
	}

	@Test
	void messageTellsTheReportAndByWhomItWasAlsoLogged() {
		PipelineHarness harness = webhook();
		ReportedJob job = batch();

		harness.log(job.logged(STEP));
		harness.log(job.report(JobOutcome.FAILED));
		harness.pass(Duration.ofSeconds(2));

		assertThat(harness.texts("default")).singleElement().asString().contains("daily-report", "failed");
		assertThat(harness.sender.sent().get(0).message().attachments()).contains("AbstractStep");
	}

	@Test
	void floodOfFailuresIsOneMessageOfABot() {
		PipelineHarness harness = bot();
		for (int i = 0; i < 10_000; i++) {
			ReportedJob job = batch();
			harness.log(job.logged(STEP));
			harness.log(job.report(JobOutcome.FAILED, harness.clock.get().instant()));
			harness.clock.advance(Duration.ofMillis(6));
			harness.run();
		}
		harness.pass(Duration.ofMinutes(5));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(delivered(harness)).isEqualTo(20_000);
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void twoRunsOfOneJobAtOneTimeAreTwoMessages() {
		PipelineHarness harness = bot();
		ReportedJob one = batch().run("1");
		ReportedJob two = batch().run("2");

		harness.log(one.report(JobOutcome.STARTED));
		harness.log(two.report(JobOutcome.STARTED));
		harness.pass(Duration.ofSeconds(5));
		harness.log(two.logged(STEP));
		harness.log(two.report(JobOutcome.FAILED));
		harness.log(one.report(JobOutcome.SUCCEEDED));
		harness.pass(Duration.ofSeconds(10));

		assertThat(posts(harness)).isEqualTo(2);
		assertThat(calls(harness)).filteredOn("Edit"::equals).hasSize(2);
		assertThat(harness.sender.sent())
			.filteredOn((sent) -> sent.call() instanceof SlackCall.Reply reply && reply.broadcast())
			.hasSize(1);
		assertThat(delivered(harness)).isEqualTo(5);
	}

	@Test
	void outcomeIsEditedAtOnceAndARiseIsHeardInTheChannel() {
		PipelineHarness harness = bot();
		ReportedJob job = batch();
		harness.log(job.report(JobOutcome.STARTED));
		harness.pass(Duration.ofSeconds(2));
		harness.sender.sent().clear();

		harness.log(job.report(JobOutcome.FAILED));
		harness.run();

		assertThat(calls(harness)).startsWith("Edit");
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.sender.sent())
			.filteredOn((sent) -> sent.call() instanceof SlackCall.Reply reply && reply.broadcast())
			.hasSize(1);
	}

	@Test
	void jobThatIsMutedByItsLoggerSaysNothing() {
		PipelineHarness harness = webhook();
		var order = harness.pipeline.control()
			.mute(new Mute.Subject.Logger("job.daily-report"), new Mute.Term.For(Duration.ofHours(1)));
		harness.run();
		assertThat(order.toCompletableFuture().join()).isPresent();

		ReportedJob job = batch();
		harness.log(job.logged(STEP));
		harness.log(job.report(JobOutcome.FAILED));
		harness.log(batch().named("other").report(JobOutcome.FAILED));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(harness.status().waiting()).isEqualTo(2);
	}

	@Test
	void errorFollowsItsReportToTheDestinationOfJobs() {
		PipelineHarness harness = new PipelineHarness(List.of("default", "jobs"), List.of(),
				extras(null).jobsTo("jobs"))
			.decorated();
		ReportedJob early = batch();
		ReportedJob late = ReportedJob.job().by(JobFramework.SCHEDULED).named("late").throwing();

		harness.log(early.logged(STEP));
		harness.log(early.report(JobOutcome.FAILED));
		harness.log(late.report(JobOutcome.FAILED));
		harness.log(late.logged(TASKS));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness, "default")).isZero();
		assertThat(posts(harness, "jobs")).isEqualTo(2);
		assertThat(delivered(harness)).isEqualTo(4);
	}

	@Test
	void applicationsOwnErrorElsewhereIsAnErrorLikeAnyOther() {
		PipelineHarness harness = new PipelineHarness(List.of("default", "jobs"), List.of(),
				extras(null).jobsTo("jobs"))
			.decorated();
		ReportedJob job = ReportedJob.job().throwing();

		harness.log(job.report(JobOutcome.FAILED));
		harness.log(job.logged("com.acme.Main"));
		harness.log(job.run("2").throwing().report(JobOutcome.FAILED));
		harness.log(job.run("2").throwing().logged("com.acme.Main"));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness, "default")).as("one kind, whatever the run").isEqualTo(1);
		assertThat(posts(harness, "jobs")).isEqualTo(2);
	}

	@Test
	void errorOfAJobThatIsToldToNobodyIsToldForItself() {
		PipelineHarness harness = new PipelineHarness(List.of("default"), List.of(), extras(null).jobsTo("none"))
			.decorated();
		ReportedJob job = batch();

		harness.log(job.logged(STEP));
		harness.log(job.report(JobOutcome.FAILED));
		harness.pass(Duration.ofMinutes(1));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(harness.texts("default")).singleElement().asString().contains("IllegalStateException");
		assertThat(harness.status().filtered()).isEqualTo(1);
	}

	@Test
	void errorThatRoutesKeepAwayIsFilteredAtOnce() {
		Route none = new Route(null, List.of(STEP), List.of(), List.of(), null, List.of(), List.of("none"));
		PipelineHarness harness = new PipelineHarness(List.of("default"), List.of(none)).decorated();

		harness.log(batch().logged(STEP));
		harness.run();

		assertThat(harness.status().filtered()).isEqualTo(1);
		assertThat(harness.status().bufferSize()).isZero();
	}

	@Test
	void endTellsWhatWaitsForAReport() {
		PipelineHarness harness = webhook();
		harness.log(batch().logged(STEP));
		harness.run();

		harness.pipeline.askForEnd();
		harness.run();

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(harness.status().bufferSize()).isZero();
	}

	@Test
	void reportDuringTheHoldIsFoldedWithItsErrorAfterwards() {
		PipelineHarness harness = new PipelineHarness();
		ReportedJob job = batch();
		harness.log(job.logged(STEP));
		harness.log(job.report(JobOutcome.FAILED));
		harness.run();
		assertThat(harness.status().bufferSize()).isEqualTo(2);
		assertThat(harness.sender.sent()).isEmpty();

		harness.decorated();
		harness.pass(Duration.ofSeconds(5));

		assertThat(posts(harness)).isEqualTo(1);
		assertThat(delivered(harness)).isEqualTo(2);
	}

	@Test
	void runThatWasToldAsStartedGoesOnInItsMessageAfterACrash() {
		MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);
		PipelineHarness before = PipelineHarness.bot(spool).decorated();
		ReportedJob job = batch();
		before.log(job.report(JobOutcome.STARTED, before.clock.get().instant()));
		before.pass(Duration.ofSeconds(3));
		before.sender.answerAlways("default", new SendResult.Unavailable("error", "gone"));
		before.log(job.report(JobOutcome.SUCCEEDED, before.clock.get().instant()));
		before.pass(Duration.ofSeconds(3));
		assertThat(spool.kept("default")).hasSize(1);

		PipelineHarness after = PipelineHarness.bot(new MemoryGroupSpool(DEFAULT, spool.remains())).decorated();
		after.pass(Duration.ofSeconds(3));

		assertThat(posts(after)).isZero();
		assertThat(calls(after)).contains("Edit");
		assertThat(after.status().waiting()).isZero();
	}

	@Test
	void runThatSucceededLeavesNothingOnDisk() {
		MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);
		PipelineHarness harness = PipelineHarness.bot(spool).decorated();
		ReportedJob job = ReportedJob.job();

		harness.log(job.report(JobOutcome.STARTED));
		harness.pass(Duration.ofSeconds(5));
		assertThat(spool.keptIncidents("default")).hasSize(1);
		harness.log(job.report(JobOutcome.SUCCEEDED));
		harness.pass(Duration.ofSeconds(30));

		assertThat(spool.keptIncidents("default")).isEmpty();
	}

	private static Extras extras(@Nullable MemoryGroupSpool spool) {
		return new Extras(Map.of(), spool, null);
	}

}
