package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Incident.Rate;
import io.github.slacklogging.Tick;

/**
 * How often a kind comes: the last hour in steps of five minutes, the last two minutes,
 * and the most there ever was. A fixed handful of numbers; used by the worker only.
 */
final class Rhythm {

	private static final int STEPS = 12;

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private static final int MINUTES_PER_STEP = 5;

	/** Less than this in five minutes is no rate worth speaking of. */
	private static final int MIN_EVENTS = 50;

	private static final int TIMES = 10;

	private final Tick begun;

	private final int[] steps = new int[STEPS];

	private long minute;

	private long inMinute;

	private long inMinuteBefore;

	private long peakPerMinute;

	/** Most events in five minutes that are over. */
	private long peakPerStep;

	/** The five minutes in which a high rate was told, -1 for none. */
	private long toldStep = -1;

	Rhythm(Tick begun) {
		this.begun = begun;
	}

	/** Goes on where an earlier run ended, as far as that is known. */
	void resume(long peakPerMinute) {
		this.peakPerMinute = Math.max(this.peakPerMinute, peakPerMinute);
		this.peakPerStep = Math.max(this.peakPerStep, peakPerMinute);
	}

	void add(Tick now) {
		advance(now);
		this.inMinute++;
		this.peakPerMinute = Math.max(this.peakPerMinute, this.inMinute);
		this.steps[place(step())]++;
	}

	private void advance(Tick now) {
		long minuteNow = Math.max(this.minute, (now.nanos() - this.begun.nanos()) / MINUTE);
		long passed = minuteNow - this.minute;
		if (passed == 0) {
			return;
		}
		long stepBefore = step();
		this.inMinuteBefore = (passed == 1) ? this.inMinute : 0;
		this.inMinute = 0;
		this.minute = minuteNow;
		for (long step = stepBefore; step < Math.min(step(), stepBefore + STEPS); step++) {
			this.peakPerStep = Math.max(this.peakPerStep, this.steps[place(step)]);
			this.steps[place(step + 1)] = 0;
		}
	}

	private long step() {
		return this.minute / MINUTES_PER_STEP;
	}

	private static int place(long step) {
		return (int) (step % STEPS);
	}

	/** Whether it comes ten times as often as ever before, and that was not told yet. */
	boolean isTenfold() {
		long now = this.steps[place(step())];
		return this.peakPerStep > 0 && now >= MIN_EVENTS && now >= TIMES * this.peakPerStep && this.toldStep != step();
	}

	/** The present rate was told. */
	void told() {
		this.toldStep = step();
	}

	long peakPerMinute() {
		return this.peakPerMinute;
	}

	Rate rate(Tick now) {
		advance(now);
		List<Long> history = new ArrayList<>();
		for (long step = Math.max(0, step() - STEPS + 1); step <= step(); step++) {
			history.add((long) this.steps[place(step)]);
		}
		return new Rate(Math.max(this.inMinute, this.inMinuteBefore), this.peakPerMinute, history);
	}

}
