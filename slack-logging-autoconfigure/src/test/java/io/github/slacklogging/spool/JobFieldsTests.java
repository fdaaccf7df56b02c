package io.github.slacklogging.spool;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.testing.SpooledFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the report of a job survives with its event. */
class JobFieldsTests {

	@Test
	void reportIsReadAsItWasWritten() {
		SpooledGroup group = RichGroups.report();
		SpooledGroup read = read(json(group));
		assertThat(read).isEqualTo(group);
		assertThat(report(read).counts().keySet()).as("in their order").containsExactly("written", "read");
	}

	@ParameterizedTest
	@EnumSource
	void reportOfEveryOutcomeIsReadThoughItSaysNoMore(JobOutcome outcome) {
		SpooledGroup bare = RichGroups
			.report(new JobReport("", "", JobFramework.PLAIN, outcome, SpooledFixture.START, null, null, Map.of()));
		assertThat(read(json(bare))).isEqualTo(bare);
	}

	@Test
	void eventOfAVersionThatKnewNoJobsIsRead() {
		SpooledGroup logged = SpooledFixture.group("a", 3);
		assertThat(json(logged)).doesNotContain("job");
		assertThat(read(json(logged)).first().job()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"WARNING\"~\"ABANDONED\"", "\"BATCH\"~\"CRON\"", "\"written\":98~\"written\":\"many\"",
			"\"duration\":\"PT~\"duration\":\"", "\"startedAt\":~\"begun\":", "\"job\":{~\"job\":7,\"was\":{",
			"\"counts\":{\"written\"~\"counts\":7,\"were\":{\"written\"" })
	void reportThatCannotBeReadCostsItsEventNothingElse(String change) {
		String[] fromTo = change.split("~");
		SpooledGroup group = RichGroups.report();
		String damaged = json(group).replace(fromTo[0], fromTo[1]);
		assertThat(damaged).isNotEqualTo(json(group));
		SpooledGroup read = read(damaged);
		assertThat(read.first().job()).isNull();
		assertThat(read.first().message()).isEqualTo(group.first().message());
		assertThat(read.counts()).isEqualTo(group.counts());
	}

	@ParameterizedTest
	@EnumSource
	void howARunWasToldIsReadAsItWasWritten(JobOutcome outcome) {
		assertThat(read(json(RichGroups.run(outcome)))).isEqualTo(RichGroups.run(outcome));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"ABANDONED\"", "7", "{}", "null" })
	void outcomeOfALaterVersionCostsTheIncidentNothingElse(String outcome) {
		String later = json(RichGroups.run(JobOutcome.FAILED)).replace("\"toldOutcome\":\"FAILED\"",
				"\"toldOutcome\":" + outcome);
		IncidentState state = Objects.requireNonNull(read(later).incident());
		assertThat(state.toldOutcome()).isNull();
		assertThat(state.phase()).isEqualTo(Phase.ONGOING);
	}

	@Test
	void reportIsBounded() {
		String endless = "9".repeat(100_000);
		Map<String, Long> counts = new LinkedHashMap<>();
		for (int i = 0; i < 1_000; i++) {
			counts.put(i + endless, Long.MIN_VALUE);
		}
		SpooledGroup hostile = RichGroups.report(new JobReport("nightly", endless, JobFramework.QUARTZ,
				JobOutcome.FAILED, SpooledFixture.START, null, "why", counts));
		assertThat(json(hostile)).hasSizeLessThan((GroupWriter.MAX_ENTRIES + 2) * (GroupWriter.MAX_TEXT + 100));
		assertThat(report(read(json(hostile))).counts().size()).isBetween(1, GroupWriter.MAX_ENTRIES);
	}

	@Test
	void fallbackLogShowsTheNumbersOfAReport() {
		assertThat(FallbackEntry.text("oncall", RichGroups.report().first())).contains(" WARN oncall ",
				" job.nightly \uD83D\uDE00 [",
				"] Job nightly \uD83D\uDE00 finished with a warning: 2 of 100 were \"skipped\" "
						+ "| started=2026-08-14T09:57:12.000Z took=12500ms written=98 read=5000000000\n");
	}

	@Test
	void fallbackLogSaysSinceWhenAJobIsWaitedFor() {
		JobReport overdue = new JobReport("nightly", "run", JobFramework.PLAIN, JobOutcome.OVERDUE,
				SpooledFixture.START, Duration.ofHours(25), null, Map.of());
		assertThat(FallbackEntry.text("oncall", RichGroups.report(overdue).first()))
			.endsWith("] Job nightly is overdue | since=2026-08-14T09:57:12.000Z waited=90000000ms\n");
	}

	@Test
	void numbersCountAsTextThatWaits() {
		JobReport report = report(RichGroups.report());
		JobReport bare = new JobReport(report.name(), report.run(), report.framework(), report.outcome(),
				report.startedAt(), null, report.reason(), Map.of());
		assertThat(FallbackEntry.size(RichGroups.report().first()))
			.isGreaterThan(FallbackEntry.size(RichGroups.report(bare).first()) + "written98read5000000000".length());
	}

	private static JobReport report(SpooledGroup group) {
		return Objects.requireNonNull(group.first().job());
	}

	private static String json(SpooledGroup group) {
		return new String(GroupWriter.write(group), StandardCharsets.UTF_8);
	}

	private static SpooledGroup read(String json) {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		return GroupReader.read(bytes, 0, bytes.length).orElseThrow();
	}

}
