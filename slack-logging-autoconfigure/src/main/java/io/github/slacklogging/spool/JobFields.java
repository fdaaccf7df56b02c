package io.github.slacklogging.spool;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.GroupSpool.KeptJob.Told;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes and reads what is kept of jobs, as JSON. Stateless. */
final class JobFields {

	/** Jobs that are expected, which belong to no destination. */
	static final KeptFile.Format<KeptJob> FORMAT = new KeptFile.Format<>("jobs.json", "jobs", "an expected job",
			JobFields::expected, JobFields::write, KeptJob::name, JobFields::merged);

	private JobFields() {
	}

	private static void write(JsonGenerator json, KeptJob job) {
		json.writeStringProperty("name", job.name());
		json.writeStringProperty("waitedSince", job.waitedSince().toString());
		if (job.lastSuccess() != null) {
			json.writeStringProperty("lastSuccess", job.lastSuccess().toString());
		}
		if (job.told() != null) {
			json.writeStringProperty("told", job.told().at().toString());
			json.writeStringProperty("toldRun", job.told().run());
		}
	}

	private static KeptJob expected(JsonFields json) {
		return new KeptJob(json.text("name"), Instant.parse(json.text("waitedSince")),
				json.has("lastSuccess") ? Instant.parse(json.text("lastSuccess")) : null,
				json.has("told") ? new Told(Instant.parse(json.text("told")), json.text("toldRun")) : null);
	}

	/** The earliest wait, the latest of the rest. */
	private static KeptJob merged(KeptJob ours, KeptJob theirs) {
		Instant since = ours.waitedSince().isBefore(theirs.waitedSince()) ? ours.waitedSince() : theirs.waitedSince();
		return new KeptJob(ours.name(), since, later(ours.lastSuccess(), theirs.lastSuccess()),
				later(ours.told(), theirs.told()));
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isAfter(one))) ? other : one;
	}

	private static @Nullable Told later(@Nullable Told one, @Nullable Told other) {
		return (one == null || (other != null && other.at().isAfter(one.at()))) ? other : one;
	}

	/** Writes the fields of a report into an object that is begun. */
	static void write(JsonGenerator json, JobReport report) {
		GroupWriter.text(json, "name", report.name());
		GroupWriter.text(json, "run", report.run());
		json.writeStringProperty("framework", report.framework().name());
		json.writeStringProperty("outcome", report.outcome().name());
		json.writeStringProperty("startedAt", report.startedAt().toString());
		if (report.duration() != null) {
			json.writeStringProperty("duration", report.duration().toString());
		}
		GroupWriter.text(json, "reason", report.reason());
		json.writeObjectPropertyStart("counts");
		report.counts()
			.entrySet()
			.stream()
			.limit(GroupWriter.MAX_ENTRIES)
			.forEach((count) -> json.writeNumberProperty(GroupWriter.cut(count.getKey()), count.getValue()));
		json.writeEndObject();
	}

	/**
	 * Reads a report.
	 * @return {@code null} where it is none that we know: the event it belongs to says
	 * the same in words
	 */
	static @Nullable JobReport report(JsonFields json) {
		try {
			JsonFields counted = json.object("counts");
			Map<String, Long> counts = new LinkedHashMap<>();
			counted.names().forEach((name) -> counts.put(name, counted.number(name)));
			return new JobReport(json.text("name"), json.text("run"), JobFramework.valueOf(json.text("framework")),
					JobOutcome.valueOf(json.text("outcome")), Instant.parse(json.text("startedAt")),
					json.has("duration") ? Duration.parse(json.text("duration")) : null, json.textOrNull("reason"),
					counts);
		}
		catch (RuntimeException ex) {
			// Damaged, or of a later version.
			return null;
		}
	}

}
