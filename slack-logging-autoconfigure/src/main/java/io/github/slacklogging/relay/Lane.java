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

	private final Retries retries;

	private final BooleanSupplier renewCredential;

	private final Stop stop = new Stop();

	// The next attempt passes by the back-off and the stop.
	private boolean followUp;

	private boolean renewed;

	private int failures;

	private @Nullable Instant lastSuccess;

	private @Nullable Instant lastFailure;

	private @Nullable String lastFailureReason;

	Lane(RelayTime time, RateLimit rate, Circuit circuit, Retries retries, BooleanSupplier renewCredential) {
		this.time = time;
		this.rate = rate;
		this.circuit = circuit;
		this.retries = retries;
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
		return this.followUp ? 0 : Math.max(this.retries.nextStart(), this.stop.nextStart());
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
		if (result instanceof SendResult.Gone || result instanceof SendResult.FeatureRefused) {
			this.circuit.answered();
			return Verdict.REJECTED;
		}
		if (result instanceof SendResult.Unavailable unavailable) {
			return failed(unavailable.reason(), false, now);
		}
		return failed(((SendResult.Unclear) result).reason(), true, now);
	}

	// What the circuit breaker does not let through it does not judge.
	void force() {
		this.followUp = false;
		this.circuit.tryStart();
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
		this.retries.settled();
		return Verdict.DELIVERED;
	}

	private Verdict payloadRefused(String code, boolean reduced, Tick now) {
		this.circuit.answered();
		if (!reduced) {
			this.followUp = true;
			return Verdict.REDUCE;
		}
		noteFailure(code, now);
		this.retries.settled();
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
		Verdict verdict = this.retries.failed(unclear, this.time.elapsed());
		this.followUp = verdict == Verdict.AGAIN_AT_ONCE;
		return verdict;
	}

	private void noteFailure(String reason, Tick now) {
		this.failures++;
		this.lastFailure = now.instant();
		this.lastFailureReason = reason;
	}

	RelayStatus status() {
		return new RelayStatus(this.circuit.state(), this.stop.code(), this.failures, this.lastSuccess,
				this.lastFailure, this.lastFailureReason);
	}

}
