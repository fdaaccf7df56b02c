package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * How long a thread has stood at the same place, as far as looking at it now and then can
 * tell. Used by one thread.
 */
final class Stillness {

	private final Duration maxGap;

	private List<StackTraceElement> frames = List.of();

	private @Nullable Tick lastLook;

	private Duration still = Duration.ZERO;

	/**
	 * Nothing was seen yet.
	 * @param maxGap most that one look counts: a JVM that was stopped for an hour has not
	 * seen an hour of stillness
	 */
	Stillness(Duration maxGap) {
		this.maxGap = maxGap;
	}

	/**
	 * One look.
	 * @param now the time
	 * @param frames of the thread
	 * @return for how long they have been the same
	 */
	Duration look(Tick now, List<StackTraceElement> frames) {
		Tick before = this.lastLook;
		boolean moved = before == null || !frames.equals(this.frames);
		this.still = (moved || before == null) ? Duration.ZERO : this.still.plus(shorter(now.since(before)));
		this.frames = frames;
		this.lastLook = now;
		return this.still;
	}

	private Duration shorter(Duration gap) {
		return (gap.compareTo(this.maxGap) < 0) ? gap : this.maxGap;
	}

}
