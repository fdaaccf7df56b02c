package io.github.slacklogging.message;

import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;

/** Begins with how bad it is and how often it came, then who speaks, then why now. */
final class LoudOpening implements Opening {

	private final Severity severity;

	private final long count;

	private final String during;

	private final ServiceIdentity identity;

	private final Changes changes;

	private final Remarks remarks;

	/**
	 * An opening.
	 * @param plan about one kind
	 * @param identity who speaks
	 * @param count of events; one is not told
	 * @param during our own, behind the count in the sentence
	 */
	LoudOpening(MessagePlan plan, ServiceIdentity identity, long count, String during) {
		this.severity = plan.groups().get(0).severity();
		this.count = count;
		this.during = during;
		this.identity = identity;
		this.changes = Changes.of(plan, identity);
		this.remarks = Remarks.of(plan);
	}

	@Override
	public void writeTo(Mrkdwn line) {
		String times = (this.count > 1) ? " ×" + Words.count(this.count) : "";
		line.ours(Opening.emoji(this.severity) + " *" + this.severity + times + "*")
			.separate()
			.bold(this.identity.name(), MAX_SERVICE)
			.separate()
			.log(this.identity.environment(), MAX_SERVICE);
		this.remarks.separate(this.changes.separate(line));
	}

	@Override
	public Mrkdwn begin(Mrkdwn sentence) {
		sentence.ours(this.severity + " in ")
			.log(this.identity.name(), MAX_SERVICE)
			.ours(" (")
			.beforeColon(this.identity.environment(), MAX_SERVICE)
			.ours(")" + ((this.count > 1) ? ", " + Words.count(this.count, "time") : "") + this.during);
		return this.remarks.goOn(this.changes.goOn(sentence));
	}

}
