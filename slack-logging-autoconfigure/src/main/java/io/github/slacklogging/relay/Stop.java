package io.github.slacklogging.relay;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A destination that Slack refuses: only a human can mend it, so it is probed rarely,
 * after one minute, then after twice as long each time, up to a quarter of an hour. Where
 * it is the credential that is refused, another one is looked for every few seconds, and
 * tried at once. A delivery lifts the stop, nothing else does.
 */
final class Stop {

	private static final Duration FIRST_PROBE = Duration.ofMinutes(1);

	private static final Duration LAST_PROBE = Duration.ofMinutes(15);

	private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

	private @Nullable String code;

	private Duration probeAfter = FIRST_PROBE;

	private long until;

	// Grows where each new credential is refused as well.
	private Duration lookAfter = FIRST_LOOK;

	private boolean mended;

	/** When to look for another credential; never where that is no help. */
	private long nextLook = Long.MAX_VALUE;

	/**
	 * Slack refused.
	 * @param code Slack's error code
	 * @param credential whether another credential may help
	 * @param now the present
	 * @return whether this is news: not stopped yet, or by another code
	 */
	boolean refused(String code, boolean credential, long now) {
		boolean news = !code.equals(this.code);
		this.code = code;
		this.lookAfter = this.mended ? doubled(this.lookAfter) : this.lookAfter;
		this.mended = false;
		this.nextLook = credential ? now + this.lookAfter.toNanos() : Long.MAX_VALUE;
		this.until = now + this.probeAfter.toNanos();
		this.probeAfter = doubled(this.probeAfter);
		return news;
	}

	private static Duration doubled(Duration wait) {
		Duration doubled = wait.multipliedBy(2);
		return (doubled.compareTo(LAST_PROBE) > 0) ? LAST_PROBE : doubled;
	}

	void lift() {
		this.code = null;
		this.probeAfter = FIRST_PROBE;
		this.lookAfter = FIRST_LOOK;
		this.mended = false;
		this.nextLook = Long.MAX_VALUE;
		this.until = 0;
	}

	/** Whether it is time to look for another credential; then the next time is later. */
	boolean looks(long now) {
		boolean due = now >= this.nextLook && now < this.until;
		if (due) {
			this.nextLook = now + this.lookAfter.toNanos();
		}
		return due;
	}

	/** There is another credential: it need not wait for the probe. */
	void mended() {
		this.mended = true;
		this.nextLook = Long.MAX_VALUE;
		this.until = 0;
	}

	/** When the next probe may start; zero for any time. */
	long heldUntil() {
		return this.until;
	}

	/** When something may be done: the probe, or a look. */
	long nextStart() {
		return Math.min(this.until, this.nextLook);
	}

	@Nullable String code() {
		return this.code;
	}

}
