package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.Incident;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.SlackMessage;
import org.jspecify.annotations.Nullable;

/** What people see of the runs of jobs. */
final class JobGallery {

	static final Duration LONG = Duration.ofSeconds(200);

	private JobGallery() {
	}

	static Map<String, SlackMessage> all() {
		Map<String, SlackMessage> all = new LinkedHashMap<>();
		all.put("h-started", first(started().once()));
		all.put("h-succeeded", first(succeeded().once()));
		all.put("h-warning", first(warning().once()));
		all.put("h-failed", first(Planned.startedWith(failed().once(), logged())));
		all.put("h-overdue", first(overdue().once()));
		all.put("h-no-cause", first(Told.job(report(JobOutcome.FAILED, LONG, null)).once()));
		all.put("h-series", edit(series()));
		all.put("h-series-muted", edit(Planned.living(series(),
				new Incident(Phase.ONGOING, Planned.RATE, 0, 0, Told.muted(Duration.ofHours(1)), null))));
		all.put("c-jobs",
				MessageGallery.COMPOSER.compose(Planned
					.of(failed().once(), overdue().once(), warning().once(), MessageGallery.shipping().times(1_284))
					.plan()));
		all.put("reply-job", MessageGallery.COMPOSER
			.composeReply(Planned.of(failedAfterStart()).on(Occasion.RISE).mention("S0ONCALL").plan()));
		all.put("reply-job-milestone", MessageGallery.COMPOSER
			.composeReply(Planned.of(Planned.atMilestone(series(), 100)).on(Occasion.MILESTONE).plan()));
		return all;
	}

	private static SlackMessage first(MaskedGroup group) {
		return MessageGallery.COMPOSER.compose(Planned.of(group).on(Occasion.FIRST).plan());
	}

	private static SlackMessage edit(MaskedGroup group) {
		return MessageGallery.COMPOSER.compose(Planned.of(group)
			.on(Occasion.COUNT)
			.extras(MessageExtras.NONE.withField("Team", "orders & shipping"))
			.plan());
	}

	static Told started() {
		return Told.job(report(JobOutcome.STARTED, null, null)).field("date", "2026-10-11");
	}

	static Told succeeded() {
		JobReport report = new JobReport("daily-report", "r1", JobFramework.BATCH, JobOutcome.SUCCEEDED,
				Told.NOW.minusSeconds(12), Duration.ofSeconds(12), null, counts(1_000, 1_000, 0));
		return Told.job(report).field("date", "2026-10-11");
	}

	static Told warning() {
		JobReport report = new JobReport("daily-report", "r1", JobFramework.BATCH, JobOutcome.WARNING,
				Told.NOW.minusSeconds(12), Duration.ofMillis(12_340), "2 items were skipped", counts(1_000, 998, 2));
		return Told.job(report).field("date", "2026-10-11");
	}

	static Told failed() {
		return Told.job(report(JobOutcome.FAILED, LONG, null)).thrown(cause()).field("date", "2026-10-11");
	}

	static Told overdue() {
		return Told.job(new JobReport("daily-report", "expectation", JobFramework.PLAIN, JobOutcome.OVERDUE,
				Told.NOW.minus(Duration.ofHours(26)), Duration.ofHours(26),
				"expected every 25 h, last success 2026-10-11 08:02 UTC", Map.of()));
	}

	/** One run, of which it was told that it started. */
	static MaskedGroup failedAfterStart() {
		MaskedGroup one = failed().again(1, 1);
		return new MaskedGroup(one.fingerprint(), one.severity(), 1, 1, true, Told.NOW, Told.NOW, started().event(),
				one.latest(), one.incident());
	}

	/** Twelve runs in an hour that failed for one reason. */
	static MaskedGroup series() {
		MaskedGroup twelve = failed().again(3, 12);
		MaskedEvent latest = twelve.latest();
		Instant since = Told.NOW.minus(Duration.ofMinutes(55));
		return new MaskedGroup(twelve.fingerprint(), twelve.severity(), 3, 12, true, since, Told.NOW, latest, latest,
				twelve.incident());
	}

	/** What the framework makes of the same failure. */
	static MaskedEvent logged() {
		return Told.error("Unexpected error occurred in scheduled task")
			.logger("org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler")
			.id("7k3q9m2x4h8vt-1d")
			.thrown(cause())
			.event();
	}

	static JobReport report(JobOutcome outcome, @Nullable Duration took, @Nullable String reason) {
		Instant startedAt = (took != null) ? Told.NOW.minus(took) : Told.NOW;
		return new JobReport("daily-report", "r1", JobFramework.SCHEDULED, outcome, startedAt, took, reason, Map.of());
	}

	private static Map<String, Long> counts(long read, long written, long skipped) {
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("read", read);
		counts.put("written", written);
		counts.put("skipped", skipped);
		return counts;
	}

	static MaskedThrowable cause() {
		MaskedThrowable root = Told.thrown("java.nio.file.NoSuchFileException", "/var/spool/reports/2026-10-11.csv",
				Told.frame("sun.nio.fs.UnixException", "translateToIOException", 92),
				Told.frame("com.acme.reports.ReportFile", "open", 41),
				Told.frame("com.acme.reports.ReportJob", "daily", 57));
		return Told.wrapping(root, "java.lang.IllegalStateException", "The report of 2026-10-11 is not there",
				Told.frame("com.acme.reports.ReportJob", "daily", 59));
	}

}
