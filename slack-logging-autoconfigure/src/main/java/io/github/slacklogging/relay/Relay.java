package io.github.slacklogging.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Destination;
import io.github.slacklogging.Pace;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Gate and judge before Slack: {@link #tryStart} says whether an attempt may start now,
 * {@link #judge} what follows from its answer. At most one attempt per destination may be
 * under way, and each one that started must be judged or abandoned. Not thread-safe: the
 * worker alone uses it. Never blocks, never sends.
 *
 * <ul>
 * <li>A 429 to what is posted pauses every destination with the same
 * {@link Destination#limitKey()}, a 429 to what is edited or asked every one with the
 * same {@link Destination#credentialKey()}, and neither the other. It is no failure and
 * no attempt.</li>
 * <li>Where Slack cannot be reached or did not answer: exponential back-off, and after
 * several failures in a row the circuit breaker. An unclear answer is repeated once
 * quickly before that.</li>
 * <li>A message that Slack refuses is sent once in its reduced form, then rejected.</li>
 * <li>A destination that Slack refuses is stopped and probed rarely, with what waits for
 * it. A refused credential is read again first and tried at once if it changed.</li>
 * <li>A message that is gone is posted anew, a feature that Slack refuses is left out:
 * neither is a failure, and neither says that the destination takes messages.</li>
 * </ul>
 */
public final class Relay {

	private static final RelayStatus UNUSED = new RelayStatus(CircuitState.CLOSED, null, 0, null, null, null);

	private final RelayTime time = new RelayTime();

	private final Settings settings;

	private final List<Destination> destinations;

	private final Credentials credentials;

	private final RandomGenerator random;

	/** Made when the first is asked for: their libraries would hold up a start. */
	private @Nullable Map<String, Lane> lanes;

	/**
	 * Creates a relay.
	 * @param settings the same for all destinations
	 * @param destinations all there are
	 * @param credentials where another one may come from when Slack refuses one
	 * @param random for the jitter, and for whose turn it is after a 429
	 */
	public Relay(Settings settings, List<Destination> destinations, Credentials credentials, RandomGenerator random) {
		this.settings = settings;
		this.destinations = List.copyOf(destinations);
		this.credentials = credentials;
		this.random = random;
	}

	private Map<String, Lane> newLanes() {
		Backoff backoff = new Backoff(this.settings.initialBackoff(), this.settings.maxBackoff(),
				this.settings.jitter(), this.random);
		Map<String, Lane> made = new HashMap<>();
		Map<String, RateLimit> posts = new HashMap<>();
		Map<String, RateLimit> edits = new HashMap<>();
		for (Destination destination : this.destinations) {
			String name = destination.name();
			RateLimit post = posts.computeIfAbsent(destination.limitKey(),
					(key) -> limit(this.settings.permitsPerSecond(), this.settings.burst()));
			RateLimit edit = edits.computeIfAbsent(destination.credentialKey(),
					(key) -> limit(Settings.EDITS_PER_MINUTE / 60.0, Settings.EDIT_BURST));
			Circuit circuit = new Circuit(name, this.settings.failuresToOpen(), this.settings.openFor(), this.time);
			Retries retries = new Retries(backoff, this.settings.maxAttempts());
			made.put(name, new Lane(this.time, Map.of(Pace.POST, post, Pace.EDIT, edit), circuit, retries,
					new Credential(this.credentials, name)));
		}
		return made;
	}

	private RateLimit limit(double permitsPerSecond, int burst) {
		return new RateLimit(permitsPerSecond, burst, this.time, this.random);
	}

	/**
	 * Whether an attempt may start now. A yes takes the permit.
	 * @param destination its name
	 * @param pace of the call
	 * @param now the present
	 * @return {@code true} when the attempt must be made, and judged
	 */
	public boolean tryStart(String destination, Pace pace, Tick now) {
		this.time.advance(now);
		return lane(destination).tryStart(pace);
	}

	/**
	 * The earliest moment at which {@link #tryStart} could say yes, as things stand.
	 * @param destination its name
	 * @param pace of the call
	 * @param now the present
	 * @return nanoseconds on the scale of {@link Tick#nanos()}, not before now
	 */
	public long nextStartNanos(String destination, Pace pace, Tick now) {
		long elapsed = this.time.advance(now);
		return now.nanos() + Math.max(0, lane(destination).nextStart(pace) - elapsed);
	}

	/**
	 * Until when a rate limit is all that holds attempts back: ours, or the pause that
	 * Slack asked for with a 429. Whether an attempt is under way makes no difference.
	 * @param destination its name
	 * @param pace of the call
	 * @param now the present
	 * @return nanoseconds on the scale of {@link Tick#nanos()}; now where no rate limit
	 * does, or not alone
	 */
	public long pacedUntilNanos(String destination, Pace pace, Tick now) {
		long elapsed = this.time.advance(now);
		return now.nanos() + Math.max(0, lane(destination).pacedUntil(pace) - elapsed);
	}

	/**
	 * Starts an attempt that nothing may hold back, the last one before the end. It must
	 * be judged as any other.
	 * @param destination its name
	 * @param pace of the call
	 * @param now the present
	 */
	public void force(String destination, Pace pace, Tick now) {
		this.time.advance(now);
		lane(destination).force(pace);
	}

	/**
	 * Starts an attempt that nothing may hold back, and whose answer says whether Slack
	 * can be reached also where the circuit is open. It must be judged as any other.
	 * @param destination its name
	 * @param pace of the call
	 * @param now the present
	 */
	public void probe(String destination, Pace pace, Tick now) {
		this.time.advance(now);
		lane(destination).probe(pace);
	}

	/**
	 * What follows from an answer.
	 * @param destination its name
	 * @param pace of the call, as it started
	 * @param result the answer
	 * @param reduced whether the message was in its reduced form already
	 * @param now the present
	 * @return what to do with what the message told
	 */
	public Verdict judge(String destination, Pace pace, SendResult result, boolean reduced, Tick now) {
		this.time.advance(now);
		return lane(destination).judge(pace, result, reduced, now);
	}

	/**
	 * An attempt that may start will not be made after all, and not be judged.
	 * @param destination its name
	 */
	public void abandon(String destination) {
		lane(destination).abandon();
	}

	/**
	 * What holds attempts back now.
	 * @param destination its name
	 * @param pace of the call
	 * @param now the present
	 * @return words that hold no secret; empty when nothing does
	 */
	public String heldBy(String destination, Pace pace, Tick now) {
		this.time.advance(now);
		return lane(destination).heldBy(pace);
	}

	public RelayStatus status(String destination) {
		boolean unused = this.lanes == null
				&& this.destinations.stream().anyMatch((each) -> each.name().equals(destination));
		return unused ? UNUSED : lane(destination).status();
	}

	private Lane lane(String destination) {
		Map<String, Lane> known = this.lanes;
		if (known == null) {
			known = newLanes();
			this.lanes = known;
		}
		Lane lane = known.get(destination);
		if (lane == null) {
			throw new IllegalArgumentException("Unknown destination: " + destination);
		}
		return lane;
	}

	/** Where credentials come from. Asked on the worker's thread; must not throw. */
	@FunctionalInterface
	public interface Credentials {

		/**
		 * Slack refused the credential last used.
		 * @param destination its name
		 * @return whether there is another one now
		 */
		boolean renew(String destination);

		/**
		 * Whether there is another credential than the one last used: asked every few
		 * seconds while a destination is stopped because of it.
		 * @param destination its name
		 */
		default boolean hasOther(String destination) {
			return false;
		}

	}

	/**
	 * How hard to try.
	 *
	 * @param permitsPerSecond messages per second and credential and channel, 0.001 to
	 * 1000
	 * @param burst messages that may go at once, at least 1
	 * @param initialBackoff the first wait after a failure
	 * @param maxBackoff the longest wait
	 * @param jitter share by which a wait varies, 0 to 1
	 * @param maxAttempts failed attempts after which a message is rejected, 0 for never
	 * @param failuresToOpen failures in a row that open the circuit breaker
	 * @param openFor how long it stays open before one attempt may find out
	 */
	public record Settings(double permitsPerSecond, int burst, Duration initialBackoff, Duration maxBackoff,
			double jitter, int maxAttempts, int failuresToOpen, Duration openFor) {

		/**
		 * Edits and questions a minute for each credential. Slack takes 50 and a few
		 * more, counted for each method (tier 3, docs.slack.dev, "Rate limits").
		 */
		public static final int EDITS_PER_MINUTE = 40;

		/** How many of them may go at once. */
		public static final int EDIT_BURST = 4;

		public Settings {
			check(permitsPerSecond >= 0.001 && permitsPerSecond <= 1000, "rate-limit.per-second",
					"must be between 0.001 and 1000");
			check(burst >= 1, "rate-limit.burst", "must be at least 1");
			check(isPositive(initialBackoff), "retry.initial-backoff", "must be positive");
			check(maxBackoff.compareTo(initialBackoff) >= 0, "retry.max-backoff",
					"must not be shorter than retry.initial-backoff");
			check(maxBackoff.compareTo(Duration.ofDays(1)) <= 0, "retry.max-backoff", "must be at most one day");
			check(jitter >= 0 && jitter <= 1, "retry.jitter", "must be between 0 and 1");
			check(maxAttempts >= 0, "retry.max-attempts", "must not be negative");
			check(failuresToOpen >= 1, "circuit-breaker.failures", "must be at least 1");
			check(isPositive(openFor) && openFor.compareTo(Duration.ofDays(1)) <= 0, "circuit-breaker.open-for",
					"must be positive and at most one day");
		}

		private static boolean isPositive(Duration duration) {
			return !duration.isNegative() && !duration.isZero();
		}

		private static void check(boolean valid, String property, String rule) {
			if (!valid) {
				throw new IllegalArgumentException("slack.logging." + property + " " + rule);
			}
		}

	}

}
