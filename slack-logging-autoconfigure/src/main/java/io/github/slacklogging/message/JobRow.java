package io.github.slacklogging.message;

/** A job among other kinds: how often it was told of, what became of it, why. */
final class JobRow {

	private static final int MAX_NAME = 60;

	private static final int MAX_CAUSE = 60;

	/** Of the reason there is always this much. */
	private static final int LEAST = 8;

	private JobRow() {
	}

	/**
	 * Writes the row.
	 * @param row to write to, its line break written already
	 * @param job to tell of
	 * @param count of the events of its kind
	 * @param width most characters of the row
	 */
	static Mrkdwn write(Mrkdwn row, ToldJob job, long count, int width) {
		String times = "×" + Words.count(count);
		String waited = job.waited().isEmpty() ? "" : ", " + job.waited();
		String outcome = " " + job.outcomeWords() + waited;
		Subject why = job.subject();
		int taken = times.length() + outcome.length() + 8 + Math.min(job.name().length(), MAX_NAME)
				+ Math.min(why.name().length(), MAX_CAUSE);
		row.ours(times).separate().log(job.name(), Math.min(MAX_NAME, width / 3));
		int named = row.toString().length();
		row.ours(outcome + (why.isEmpty() ? "" : ": "));
		// Nothing stands right behind a name: the two could become something that acts.
		boolean parted = row.toString().length() > named;
		return (parted && !why.isEmpty())
				? row.label(why.name(), MAX_CAUSE).log(why.message(), Math.max(LEAST, width - taken)) : row;
	}

}
