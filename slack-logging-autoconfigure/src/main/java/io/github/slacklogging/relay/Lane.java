package io.github.slacklogging.relay;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * One destination's way to Slack: what holds attempts back, and what an answer changes.
 * Lanes share nothing but the rate limit of the same credential and channel.
 */
final class Lane {

	private final RelayTime time;

	private final RateLimit rate;

	private final Circuit circuit;

	private final Backoff backoff;

	private final int maxAttempts;

	private final BooleanSupplier renewCredential;

	private final Stop stop = new Stop();

	private long waitUntil;

	// The next attempt passes by the back-off and the stop.
	private boolean followUp;

	private boolean renewed;

	private boolean mayBeRepeat;

	private boolean quicklyRepeated;

	private int waits;

	private int attempts;

	private int failures;

	private @Nullable Instant lastSuccess;

	private @Nullable Instant lastFailure;

	private @Nullable String lastFailureReason;

	Lane(Parts parts, int maxAttempts, BooleanSupplier renewCredential) {
		this.time = parts.time();
		this.rate = parts.rate();
		this.circuit = parts.circuit();
		this.backoff = parts.backoff();
		this.maxAttempts = maxAttempts;
		this.renewCredential = renewCredential;
	}

	boolean tryStart() {
		long now = this.time.elapsed();
		// The circuit is asked last but for the permit: its yes must be followed by an
		// attempt.
		if (now < heldUntil() || now < this.rate.nextPermit() || !this.circuit.tryStart()) {
			return false;
		}
		this.followUp = false;
		return this.rate.tryTake();
	}

	long nextStart() {
		return Math.max(Math.max(heldUntil(), this.rate.nextPermit()), this.circuit.nextStart());
	}

	private long heldUntil() {
		return this.followUp ? 0 : Math.max(this.waitUntil, this.stop.nextStart());
	}

	Verdict judge(SendResult result, boolean reduced, Tick now) {
		if (result instanceof SendResult.Accepted) {
			return delivered(now);
		}
		if (result instanceof SendResult.Throttled throttled) {
			this.rate.throttled(throttled.retryAfter());
			this.circuit.abstained();
			return Verdict.AGAIN;
		}
		if (result instanceof SendResult.PayloadRefused refused) {
			return payloadRefused(refused.code(), reduced, now);
		}
		if (result instanceof SendResult.DestinationRefused refused) {
			return stopped(refused.code(), now);
		}
		if (result instanceof SendResult.CredentialRefused refused) {
			return credentialRefused(refused.code(), now);
		}
		if (result instanceof SendResult.Unavailable unavailable) {
			return failed(unavailable.reason(), false, now);
		}
		return failed(((SendResult.Unclear) result).reason(), true, now);
	}

	// The permit is lost, which is a second; the circuit breaker's must come back.
	void abandon() {
		this.circuit.abstained();
	}

	private Verdict delivered(Tick now) {
		this.circuit.answered();
		this.stop.lift();
		this.lastSuccess = now.instant();
		this.failures = 0;
		this.renewed = false;
		settled();
		return Verdict.DELIVERED;
	}

	private Verdict payloadRefused(String code, boolean reduced, Tick now) {
		this.circuit.answered();
		if (!reduced) {
			this.followUp = true;
			return Verdict.REDUCE;
		}
		noteFailure(code, now);
		settled();
		return Verdict.REJECTED;
	}

	private Verdict credentialRefused(String code, Tick now) {
		boolean changed = this.renewCredential.getAsBoolean();
		// Twice in a row would be a loop, where every fresh credential is bad.
		if (changed && !this.renewed) {
			this.renewed = true;
			this.circuit.answered();
			noteFailure(code, now);
			this.followUp = true;
			return Verdict.AGAIN_AT_ONCE;
		}
		this.renewed = false;
		return stopped(code, now);
	}

	private Verdict stopped(String code, Tick now) {
		this.circuit.answered();
		noteFailure(code, now);
		return this.stop.refused(code, this.time.elapsed()) ? Verdict.STOPPED : Verdict.AGAIN;
	}

	private Verdict failed(String reason, boolean unclear, Tick now) {
		this.circuit.failed();
		noteFailure(reason, now);
		this.mayBeRepeat |= unclear;
		this.attempts++;
		if (this.maxAttempts > 0 && this.attempts >= this.maxAttempts) {
			holdBack();
			forget();
			return Verdict.REJECTED;
		}
		if (unclear && !this.quicklyRepeated) {
			this.quicklyRepeated = true;
			this.followUp = true;
			return Verdict.AGAIN_AT_ONCE;
		}
		holdBack();
		return Verdict.AGAIN;
	}

	private void holdBack() {
		this.waits++;
		this.waitUntil = this.time.elapsed() + this.backoff.nanos(this.waits);
	}

	private void settled() {
		this.waits = 0;
		this.waitUntil = 0;
		forget();
	}

	// What the attempts told is gone from the waiting, one way or the other.
	private void forget() {
		this.attempts = 0;
		this.mayBeRepeat = false;
		this.quicklyRepeated = false;
	}

	private void noteFailure(String reason, Tick now) {
		this.failures++;
		this.lastFailure = now.instant();
		this.lastFailureReason = reason;
	}

	RelayStatus status() {
		return new RelayStatus(this.circuit.state(), this.stop.code(), this.failures, this.mayBeRepeat,
				this.lastSuccess, this.lastFailure, this.lastFailureReason);
	}

	/**
	 * What a lane is made of.
	 *
	 * @param time of the relay
	 * @param rate shared with the lanes of the same credential and channel
	 * @param circuit its own
	 * @param backoff stateless
	 */
	record Parts(RelayTime time, RateLimit rate, Circuit circuit, Backoff backoff) {

	}

}
