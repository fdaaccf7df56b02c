package io.github.slacklogging.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Pace;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * One destination's way to Slack: what holds attempts back, and what an answer changes.
 * Lanes share nothing but rate limits: for posts those of the same credential and
 * channel, for edits those of the same credential.
 */
final class Lane {

	private final RelayTime time;

	private final Map<Pace, RateLimit> rates;

	private final Circuit circuit;

	private final Retries retries;

	private final Credential credential;

	private final Stop stop = new Stop();

	// The next attempt passes by the back-off and the stop.
	private boolean followUp;

	private boolean renewed;

	private int failures;

	private @Nullable Instant lastSuccess;

	private @Nullable Instant lastFailure;

	private @Nullable String lastFailureReason;

	Lane(RelayTime time, Map<Pace, RateLimit> rates, Circuit circuit, Retries retries, Credential credential) {
		this.time = time;
		this.rates = new EnumMap<>(rates);
		this.circuit = circuit;
		this.retries = retries;
		this.credential = credential;
	}

	boolean tryStart(Pace pace) {
		long now = this.time.elapsed();
		RateLimit rate = rate(pace);
		if (this.stop.looks(now) && this.credential.hasOther()) {
			this.stop.mended();
		}
		// The circuit is asked last but for the permit: its yes must be followed by an
		// attempt.
		if (now < heldUntil(this.stop.heldUntil()) || now < rate.nextPermit() || !this.circuit.tryStart()) {
			return false;
		}
		this.followUp = false;
		return rate.tryTake();
	}

	long nextStart(Pace pace) {
		return Math.max(Math.max(heldUntil(this.stop.nextStart()), rate(pace).nextPermit()), this.circuit.nextStart());
	}

	/**
	 * Until when the rate limit alone holds attempts back; zero where it is not alone.
	 */
	long pacedUntil(Pace pace) {
		boolean heldByMore = this.stop.code() != null || this.circuit.state() != CircuitState.CLOSED
				|| this.retries.nextStart() > this.time.elapsed();
		return heldByMore ? 0 : rate(pace).nextPermit();
	}

	private RateLimit rate(Pace pace) {
		return Objects.requireNonNull(this.rates.get(pace), "rate of each pace");
	}

	private long heldUntil(long stopped) {
		return this.followUp ? 0 : Math.max(this.retries.nextStart(), stopped);
	}

	// Long only because there are so many sorts of answers.
	Verdict judge(Pace pace, SendResult result, boolean reduced, Tick now) {
		if (result instanceof SendResult.Accepted accepted) {
			return (pace == Pace.POST || accepted.message() != null) ? delivered(accepted, now)
					: answered(Verdict.DELIVERED);
		}
		if (result instanceof SendResult.Throttled throttled) {
			return throttled(pace, throttled.retryAfter());
		}
		if (result instanceof SendResult.PayloadRefused refused) {
			return payloadRefused(refused, reduced, now);
		}
		if (result instanceof SendResult.DestinationRefused refused) {
			return stopped(refused.code(), false, now);
		}
		if (result instanceof SendResult.CredentialRefused refused) {
			return credentialRefused(refused.code(), now);
		}
		if (result instanceof SendResult.Gone) {
			return gone();
		}
		if (result instanceof SendResult.FeatureRefused) {
			return answered(Verdict.SKIP);
		}
		if (result instanceof SendResult.Unavailable unavailable) {
			return failed(unavailable.reason(), false, now);
		}
		return failed(((SendResult.Unclear) result).reason(), true, now);
	}

	/** What holds the next attempt back, in words; empty when nothing does. */
	String heldBy(Pace pace) {
		long now = this.time.elapsed();
		if (!this.followUp && this.stop.nextStart() > now) {
			return "refused by Slack (" + this.stop.code() + "), probed rarely";
		}
		if (this.circuit.nextStart() > now) {
			return "circuit open (" + this.lastFailureReason + ")";
		}
		if (!this.followUp && this.retries.nextStart() > now) {
			return "back-off (" + this.lastFailureReason + ")";
		}
		return (rate(pace).nextPermit() > now) ? rate(pace).inWords() : "";
	}

	// What the circuit breaker does not let through it does not judge.
	void force(Pace pace) {
		this.followUp = false;
		rate(pace).tryTake();
		this.circuit.tryStart();
	}

	void probe(Pace pace) {
		this.circuit.letOneFindOut();
		force(pace);
	}

	// The permit is lost, which is a second; the circuit breaker's must come back.
	void abandon() {
		this.circuit.abstained();
	}

	private Verdict delivered(SendResult.Accepted accepted, Tick now) {
		this.stop.lift();
		this.lastSuccess = accepted.isDryRun() ? this.lastSuccess : now.instant();
		this.failures = 0;
		return answered(Verdict.DELIVERED);
	}

	// Slack is there and knows us. That the destination takes messages is only proven by
	// one: a channel that is archived still has permalinks.
	private Verdict answered(Verdict verdict) {
		this.circuit.answered();
		this.renewed = false;
		this.retries.settled();
		return verdict;
	}

	private Verdict throttled(Pace pace, Duration retryAfter) {
		rate(pace).throttled(retryAfter);
		this.circuit.abstained();
		return Verdict.AGAIN;
	}

	private Verdict gone() {
		Verdict verdict = answered(Verdict.REPOST);
		// The message told anew is the other half of this attempt.
		this.followUp = true;
		return verdict;
	}

	private Verdict payloadRefused(SendResult.PayloadRefused refused, boolean reduced, Tick now) {
		this.circuit.answered();
		if (!reduced) {
			this.followUp = true;
			return Verdict.REDUCE;
		}
		if (!refused.isDryRun()) {
			noteFailure(refused.code(), now);
		}
		this.retries.settled();
		return Verdict.REJECTED;
	}

	private Verdict credentialRefused(String code, Tick now) {
		boolean changed = this.credential.renew();
		// Twice in a row would be a loop, where every fresh credential is bad.
		if (changed && !this.renewed) {
			this.renewed = true;
			this.circuit.answered();
			noteFailure(code, now);
			this.followUp = true;
			return Verdict.AGAIN_AT_ONCE;
		}
		this.renewed = false;
		return stopped(code, true, now);
	}

	private Verdict stopped(String code, boolean credential, Tick now) {
		this.circuit.answered();
		noteFailure(code, now);
		return this.stop.refused(code, credential, this.time.elapsed()) ? Verdict.STOPPED : Verdict.AGAIN;
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
