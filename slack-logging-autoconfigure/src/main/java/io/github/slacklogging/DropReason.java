package io.github.slacklogging;

import java.util.Locale;

/** Why an event ended without having been told. */
public enum DropReason {

	/** The buffer was full, by events or by bytes. */
	QUEUE_FULL,

	/** Slack will never accept the message. */
	REJECTED,

	/** It waited longer than allowed. */
	EXPIRED,

	/** The spool was full. */
	SPOOL_FULL,

	/** The application ended first. */
	SHUTDOWN,

	/** It came from this library's own threads or packages. */
	SELF,

	/** Its kind was muted. */
	MUTED,

	/** Dry run: composed, not sent. */
	DRY_RUN,

	/** Its record on disk was damaged. */
	CORRUPT,

	/** Taking, routing, masking or composing it threw. */
	FAILED;

	private final String tag = name().toLowerCase(Locale.ROOT);

	/** Value of the meter's tag. */
	public String tag() {
		return this.tag;
	}

}
