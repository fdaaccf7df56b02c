package io.github.slacklogging.message;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/** Begins with the job and what became of it, then who speaks. */
final class JobOpening implements Opening {

	/** Shown in a sentence. */
	private static final int MAX_COUNTS = 4;

	private final ToldJob job;

	/** How often it went the same way, empty for once. */
	private final String times;

	private final ServiceIdentity identity;

	private final Changes changes;

	private final Remarks remarks;

	/**
	 * An opening.
	 * @param plan about one kind
	 * @param job that the kind tells of
	 * @param identity who speaks
	 */
	JobOpening(MessagePlan plan, ToldJob job, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		this.job = job;
		this.times = JobSeries.of(group, job).map(JobSeries::words).orElse("");
		this.identity = identity;
		this.changes = Changes.of(plan, identity);
		this.remarks = Remarks.of(plan);
	}

	@Override
	public void writeTo(Mrkdwn line) {
		line.ours(this.job.emoji() + " ")
			.bold(this.job.name(), ToldJob.MAX_NAME)
			.ours(" " + this.job.outcomeWords() + before(": ", this.job.waited()))
			.separate()
			.bold(this.identity.name(), MAX_SERVICE)
			.separate()
			.log(this.identity.environment(), MAX_SERVICE);
		if (!this.times.isEmpty()) {
			line.separate().ours(this.times);
		}
		this.remarks.separate(this.changes.separate(line));
	}

	@Override
	public Mrkdwn begin(Mrkdwn sentence) {
		sentence.ours("Job ")
			.log(this.job.name(), ToldJob.MAX_NAME)
			.ours(" " + this.job.outcomeWords() + " in ")
			.log(this.identity.name(), MAX_SERVICE)
			.ours(" (")
			.beforeColon(this.identity.environment(), MAX_SERVICE)
			.ours(")" + before(", ", this.job.waited()) + before(", ", this.times));
		this.job.writeCounts(sentence, MAX_COUNTS, (line) -> line.ours(", "));
		return this.remarks.goOn(this.changes.goOn(sentence));
	}

	private static String before(String between, String words) {
		return words.isEmpty() ? "" : between + words;
	}

}
