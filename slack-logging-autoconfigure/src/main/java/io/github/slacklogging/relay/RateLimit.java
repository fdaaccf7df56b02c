package io.github.slacklogging.relay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;

/**
 * The token bucket of one credential and channel, or of all edits of one credential. A
 * 429 pauses it as long as Slack asks and halves it (rate and burst, down to a
 * sixteenth); every minute without another one gives back a tenth of the configured rate.
 * So replicas that share a webhook find their shares without knowing each other. As they
 * are refused together, each goes on at a moment of its own. Times are nanoseconds of
 * {@link RelayTime}.
 */
final class RateLimit {

	private static final Duration MIN_PAUSE = Duration.ofSeconds(1);

	// Slack's own pauses are seconds. A proxy or a bug may ask for days.
	private static final Duration MAX_PAUSE = Duration.ofHours(1);

	private static final double MIN_SHARE = 1.0 / 16;

	private static final double RECOVERED_PER_STEP = 0.1;

	private static final long STEP = TimeUnit.MINUTES.toNanos(1);

	private final double permitsPerSecond;

	private final int burst;

	private final RelayTime time;

	private final RandomGenerator random;

	private final Bucket bucket;

	private double share = 1;

	private long pausedUntil;

	/** After the pause: when it is this one's turn. */
	private long turn;

	private long recoveredAt;

	RateLimit(double permitsPerSecond, int burst, RelayTime time, RandomGenerator random) {
		this.random = random;
		this.permitsPerSecond = permitsPerSecond;
		this.burst = burst;
		this.time = time;
		this.bucket = Bucket.builder()
			.withCustomTimePrecision(time)
			.addLimit((limit) -> limit.capacity(burst).refillGreedy(1, refillPeriod()))
			.build();
	}

	/** When the next permit is free; not before now. */
	long nextPermit() {
		recover();
		return Math.max(this.turn, nextByRate());
	}

	private long nextByRate() {
		long wait = this.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
		return Math.max(this.pausedUntil, this.time.elapsed() + wait);
	}

	String inWords() {
		return (Math.max(this.pausedUntil, this.turn) > this.time.elapsed()) ? "429, Slack asked to wait"
				: "rate limit";
	}

	boolean tryTake() {
		return nextPermit() <= this.time.elapsed() && this.bucket.tryConsume(1);
	}

	/**
	 * Slack said 429.
	 * @param retryAfter how long it asks to wait
	 */
	void throttled(Duration retryAfter) {
		recover();
		long now = this.time.elapsed();
		// Answers to attempts that were under way together are one refusal.
		if (now >= this.pausedUntil) {
			this.share = Math.max(this.share / 2, MIN_SHARE);
			reconfigure();
		}
		this.pausedUntil = Math.max(this.pausedUntil, now + pause(retryAfter).toNanos());
		this.recoveredAt = this.pausedUntil;
		// together again they would be refused together again
		this.turn = turn();
	}

	private long turn() {
		return nextByRate() + (long) (this.random.nextDouble() * refillPeriod().toNanos());
	}

	double currentPermitsPerSecond() {
		recover();
		return this.permitsPerSecond * this.share;
	}

	private void recover() {
		long steps = Math.max(0, this.time.elapsed() - this.recoveredAt) / STEP;
		if (this.share < 1 && steps > 0) {
			this.share = Math.min(1, this.share + RECOVERED_PER_STEP * steps);
			this.recoveredAt += steps * STEP;
			reconfigure();
			// a turn that was reckoned at the lower rate would outlast it
			this.turn = Math.min(this.turn, turn());
		}
	}

	private void reconfigure() {
		long capacity = Math.max(1, (long) (this.burst * this.share));
		BucketConfiguration configuration = BucketConfiguration.builder()
			.addLimit((limit) -> limit.capacity(capacity).refillGreedy(1, refillPeriod()))
			.build();
		this.bucket.replaceConfiguration(configuration, TokensInheritanceStrategy.AS_IS);
	}

	private Duration refillPeriod() {
		return Duration.ofNanos((long) (TimeUnit.SECONDS.toNanos(1) / (this.permitsPerSecond * this.share)));
	}

	private static Duration pause(Duration asked) {
		if (asked.compareTo(MIN_PAUSE) < 0) {
			return MIN_PAUSE;
		}
		return (asked.compareTo(MAX_PAUSE) > 0) ? MAX_PAUSE : asked;
	}

}
