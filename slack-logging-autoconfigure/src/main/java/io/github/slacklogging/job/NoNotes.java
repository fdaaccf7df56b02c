package io.github.slacklogging.job;

import org.jspecify.annotations.Nullable;

/** The notes of a thread on which no job runs. Immutable. */
record NoNotes() implements JobNotes {

	@Override
	public JobNotes detail(String key, @Nullable Object value) {
		return this;
	}

	@Override
	public JobNotes count(String what, long number) {
		return this;
	}

	@Override
	public JobNotes warn(String reason) {
		return this;
	}

}
