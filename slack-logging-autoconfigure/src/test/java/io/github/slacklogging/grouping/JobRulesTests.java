package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.testing.ReportedJob;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When runs of jobs are told at a webhook, each rule at its limit. What their lives look
 * like: {@link IncidentTranscriptTests}.
 */
class JobRulesTests {

	private static final Duration LINGER = GroupingAtHand.LINGER;

	private static final Duration QUIET = GroupingAtHand.QUIET;

	private final GroupingAtHand grouping = new GroupingAtHand();

	private LogEvent report(JobOutcome outcome) {
		return report(ReportedJob.job(), outcome);
	}

	private LogEvent report(ReportedJob job, JobOutcome outcome) {
		return job.report(outcome, this.grouping.now().instant());
	}

	private long known() {
		return this.grouping.grouping().survey().loudest(10_000, this.grouping.now()).size();
	}

	@Test
	void firstOutcomeWaitsForCompany() {
		this.grouping.fold(report(JobOutcome.SUCCEEDED));

		assertThat(this.grouping.isDueExactlyAfter(LINGER)).isTrue();
		assertThat(this.grouping.tell().severity()).isEqualTo(Severity.INFO);
	}

	@Test
	void endWithinTheLingerIsAllThatIsTold() {
		this.grouping.fold(report(JobOutcome.STARTED)).pass(LINGER.minusNanos(1)).fold(report(JobOutcome.SUCCEEDED));

		assertThat(this.grouping.isDueExactlyAfter(Duration.ofNanos(1))).as("since the start").isTrue();
		EventGroup group = this.grouping.tell().groups().get(0);
		assertThat(group.total()).isEqualTo(1);
		assertThat(group.count()).isEqualTo(1);
		assertThat(group.latest().job()).extracting("outcome").isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(this.grouping.waiting()).isZero();
	}

	@Test
	void warningIsNoMatterForADigest() {
		this.grouping.fold(Severity.WARN, "w", 1).fold(report(JobOutcome.WARNING));

		assertThat(this.grouping.isDueExactlyAfter(LINGER)).isTrue();
		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("daily-report/1");
	}

	@Test
	void anotherOutcomeThatIsNoWorseIsDueAtOnce() {
		this.grouping.fold(report(JobOutcome.STARTED)).pass(LINGER).tell();

		this.grouping.pass(Duration.ofHours(1)).fold(report(JobOutcome.SUCCEEDED));

		assertThat(this.grouping.isDue()).isTrue();
		assertThat(this.grouping.tell().speech().occasions()).containsExactly(Occasion.FIRST);
	}

	@Test
	void worseOutcomeIsARiseAfterTheLinger() {
		this.grouping.fold(report(JobOutcome.STARTED)).pass(LINGER).tell();

		this.grouping.pass(Duration.ofHours(1)).fold(report(JobOutcome.FAILED));

		assertThat(this.grouping.isDueExactlyAfter(LINGER)).isTrue();
		assertThat(this.grouping.tell().speech().occasions()).containsExactly(Occasion.RISE);
	}

	@Test
	void outcomeThatCameWhileAnotherWasUnderWayIsToldNext() {
		this.grouping.fold(report(JobOutcome.STARTED)).pass(LINGER);
		GroupBatch underWay = this.grouping.take();
		this.grouping.fold(report(JobOutcome.SUCCEEDED));
		this.grouping.acknowledge(underWay);

		EventGroup next = this.grouping.tell().groups().get(0);

		assertThat(next.latest().job()).extracting("outcome").isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(next.total()).isEqualTo(1);
		assertThat(this.grouping.waiting()).isZero();
	}

	@Test
	void seriesThatEndsIsToldWithItsLastCount() {
		this.grouping.fold(report(JobOutcome.FAILED)).pass(LINGER).tell();
		this.grouping.pass(LINGER).fold(report(JobOutcome.FAILED));
		this.grouping.pass(LINGER).fold(report(JobOutcome.FAILED));

		assertThat(this.grouping.isDueExactlyAfter(QUIET)).isTrue();
		EventGroup group = this.grouping.tell().groups().get(0);
		assertThat(group.total()).isEqualTo(3);
		assertThat(group.incident().phase()).hasToString("ONGOING");
	}

	@Test
	void milestonesSpeak() {
		this.grouping.fold(report(JobOutcome.FAILED)).pass(LINGER).tell();
		for (int i = 0; i < 8; i++) {
			this.grouping.fold(report(JobOutcome.FAILED));
		}
		assertThat(this.grouping.isDue()).isFalse();

		this.grouping.fold(report(JobOutcome.FAILED));

		assertThat(this.grouping.isDue()).isTrue();
		assertThat(this.grouping.tell().groups().get(0).incident().milestone()).isEqualTo(10);
	}

