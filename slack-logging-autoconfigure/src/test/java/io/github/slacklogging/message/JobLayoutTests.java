package io.github.slacklogging.message;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.slacklogging.Incident;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader learns of the run of a job. */
class JobLayoutTests {

	private static final MessageComposer COMPOSER = composer(StackTraceStyle.SHORT);

	@Test
	void firstLineSaysWhatBecameOfWhichJob() {
		assertThat(headline(JobGallery.started().once()))
			.isEqualTo(":hourglass_flowing_sand: *daily-report* started · *orders-api* · prod");
		assertThat(headline(JobGallery.succeeded().once()))
			.isEqualTo(":white_check_mark: *daily-report* succeeded in 12 s · *orders-api* · prod");
		assertThat(headline(JobGallery.warning().once()))
			.isEqualTo(":warning: *daily-report* finished with a warning after 12 s · *orders-api* · prod\n"
					+ "2 items were skipped");
		assertThat(headline(JobGallery.failed().once()))
			.isEqualTo(":x: *daily-report* failed after 3 min 20 s · *orders-api* · prod\n"
					+ "*NoSuchFileException*: /var/spool/reports/2026-10-11.csv");
		assertThat(headline(JobGallery.overdue().once()))
			.isEqualTo(":alarm_clock: *daily-report* is overdue: no success for 26 h · *orders-api* · prod\n"
					+ "expected every 25 h, last success 2026-10-11 08:02 UTC");
	}

	@Test
	void sentenceSaysTheSameToAPhone() {
		assertThat(message(JobGallery.started().once()).text())
			.isEqualTo("Job daily-report started in orders-api (prod).");
		assertThat(message(JobGallery.succeeded().once()).text()).isEqualTo(
				"Job daily-report succeeded in 12 s in orders-api (prod), read 1,000, written 1,000, skipped 0.");
		assertThat(message(JobGallery.warning().once()).text())
			.isEqualTo("Job daily-report finished with a warning after 12 s in orders-api (prod), read 1,000,"
					+ " written 998, skipped 2: 2 items were skipped.");
		assertThat(message(JobGallery.failed().once()).text())
			.isEqualTo("Job daily-report failed after 3 min 20 s in orders-api (prod): NoSuchFileException:"
					+ " /var/spool/reports/2026-10-11.csv.");
		assertThat(message(JobGallery.overdue().once()).text())
			.isEqualTo("Job daily-report is overdue in orders-api (prod), no success for 26 h:"
					+ " expected every 25 h, last success 2026-10-11 08:02 UTC.");
	}

	@Test
	void reasonAndCauseStandBesideEachOtherUnlessTheyAreTheSame() {
		MaskedGroup both = failed("The report is not there").once();
		assertThat(headline(both)).endsWith("\n*NoSuchFileException*: The report is not there — /var/spool/x.csv");
		assertThat(headline(failed("Cannot read /var/spool/x.csv").once()))
			.endsWith("\n*NoSuchFileException*: Cannot read /var/spool/x.csv");
	}

	@Test
	void failureThatNobodyExplainsIsOneLine() {
		SlackMessage message = message(Told.job(JobGallery.report(JobOutcome.FAILED, JobGallery.LONG, null)).once());
		assertThat(objects(message).get(0)).doesNotContain("\n");
		assertThat(message.text()).isEqualTo("Job daily-report failed after 3 min 20 s in orders-api (prod).");
	}

	@Test
	void criticalFailureLooksLikeOne() {
		MaskedGroup group = JobGallery.failed().severity(Severity.CRITICAL).once();
		assertThat(headline(group)).startsWith(":rotating_light: *daily-report* failed");
		assertThat(message(group).attachments()).contains(Severity.CRITICAL.color());
	}

	@Test
	void barHasTheColourOfTheOutcome() {
		assertThat(message(JobGallery.started().once()).attachments()).contains("#808080");
		assertThat(message(JobGallery.succeeded().once()).attachments()).contains(Severity.INFO.color());
		assertThat(message(JobGallery.warning().once()).attachments()).contains(Severity.WARN.color());
		assertThat(message(JobGallery.failed().once()).attachments()).contains(Severity.ERROR.color());
		assertThat(message(JobGallery.overdue().once()).attachments()).contains(Severity.ERROR.color());
	}

	@Test
	void lineBelowTellsOfTheFrameworkTheStartAndTheNumbers() {
		assertThat(objects(message(JobGallery.warning().once())).get(1)).startsWith("Spring Batch · started <!date^")
			.endsWith("> · read 1,000 · written 998 · skipped 2");
		assertThat(objects(message(JobGallery.overdue().once())).get(1)).startsWith("waiting since <!date^");
		assertThat(objects(message(JobGallery.failed().once())).get(1))
			.contains("> · `ReportFile.open` ← `ReportJob.daily`");
	}

