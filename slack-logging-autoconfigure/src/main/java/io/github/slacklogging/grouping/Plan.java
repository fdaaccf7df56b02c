package io.github.slacklogging.grouping;

/**
 * What a kind will say next, and when, as far as is known now. Immutable.
 *
 * @param dueNanos when, as {@link io.github.slacklogging.Tick#nanos()}
 * @param speech what
 */
record Plan(long dueNanos, Speech speech) {

	/** The one that comes first. */
	static Plan earlier(Plan one, Plan other) {
		return (other.dueNanos - one.dueNanos < 0) ? other : one;
	}

}
