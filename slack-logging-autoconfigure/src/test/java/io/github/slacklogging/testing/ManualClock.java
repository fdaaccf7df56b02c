package io.github.slacklogging.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.github.slacklogging.Tick;

/**
 * A clock that moves when the test says so.
 */
public final class ManualClock implements Supplier<Tick> {

	private Tick now = new Tick(Instant.parse("2026-08-14T09:57:12Z"), Long.MAX_VALUE - 1_000_000_000L);

	@Override
	public synchronized Tick get() {
		return this.now;
	}

	/** The wall clock is set back; the monotonic one does not care. */
	public synchronized void jumpBack(Duration duration) {
		this.now = new Tick(this.now.instant().minus(duration), this.now.nanos());
	}

	public synchronized Tick advance(Duration duration) {
		this.now = this.now.plus(duration);
		return this.now;
	}

}
