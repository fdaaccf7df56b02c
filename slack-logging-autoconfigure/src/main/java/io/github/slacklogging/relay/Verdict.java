package io.github.slacklogging.relay;

/**
 * What follows from an answer. Every further attempt, also one "at once", starts with
 * {@link Relay#tryStart}: the rate limit and the circuit breaker hold for all.
 */
public enum Verdict {

	/** Slack has it. */
	DELIVERED,

	/** Not delivered; what it told waits for a later attempt. */
	AGAIN,

	/**
	 * As {@link #AGAIN}, but no back-off stands before the next attempt: an unclear
	 * answer is repeated once quickly, and a credential that changed is tried.
	 */
	AGAIN_AT_ONCE,

	/**
	 * As {@link #AGAIN}, and Slack has begun to refuse this destination: the moment to
	 * tell a human, once. From now on it is only probed.
	 */
	STOPPED,

	/** Send the reduced form of the same message; no back-off stands before it. */
	REDUCE,

	/**
	 * What was to be changed or answered is gone: post it anew. No failure, and no
	 * back-off stands before it, but the permit of a post does.
	 */
	REPOST,

	/** Slack does not do this here: go on without it. No failure. */
	SKIP,

	/** It will never be delivered. */
	REJECTED

}
