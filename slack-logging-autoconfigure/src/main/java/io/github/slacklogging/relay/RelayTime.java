package io.github.slacklogging.relay;

import io.github.bucket4j.TimeMeter;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * The time of this folder, which Bucket4j sees too: nanoseconds since the first tick,
 * moved by ticks only. Starting at zero keeps the arbitrary, possibly negative origin of
 * the monotonic clock away from it.
 */
final class RelayTime implements TimeMeter {

	private @Nullable Tick first;

	private long elapsed;

	/**
	 * Moves on. A tick before an earlier one changes nothing.
	 * @param now the present
	 * @return nanoseconds since the first tick
	 */
	long advance(Tick now) {
		Tick origin = this.first;
		if (origin == null) {
			origin = now;
			this.first = now;
		}
		this.elapsed = Math.max(this.elapsed, now.nanos() - origin.nanos());
		return this.elapsed;
	}

	long elapsed() {
		return this.elapsed;
	}

	@Override
	public long currentTimeNanos() {
		return this.elapsed;
	}

	@Override
	public boolean isWallClockBased() {
		return false;
	}

}
