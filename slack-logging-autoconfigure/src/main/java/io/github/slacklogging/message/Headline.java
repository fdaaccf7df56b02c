package io.github.slacklogging.message;

/** The first block of a message about one kind, and the sentence that says the same. */
final class Headline {

	private static final Size ROOM = new Size(1_000, 2_400, 3_000);

	/** Of an attachment, where nothing else is shown. */
	private static final Size FALLBACK = new Size(300, 300, 300);

	private static final int MAX_MESSAGE = 300;

	private static final int MAX_REASON = 200;

	private static final int MAX_NAME = 100;

	private final Opening opening;

	private final Subject subject;

	private final CallOut callOut;

	/**
	 * A headline.
	 * @param opening how it begins
	 * @param subject of the events
	 * @param callOut who is called
	 */
	Headline(Opening opening, Subject subject, CallOut callOut) {
		this.opening = opening;
		this.subject = subject;
		this.callOut = callOut;
	}

	/** Whether a message stands in a headline with all its characters and lines. */
	static boolean showsAll(String message) {
		return message.length() <= MAX_MESSAGE && message.strip().lines().count() <= 1;
	}

	Block block(Budget budget) {
		return this.callOut.block(budget, ROOM, this::writeTo);
	}

	void writeTo(Mrkdwn line) {
		this.opening.writeTo(line);
		line.newLine().boldLabel(this.subject.name(), MAX_NAME).log(this.subject.message(), MAX_MESSAGE);
		if (!this.subject.reason().isEmpty()) {
			line.ours(" — ").log(this.subject.reason(), MAX_REASON);
		}
	}

	/** The headline as one sentence, for phones and screen readers. */
	String text() {
		return this.callOut.text(this::sentence);
	}

	/** The sentence, shorter, calling nobody. */
	String fallback() {
		return sentence(FALLBACK);
	}

	/**
	 * The sentence, calling nobody.
	 * @param most how much room there is
	 */
	String sentence(Size most) {
		// Other than the block it is all that a reduced message has, so it says more.
		int max = most.shown();
		Mrkdwn line = opening(most).label(this.subject.name(), MAX_NAME)
			.log(this.subject.message(), Math.min(max / 2, 4 * MAX_MESSAGE));
		if (!this.subject.reason().isEmpty()) {
			line.ours(" — ").log(this.subject.reason(), Math.min(max / 4, 4 * MAX_REASON));
		}
		return ended(line).toString();
	}

	/** How the sentence begins, up to a colon and a blank where something follows. */
	Mrkdwn opening(Size most) {
		Mrkdwn sentence = this.opening.begin(new Mrkdwn(new Budget(most)));
		return this.subject.isEmpty() ? sentence : sentence.ours(": ");
	}

	/** Ends a sentence, unless its last words did. */
	static Mrkdwn ended(Mrkdwn line) {
		String sentence = line.toString();
		boolean ended = sentence.endsWith(".") || sentence.endsWith("!") || sentence.endsWith("?")
				|| sentence.endsWith("…");
		return ended ? line : line.ours(".");
	}

}
