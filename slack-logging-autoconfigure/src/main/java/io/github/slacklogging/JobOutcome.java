package io.github.slacklogging;

/** How a run of a job stands. */
public enum JobOutcome {

	/** It runs. */
	STARTED("started", Severity.INFO),

	/** It did what it was to do. */
	SUCCEEDED("succeeded", Severity.INFO),

	/** It came to its end, and somebody should look at how. */
	WARNING("finished with a warning", Severity.WARN),

	/** It did not do what it was to do. */
	FAILED("failed", Severity.ERROR),

	/** It has not succeeded for longer than it may. */
	OVERDUE("is overdue", Severity.ERROR);

	private final String words;

	private final Severity severity;

	JobOutcome(String words, Severity severity) {
		this.words = words;
		this.severity = severity;
	}

	/** What is said of the job: words that follow its name. */
	public String words() {
		return this.words;
	}

	/** How bad that is. */
	public Severity severity() {
		return this.severity;
	}

	/** Whether the run is over. */
	public boolean isEnd() {
		return this == SUCCEEDED || this == WARNING || this == FAILED;
	}

}
