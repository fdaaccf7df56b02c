package io.github.slacklogging;

/**
 * Why a message speaks. Where several apply the first of them leads, and the message says
 * all.
 */
public enum Occasion {

	/** Many new kinds at once: one banner in their place. */
	STORM,

	/** A kind of error that was not told before. */
	FIRST,

	/** It was quiet for long, or belongs to an earlier version, and is here again. */
	RECURRENCE,

	/** It was quiet for less than a day and is here again. */
	RETURN,

	/** It got worse than it was told. */
	RISE,

	/** Its count reached 10, 100, 1,000 … */
	MILESTONE,

	/** It comes ten times as often as it ever did. */
	RATE,

	/** It has gone on for hours. */
	REMINDER,

	/** It has not been seen for a while. */
	QUIET,

	/** It goes on; only the count changes. */
	COUNT,

	/** What waited: a digest, what gathered in an outage, the rest at the end. */
	GATHERED

}
