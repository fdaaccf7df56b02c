package io.github.slacklogging;

import java.time.Duration;
import java.time.Instant;

/**
 * Nobody is told of something for a while; its events are counted on. Immutable.
 *
 * @param subject what is muted
 * @param end when it is told of again
 * @param since when it was muted
 */
public record Mute(Subject subject, End end, Instant since) {

	/** What is muted. */
	public sealed interface Subject {

		/**
		 * One kind of event.
		 *
		 * @param fingerprint its id, without {@code #}
		 */
		record Kind(String fingerprint) implements Subject {

		}

		/**
		 * All kinds of a logger and of those below it.
		 *
		 * @param name whole package segments: {@code com.acme} is {@code com.acme.X}, not
		 * {@code com.acmex}
		 */
		record Logger(String name) implements Subject {

		}

	}

	/** When it is told of again. Whatever it is, it survives a restart. */
	public sealed interface End {

		/**
		 * At a time.
		 *
		 * @param instant of the wall clock
		 */
		record At(Instant instant) implements End {

		}

		/**
		 * When so many were counted.
		 *
		 * @param total events in all, those before the mute included
		 */
		record AtTotal(long total) implements End {

		}

		/**
		 * When another version of the service runs.
		 *
		 * @param version that was running when it was muted
		 */
		record AfterVersion(String version) implements End {

		}

	}

	/** How long is asked for. */
	public sealed interface Term {

		/**
		 * For a while.
		 *
		 * @param duration how long, more than nothing
		 */
		record For(Duration duration) implements Term {

			public For {
				if (duration.isNegative() || duration.isZero()) {
					throw new IllegalArgumentException("the duration of a mute must be positive: " + duration);
				}
			}

		}

		/** Until ten times as many were counted as until now. */
		record TenTimesMore() implements Term {

		}

		/** Until another version of the service runs. */
		record UntilNextVersion() implements Term {

		}

	}

}
