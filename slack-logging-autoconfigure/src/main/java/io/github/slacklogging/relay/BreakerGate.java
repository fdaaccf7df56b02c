package io.github.slacklogging.relay;

import java.time.Duration;
import java.util.random.RandomGenerator;

import io.github.slacklogging.AttemptGate;
import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Back-off and circuit breaker for one place that is tried. Each failure, and each wish
 * to be left alone, makes the next wait longer, until somebody answers without one. So
 * many failures in a row open the circuit; after a while one attempt finds out. For one
 * thread, which may have several attempts under way. Knows no clock but the given ticks;
 * never blocks.
 */
public final class BreakerGate implements AttemptGate {

	/** A longer wish is a mistake of theirs, or of whoever stands in between. */
	static final Duration LONGEST_WISH = Duration.ofHours(1);

	private final RelayTime time = new RelayTime();

	private final Backoff backoff;

	private final Circuit circuit;

	private int underWay;

	/** Waits since the last answer that asked for none. */
	private int waits;

	private int failures;

	private long waitUntil;

	/**
	 * Creates a gate that is open.
	 * @param settings how hard to try
	 * @param random source of the jitter
	 */
	public BreakerGate(Settings settings, RandomGenerator random) {
		this.backoff = new Backoff(settings.initialBackoff(), settings.maxBackoff(), settings.jitter(), random);
		this.circuit = new Circuit("gate", settings.failuresToOpen(), settings.openFor(), this.time);
	}

	@Override
	public boolean tryStart(Tick now) {
		// The circuit is asked last: its yes must be followed by an attempt.
		if (this.time.advance(now) < this.waitUntil || !this.circuit.tryStart()) {
			return false;
		}
		this.underWay++;
		return true;
	}

	/**
	 * When {@link #tryStart} can succeed.
	 * @return nanoseconds from now, 0 for at once, {@link Long#MAX_VALUE} where that
	 * takes the answer to an attempt that is under way
	 */
	@Override
	public long nanosToStart(Tick now) {
		long elapsed = this.time.advance(now);
		if (this.circuit.state() == CircuitState.HALF_OPEN && this.underWay > 0) {
			return Long.MAX_VALUE;
		}
		return Math.max(0, Math.max(this.waitUntil, this.circuit.nextStart()) - elapsed);
	}

	@Override
	public void answered(Tick now) {
		this.time.advance(now);
		settled();
		this.circuit.answered();
		this.failures = 0;
		this.waits = 0;
		this.waitUntil = 0;
	}

	@Override
	public void slowDown(@Nullable Duration atLeast, Tick now) {
		this.time.advance(now);
		settled();
		this.circuit.answered();
		this.failures = 0;
		holdBack((atLeast != null) ? nanos(atLeast) : 0);
	}

	@Override
	public void failed(Tick now) {
		this.time.advance(now);
		settled();
		this.circuit.failed();
		this.failures++;
		holdBack(0);
	}

	private void settled() {
		this.underWay = Math.max(0, this.underWay - 1);
	}

	// Compared before it is counted: what a header says may not fit into a long.
	private static long nanos(Duration wish) {
		if (wish.isNegative()) {
			return 0;
		}
		return (wish.compareTo(LONGEST_WISH) < 0) ? wish.toNanos() : LONGEST_WISH.toNanos();
	}

	/** Never sooner than an attempt before has asked for. */
	private void holdBack(long atLeast) {
		this.waits++;
		long wait = Math.max(this.backoff.nanos(this.waits), atLeast);
		this.waitUntil = Math.max(this.waitUntil, this.time.elapsed() + wait);
	}

	@Override
	public CircuitState state() {
		return this.circuit.state();
	}

	@Override
	public int failuresInARow() {
		return this.failures;
	}

	/**
	 * How hard to try.
	 *
	 * @param initialBackoff the first wait after a failure, positive
	 * @param maxBackoff the longest wait that nobody asked for, at most a day
	 * @param jitter share by which a wait varies, 0 to 1
	 * @param failuresToOpen failures in a row that open the circuit, at least 1
	 * @param openFor how long it stays open before one attempt may find out, positive and
	 * at most a day
	 */
	public record Settings(Duration initialBackoff, Duration maxBackoff, double jitter, int failuresToOpen,
			Duration openFor) {

		// The rules of the relay's own settings, with the same words.
		public Settings {
			new Relay.Settings(1, 1, initialBackoff, maxBackoff, jitter, 0, failuresToOpen, openFor);
		}

	}

}
