package io.github.slacklogging.relay;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A destination that Slack refuses: only a human can mend it, so it is probed rarely,
 * after one minute, then after twice as long each time, up to a quarter of an hour. A
 * delivery lifts it, nothing else does.
 */
final class Stop {

	private static final Duration FIRST_PROBE = Duration.ofMinutes(1);

	private static final Duration LAST_PROBE = Duration.ofMinutes(15);

	private @Nullable String code;

	private Duration probeAfter = FIRST_PROBE;

	private long until;

	/**
	 * Slack refused.
	 * @param code Slack's error code
	 * @param now the present
	 * @return whether this is news: not stopped yet, or by another code
	 */
	boolean refused(String code, long now) {
		boolean news = !code.equals(this.code);
		this.code = code;
		this.until = now + this.probeAfter.toNanos();
		Duration doubled = this.probeAfter.multipliedBy(2);
		this.probeAfter = (doubled.compareTo(LAST_PROBE) > 0) ? LAST_PROBE : doubled;
		return news;
	}

	void lift() {
		this.code = null;
		this.probeAfter = FIRST_PROBE;
		this.until = 0;
	}

	/** When the next probe may start; zero for any time. */
	long nextStart() {
		return this.until;
	}

	@Nullable String code() {
		return this.code;
	}

}
