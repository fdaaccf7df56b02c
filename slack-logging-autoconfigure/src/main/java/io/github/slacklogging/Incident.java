package io.github.slacklogging;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The life of a kind of event at one destination, as a message shows it. Immutable.
 *
 * @param phase where it stands
 * @param rate how often it comes
 * @param milestone that is told now, 0 for none
 * @param withoutStack events that the JVM threw without a stack trace
 * @param mute why nobody is told of it, {@code null} when it is not muted
 * @param earlier what was there before it came back, {@code null} for nothing
 */
public record Incident(Phase phase, Rate rate, long milestone, long withoutStack, @Nullable Mute mute,
		@Nullable Earlier earlier) {

	/** Nothing is known of it yet. */
	public static final Incident UNKNOWN = new Incident(Phase.NEW, Rate.NONE, 0, 0, null, null);

	/** Where an incident stands. */
	public enum Phase {

		/** Told at most once. */
		NEW,

		/** Seen again since it was told. */
		ONGOING,

		/** Not seen for a while. It is called quiet, never resolved. */
		QUIET,

		/** Seen again after it was quiet. */
		RETURNED

	}

	/**
	 * How often it comes.
	 *
	 * @param perMinute events in the last full minute or the present one, whichever had
	 * more
	 * @param peakPerMinute most events in one minute
	 * @param history events of each five minutes, oldest first, the present ones last; at
	 * most twelve
	 */
	public record Rate(long perMinute, long peakPerMinute, List<Long> history) {

		/** Nothing is known. */
		public static final Rate NONE = new Rate(0, 0, List.of());

		public Rate {
			history = List.copyOf(history);
		}

	}

	/**
	 * What was there before.
	 *
	 * @param lastSeen when it was seen last
	 * @param version of the service at that time, {@code null} if it is the present one
	 * @param link address of the message that told of it, {@code null} if unknown
	 */
	public record Earlier(Instant lastSeen, @Nullable String version, @Nullable String link) {

	}

}