	@Test
	void fieldsTellOfTheRunAndOfWhatItSaysItself() {
		assertThat(message(JobGallery.failed().once()).attachments()).contains("*Service*\\norders-api",
				"*Version*\\n1.8.2 (a1b2c3d), 12 min after start", "*Started*\\n<!date^", "*Ended*\\n<!date^",
				"*Duration*\\n3 min 20 s", "*date*\\n2026-10-11");
		assertThat(message(JobGallery.started().once()).attachments()).contains("*Started*\\n<!date^")
			.doesNotContain("*Ended*", "*Duration*");
		assertThat(message(JobGallery.overdue().once()).attachments())
			.contains("*Waiting since*\\n<!date^", "*Without success for*\\n26 h")
			.doesNotContain("*Ended*");
	}

	@Test
	void traceOfTheCauseBeginsWithItsRoot() {
		assertThat(message(JobGallery.failed().once()).attachments())
			.contains("NoSuchFileException: /var/spool/reports/2026-10-11.csv\\n    at c.a.r.ReportFile.open");
	}

	@Test
	void traceThatOnlyTheFrameworkLoggedIsShown() {
		MaskedGroup group = Planned.startedWith(
				Told.job(JobGallery.report(JobOutcome.FAILED, JobGallery.LONG, "no luck")).once(), JobGallery.logged());
		assertThat(message(group).attachments()).contains("c.a.r.ReportFile.open");
	}

	@Test
	void moreNumbersThanTheLineHoldsStandInTheFields() {
		SlackMessage message = message(Told.job(counted(JobLimitTests.numbers(8))).once());
		assertThat(objects(message).get(1)).contains("n5 5").doesNotContain("n6 6");
		assertThat(message.attachments()).contains("*n6*\\n6", "*n7*\\n7").doesNotContain("*n5*");
	}

	@Test
	void laterLogLineOfTheSameFailureIsNamedAndLinked() {
		for (MaskedGroup group : List.of(Planned.startedWith(JobGallery.failed().once(), JobGallery.logged()),
				Planned.endedWith(JobGallery.failed().once(), JobGallery.logged()))) {
			SlackMessage message = MessageGallery.COMPOSER.compose(Planned.of(group).on(Occasion.FIRST).plan());
			assertThat(objects(message).get(0)).startsWith(":x: *daily-report* failed after 3 min 20 s");
			assertThat(message.attachments()).contains("log id `7k3q9m2x4h8vt-1d` · also logged by TaskUtils.Logging");
			assertThat(message.blocks()).contains("|View full log>", "7k3q9m2x4h8vt-1d");
		}
	}

	@Test
	void reportThatStandsInNoLogIsNotLinked() {
		SlackMessage message = MessageGallery.COMPOSER
			.compose(Planned.of(JobGallery.failed().mdc("traceId", "4bf92f3577b34da6a3ce929d0e0e4736").once()).plan());
		assertThat(message.blocks()).contains("|trace>").doesNotContain("View full log", "all like this");
	}

	@Test
	void seriesSaysHowOftenAndSinceWhen() {
		SlackMessage message = message(JobGallery.series());
		assertThat(objects(message).get(0)).contains(" · prod · 12 times in 55 min\n");
		assertThat(message.text()).contains("(prod), 12 times in 55 min: NoSuchFile");
		assertThat(message.attachments()).contains("*In all*\\n12 times since <!date^");
	}

	@Test
	void oneRunIsNoSeriesAndWhatIsOverdueIsNotCounted() {
		assertThat(message(JobGallery.failedAfterStart()).text()).doesNotContain("time");
		assertThat(message(JobGallery.started().again(1, 3)).text()).doesNotContain("time");
		assertThat(message(JobGallery.overdue().again(1, 3)).text()).doesNotContain("time");
	}

	@Test
	void footerSaysHowItEndedAndWhetherItIsMuted() {
		assertThat(message(JobGallery.warning().masked(2).once()).attachments()).contains(
				"#k7f3q2a · WARNING · <!date^", " · log id `7k3q9m2x4h8vt-1c` · 2 values masked · this instance only");
		MaskedGroup muted = Planned.living(JobGallery.series(),
				new Incident(Incident.Phase.ONGOING, Planned.RATE, 0, 0, Told.muted(Duration.ofHours(1)), null));
		assertThat(message(muted).attachments()).contains(" · MUTED until <!date^").doesNotContain("· FAILED ·");
	}

	@Test
	void replyIsOneSectionThatTheChannelUnderstandsAlone() {
		SlackMessage reply = COMPOSER
			.composeReply(Planned.of(JobGallery.failedAfterStart()).on(Occasion.RISE).mention("S0ONCALL").plan());
		assertThat(objects(reply)).singleElement()
			.isEqualTo(":x: *daily-report* failed after 3 min 20 s · *orders-api* · prod\n"
					+ "*NoSuchFileException*: /var/spool/reports/2026-10-11.csv <!subteam^S0ONCALL>");
		assertThat(reply.attachments()).isNull();
		assertThat(reply.text()).doesNotContain("now ERROR").endsWith("csv. <!subteam^S0ONCALL>");
	}

