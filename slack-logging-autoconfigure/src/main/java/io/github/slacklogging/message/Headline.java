package io.github.slacklogging.message;

import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;

/** The first block of a message about one kind, and the sentence that says the same. */
final class Headline {

	private static final Size ROOM = new Size(1_000, 2_400, 3_000);

	private static final int MAX_MESSAGE = 300;

	private static final int MAX_REASON = 200;

	private static final int MAX_NAME = 100;

	private static final int MAX_SERVICE = 80;

	private final Severity severity;

	private final long count;

	private final Subject subject;

	private final ServiceIdentity identity;

	private final Remarks remarks;

	/**
	 * A headline.
	 * @param severity of the kind
	 * @param count of events; one is not told
	 * @param subject of the events
	 * @param identity who speaks
	 * @param remarks on the message itself
	 */
	Headline(Severity severity, long count, Subject subject, ServiceIdentity identity, Remarks remarks) {
		this.severity = severity;
		this.count = count;
		this.subject = subject;
		this.identity = identity;
		this.remarks = remarks;
	}

	/** Whether a message stands in a headline with all its characters and lines. */
	static boolean showsAll(String message) {
		return message.length() <= MAX_MESSAGE && message.strip().lines().count() <= 1;
	}

	Block block(Budget budget) {
		Budget room = budget.reserve(ROOM);
		String times = (this.count > 1) ? " ×" + Words.count(this.count) : "";
		Mrkdwn line = new Mrkdwn(room).ours(emoji(this.severity) + " *" + this.severity + times + "*")
			.separate()
			.bold(this.identity.name(), MAX_SERVICE)
			.separate()
			.log(this.identity.environment(), MAX_SERVICE);
		this.remarks.separate(line)
			.ours("\n")
			.boldLabel(this.subject.name(), MAX_NAME)
			.log(this.subject.message(), MAX_MESSAGE);
		if (!this.subject.reason().isEmpty()) {
			line.ours(" — ").log(this.subject.reason(), MAX_REASON);
		}
		budget.giveBack(room);
		return new Block.Section(line.toString());
	}

	/**
	 * The headline as one sentence, for phones and screen readers.
	 * @param during our own, behind the count
	 * @param most how much room there is
	 */
	String sentence(String during, Size most) {
		// Other than the block it is all that a reduced message has, so it says more.
		int max = most.shown();
		Mrkdwn line = opening(during, most).label(this.subject.name(), MAX_NAME)
			.log(this.subject.message(), Math.min(max / 2, 4 * MAX_MESSAGE));
		if (!this.subject.reason().isEmpty()) {
			line.ours(" — ").log(this.subject.reason(), Math.min(max / 4, 4 * MAX_REASON));
		}
		return ended(line).toString();
	}

	/** How the sentence begins: who speaks, how bad it is, how often. */
	Mrkdwn opening(String during, Size most) {
		Mrkdwn line = new Mrkdwn(new Budget(most)).ours(this.severity + " in ")
			.log(this.identity.name(), MAX_SERVICE)
			.ours(" (")
			.beforeColon(this.identity.environment(), MAX_SERVICE)
			.ours(")" + ((this.count > 1) ? ", " + Words.count(this.count, "time") : "") + during);
		return this.remarks.goOn(line).ours(": ");
	}

	/** Ends a sentence, unless its last words did. */
	static Mrkdwn ended(Mrkdwn line) {
		String sentence = line.toString();
		boolean ended = sentence.endsWith(".") || sentence.endsWith("!") || sentence.endsWith("?")
				|| sentence.endsWith("…");
		return ended ? line : line.ours(".");
	}

	private static String emoji(Severity severity) {
		return switch (severity) {
			case DEBUG -> ":black_circle:";
			case INFO -> ":large_green_circle:";
			case WARN -> ":large_orange_circle:";
			case ERROR -> ":red_circle:";
			case CRITICAL -> ":rotating_light:";
		};
	}

}