	@Test
	void nothingElseSpeaks() {
		this.grouping.fold(report(JobOutcome.FAILED)).pass(LINGER).tell();
		for (int i = 0; i < 5; i++) {
			this.grouping.pass(Duration.ofHours(1));
			assertThat(this.grouping.isDue()).isFalse();
		}
	}

	@Test
	void runThatIsOverAndToldIsForgotten() {
		this.grouping.fold(report(JobOutcome.SUCCEEDED)).pass(LINGER).tell();

		assertThat(known()).isZero();
	}

	@Test
	void runThatIsNotOverIsRemembered() {
		this.grouping.fold(report(JobOutcome.STARTED)).pass(LINGER).tell();
		this.grouping.pass(Duration.ofDays(2)).fold(Severity.ERROR, "other", 1).pass(LINGER).tell();

		assertThat(known()).isEqualTo(2);
	}

	@Test
	void runThatFailedIsRememberedWhileTheSeriesMayGoOn() {
		this.grouping.fold(report(JobOutcome.FAILED)).pass(LINGER).tell();
		this.grouping.pass(QUIET.minus(LINGER.multipliedBy(2)).minusNanos(1))
			.fold(Severity.ERROR, "other", 1)
			.pass(LINGER)
			.tell();
		assertThat(known()).isEqualTo(2);

		this.grouping.fold(Severity.CRITICAL, "another", 1).pass(Duration.ofNanos(1)).tell();

		assertThat(known()).as("two others").isEqualTo(2);
	}

	@Test
	void runsThatAreOverMakeRoomBeforeErrorsThatMayComeBack() {
		GroupingAtHand small = new GroupingAtHand(GroupingAtHand.calm(2));
		small.fold(Severity.ERROR, "error", 1).pass(LINGER).tell();
		small.fold(ReportedJob.job().report(JobOutcome.FAILED)).pass(LINGER).tell();

		small.fold(ReportedJob.job().run("2").report(JobOutcome.FAILED));

		assertThat(small.grouping().survey().loudest(10, small.now()))
			.extracting((kind) -> GroupingAtHand.kindOf(kind.state().group()))
			.containsExactlyInAnyOrder("error", "daily-report/2");
	}

	@Test
	void latestEventOfARunIsItsReportAndTheFirstWhatWasLoggedOfIt() {
		ReportedJob job = ReportedJob.job().throwing();
		LogEvent report = report(job, JobOutcome.FAILED);
		LogEvent logged = job.logged("com.acme.Main");

		this.grouping.fold(report, logged, job.logged("com.acme.Other")).pass(LINGER);

		EventGroup group = this.grouping.tell().groups().get(0);
		assertThat(group.latest()).isSameAs(report);
		assertThat(group.first()).isSameAs(logged);
		assertThat(group.count()).isEqualTo(1);
		assertThat(this.grouping.waiting()).isZero();
	}

	@Test
	void whatIsLoggedAgainLaterIsFoldedWithoutAMessage() {
		ReportedJob job = ReportedJob.job().throwing();
		this.grouping.fold(report(job, JobOutcome.FAILED)).pass(LINGER).tell();

		this.grouping.fold(job.logged("com.acme.Main"));

		assertThat(this.grouping.waiting()).isZero();
		assertThat(this.grouping.grouping().takeEchoes(GroupingAtHand.HERE)).isEqualTo(Map.of(Severity.ERROR, 1L));
		assertThat(this.grouping.grouping().takeEchoes(GroupingAtHand.HERE)).isEmpty();
	}

	@Test
	void whatTellsOfTheRunAgainAfterFiveSecondsIsAnErrorOfItsOwn() {
		ReportedJob job = ReportedJob.job().throwing();
		this.grouping.fold(report(job, JobOutcome.FAILED)).pass(LINGER).tell();

		this.grouping.pass(RecentThrowables.MOMENT).fold(job.logged("com.acme.Main"));

		assertThat(this.grouping.waiting()).isEqualTo(1);
	}

	@Test
	void explicitKeyKeepsItsWord() {
		ReportedJob job = ReportedJob.job().throwing();
		this.grouping.fold(report(job, JobOutcome.FAILED)).pass(LINGER).tell();

		this.grouping.fold(Logged.ofKind(Severity.ERROR, "own").on("job-1").throwing(job.cause()).event()).pass(LINGER);

		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("own");
	}

	@Test
	void nobodyIsAskedWhatARunIs() {
		this.grouping.grouping().use(List.of((event, proposed) -> List.of("all", "one")));
		this.grouping.fold(report(JobOutcome.FAILED)).fold(report(ReportedJob.job().run("2"), JobOutcome.FAILED));
		this.grouping.pass(LINGER);

		assertThat(this.grouping.tell().groups().get(0).fingerprint().components()).containsExactly("orders", "test",
				"job daily-report", "run 1");
	}

}