	@Test
	void milestoneOfASeriesIsSaid() {
		assertThat(COMPOSER
			.composeReply(Planned.of(Planned.atMilestone(JobGallery.series(), 10)).on(Occasion.MILESTONE).plan())
			.text()).contains("12 times in 55 min, reached 10: ");
	}

	@Test
	void nobodyIsCalledUnlessThePlanNamesSomebody() {
		assertThat(message(JobGallery.failed().once()).blocks()).doesNotContain("<!here>");
		SlackMessage calling = COMPOSER.compose(Planned.of(JobGallery.failed().once()).mention("here").plan());
		assertThat(objects(calling).get(0)).endsWith("csv <!here>");
		assertThat(calling.text()).endsWith(". <!here>");
	}

	@Test
	void summaryHasARowForTheJobAndNamesItOnThePhone() {
		SlackMessage message = COMPOSER.compose(
				Planned
					.of(JobGallery.failed().once(), JobGallery.succeeded().once(), JobGallery.overdue().once(),
							Told.error("Order failed").times(3))
					.plan());
		assertThat(message.blocks()).contains(
				"×1 · daily-report failed after 3 min 20 s: NoSuchFileException: /var/spool/reports/2026-10-11.csv",
				"×1 · daily-report succeeded in 12 s\"",
				"×1 · daily-report is overdue, no success for 26 h: expected every 25 h, last success");
		assertThat(message.text()).endsWith(". Jobs: daily-report failed, daily-report is overdue.");
	}

	@Test
	void rowOfASummaryLinksOnlyWhatStandsInALog() {
		MaskedGroup[] jobs = { JobGallery.failed().once(),
				Planned.startedWith(JobGallery.overdue().once(), JobGallery.logged()) };
		assertThat(objects(MessageGallery.COMPOSER.compose(Planned.of(jobs).plan())).get(1).split("\\|log>", -1))
			.hasSize(2);
	}

	@Test
	void summaryNamesFiveJobsAndCountsTheOthers() {
		MaskedGroup[] six = Stream.generate(() -> JobGallery.failed().once()).limit(6).toArray(MaskedGroup[]::new);
		assertThat(COMPOSER.compose(Planned.of(six).plan()).text())
			.endsWith(". Jobs: " + "daily-report failed, ".repeat(4) + "daily-report failed and 1 more.");
	}

	@Test
	void jobIsToldAsOneWhateverTheOccasion() {
		for (Occasion occasion : Occasion.values()) {
			SlackMessage message = COMPOSER.compose(Planned.of(JobGallery.failed().again(1, 2)).on(occasion).plan());
			assertThat(objects(message).get(0)).as(occasion.name()).startsWith(":x: *daily-report* failed after");
		}
	}

	@Test
	void machinesReadTheJobAndItsOutcome() {
		assertThat(message(JobGallery.overdue().once()).metadata())
			.contains("\"job\":\"daily-report\",\"outcome\":\"overdue\"");
	}

	@Test
	void applicationAddsFieldsAndLinks() {
		SlackMessage message = COMPOSER.compose(Planned.of(JobGallery.failed().once())
			.extras(MessageExtras.NONE.withField("Team", "reports")
				.withLink("runbook", URI.create("https://wiki.example/reports")))
			.plan());
		assertThat(message.attachments()).contains("*Team*\\nreports");
		assertThat(message.blocks()).contains("<https://wiki.example/reports|runbook>");
	}

	private static JobReport counted(Map<String, Long> counts) {
		return new JobReport("import", "r1", JobFramework.PLAIN, JobOutcome.SUCCEEDED, Told.NOW, JobGallery.LONG, null,
				counts);
	}

	private static Told failed(String reason) {
		return Told.job(JobGallery.report(JobOutcome.FAILED, JobGallery.LONG, reason))
			.thrown(Told.thrown("java.nio.file.NoSuchFileException", "/var/spool/x.csv"));
	}

	private static String headline(MaskedGroup group) {
		return objects(message(group)).get(0);
	}

	private static SlackMessage message(MaskedGroup group) {
		SlackMessage message = COMPOSER.compose(Planned.of(group).on(Occasion.FIRST).plan());
		JobLimitTests.judge(message, null);
		return message;
	}

	private static List<String> objects(SlackMessage message) {
		return MrkdwnReader.objectsIn(String.valueOf(message.blocks()));
	}

	private static MessageComposer composer(StackTraceStyle style) {
		return new MessageComposer(new Settings(List.of("*"), List.of("*"), style, List.of("com.acme"), null, null),
				() -> Told.ORDERS_API);
	}

}
