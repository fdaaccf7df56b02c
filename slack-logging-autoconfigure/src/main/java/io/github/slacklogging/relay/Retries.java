package io.github.slacklogging.relay;

/**
 * Failed attempts at what waits for one destination: how long until the next, and whether
 * there is a next. Times are nanoseconds of {@link RelayTime}.
 */
final class Retries {

	private final Backoff backoff;

	private final int maxAttempts;

	private long waitUntil;

	private int waits;

	private int attempts;

	private boolean quicklyRepeated;

	/**
	 * Creates the memory of failed attempts.
	 * @param backoff how long to wait
	 * @param maxAttempts after which there is no further one, 0 for never
	 */
	Retries(Backoff backoff, int maxAttempts) {
		this.backoff = backoff;
		this.maxAttempts = maxAttempts;
	}

	/**
	 * An attempt failed.
	 * @param unclear whether it may have arrived
	 * @param now the present
	 */
	Verdict failed(boolean unclear, long now) {
		this.attempts++;
		if (this.attempts == this.maxAttempts) {
			// The message ends, Slack's trouble does not: the back-off goes on.
			holdBack(now);
			forget();
			return Verdict.REJECTED;
		}
		if (unclear && !this.quicklyRepeated) {
			this.quicklyRepeated = true;
			return Verdict.AGAIN_AT_ONCE;
		}
		holdBack(now);
		return Verdict.AGAIN;
	}

	/** Slack took the message, or never will. */
	void settled() {
		this.waits = 0;
		this.waitUntil = 0;
		forget();
	}

	/** When the next attempt may start; zero for any time. */
	long nextStart() {
		return this.waitUntil;
	}

	private void holdBack(long now) {
		this.waits++;
		this.waitUntil = now + this.backoff.nanos(this.waits);
	}

	private void forget() {
		this.attempts = 0;
		this.quicklyRepeated = false;
	}

}
