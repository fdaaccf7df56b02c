package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.Optional;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Which throwables were logged a moment ago, to recognise one that is logged again, alone
 * or wrapped, on its way up the same thread. Bounded: a throwable takes the place of
 * another one by its identity, and what was displaced is at worst told as a kind of its
 * own. Used by the worker only.
 */
final class RecentThrowables {

	static final Duration MOMENT = Duration.ofSeconds(5);

	/** A power of two, so that a part of the identity is the place. */
	private static final int PLACES = 256;

	private final @Nullable Sighting[] sightings = new @Nullable Sighting[PLACES];

	/**
	 * How it was logged a moment ago.
	 * @param thrown the innermost one with a stack: whatever wraps it, it stays the same.
	 * One without a stack is nobody's, as the JVM throws a single one everywhere
	 * @param event that has it now
	 * @param now the time
	 * @return empty when it was not
	 */
	Optional<Sighting> find(ThrowableSnapshot thrown, LogEvent event, Tick now) {
		Sighting there = this.sightings[place(thrown)];
		return (there != null && there.isOf(thrown, event.threadName(), now)) ? Optional.of(there) : Optional.empty();
	}

	void add(ThrowableSnapshot thrown, LogEvent event, Identified as, Tick now) {
		this.sightings[place(thrown)] = new Sighting(thrown.identity(), thrown.type(), thrown.frames().get(0),
				event.threadName(), statement(event), as, event.job() != null, now);
	}

	private static int place(ThrowableSnapshot thrown) {
		return thrown.identity() & (PLACES - 1);
	}

	private static int statement(LogEvent event) {
		return 31 * event.loggerName().hashCode() + event.template().hashCode();
	}

	/**
	 * A throwable that was logged. Identities may collide, so it is known by more. The
	 * statement is a hash, as templates may be long: that two are confused only means
	 * that an event counts as a repeat.
	 *
	 * @param identity of the throwable
	 * @param type of the throwable
	 * @param top its innermost frame
	 * @param thread that logged it
	 * @param statement that logged it
	 * @param as what it was found to be
	 * @param reported whether it was the report of a job
	 * @param at when
	 */
	record Sighting(int identity, String type, StackTraceElement top, String thread, int statement, Identified as,
			boolean reported, Tick at) {

		private boolean isOf(ThrowableSnapshot thrown, String thread, Tick now) {
			return this.identity == thrown.identity() && now.since(this.at).compareTo(MOMENT) <= 0
					&& this.thread.equals(thread) && this.type.equals(thrown.type())
					&& this.top.equals(thrown.frames().get(0));
		}

		/** The same statement again is a repeat: each counts for itself. */
		boolean isByAnother(LogEvent event) {
			return this.statement != RecentThrowables.statement(event);
		}

	}

}
