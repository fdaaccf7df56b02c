package io.github.slacklogging.job;

import io.github.slacklogging.JobOutcome;

/** What of a job's runs is told. */
public enum NotifyOn {

	/** What somebody should look at: failures and warnings. */
	FAILURE,

	/** Every end. */
	FINISH,

	/** Every start and every end. */
	ALL;

	/** Whether such an outcome is told. */
	public boolean tells(JobOutcome outcome) {
		return switch (outcome) {
			case STARTED -> this == ALL;
			case SUCCEEDED -> this != FAILURE;
			case WARNING, FAILED, OVERDUE -> true;
		};
	}

}
