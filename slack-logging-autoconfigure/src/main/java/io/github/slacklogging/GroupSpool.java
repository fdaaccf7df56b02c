package io.github.slacklogging;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what waits where the end of the process does not reach it. Thread-safe; no method
 * but {@link #close()} and {@link #rejected()} blocks, and none but that throws: work is
 * done in order on a thread of the spool's own, and each answer is given exactly once, on
 * that thread.
 *
 * <p>
 * What is kept of a destination is the sum of what was added since it was last replaced.
 * At most one update of a destination should be unanswered at a time.
 */
public interface GroupSpool extends AutoCloseable {

	/**
	 * What earlier runs left, for the configured destinations. It stays on disk until it
	 * is replaced. To be called before anything else, and again after an answer that says
	 * {@link End#UNKNOWN}.
	 * @param answer takes it
	 */
	void recover(Consumer<Recovery> answer);

	/**
	 * Changes what is kept of a destination.
	 * @param destination its name
	 * @param update what to change
	 * @param answer takes the result
	 */
	void keep(String destination, Update update, Consumer<Kept> answer);

	/**
	 * Changes what is kept of the incidents of a destination, apart from what waits
	 * there: each takes the place of what was kept of the same fingerprint, and one that
	 * is over is let go.
	 * @param destination its name
	 * @param changed incidents that changed, most important first, all with their
	 * {@link SpooledGroup#incident()} and without counts
	 * @param answer takes the result; after a failure those of this update and of earlier
	 * ones are to be kept again. What finds no room is left out, and what waits may take
	 * the room of what was kept earlier: such an incident begins anew after the next
	 * start
	 */
	void keepIncidents(String destination, List<SpooledGroup> changed, Consumer<Kept> answer);

	/**
	 * Changes what is kept of the mutes, which belong to no destination.
	 * @param mutes all that stand; they take the place of all that were kept before
	 * @param answer takes the result; after a failure they are to be kept again
	 */
	void keepMutes(List<KeptMute> mutes, Consumer<Kept> answer);

	/**
	 * Changes what is kept of the jobs that are expected, which belong to no destination.
	 * @param jobs all that are; they take the place of all that were kept before
	 * @param answer takes the result; after a failure they are to be kept again
	 */
	void keepJobs(List<KeptJob> jobs, Consumer<Kept> answer);

	/**
	 * Keeps a message that Slack will never accept for a human to look at. Bounded: the
	 * oldest makes room.
	 * @param message to keep
	 */
	void reject(RejectedMessage message);

	/**
	 * Messages that Slack refused for good, newest first. Reads the disk, and blocks as
	 * long as it does: not for the worker.
	 * @throws IOException when it cannot be read
	 */
	List<RejectedMessage> rejected() throws IOException;

	/**
	 * The same with what it takes to settle them.
	 * @param answer takes them, empty where they cannot be read
	 */
	void deadLetters(Consumer<Optional<List<DeadLetter>>> answer);

	/**
	 * Lets a message go that was acknowledged after all.
	 * @param letter as {@link #deadLetters} gave it
	 */
	void settle(DeadLetter letter);

	/** How the spool fares; from memory. */
	SpoolStatus status();

	/**
	 * Finishes what was asked for, for at most a second, and lets another process have
	 * the place. Idempotent.
	 */
	@Override
	void close();

	/**
	 * A change of what is kept of one destination, in this order: it is marked as under
	 * way if asked for, then the groups are added or take the place of all that was kept,
	 * then the mark is taken off unless it was asked for.
	 *
	 * @param groups to keep, most important first; what finds no room at the end is left
	 * out
	 * @param replacing whether they take the place of everything kept before, in one step
	 * @param underWay whether a message is about to be sent, or may have arrived without
	 * an acknowledgement: what is kept now may then be told twice, and says so
	 */
	record Update(List<SpooledGroup> groups, boolean replacing, boolean underWay) {

		public Update {
			groups = List.copyOf(groups);
		}

	}

	/**
	 * What became of an update.
	 *
	 * @param successful whether it was done; otherwise what is kept is unknown until the
	 * next replacing update succeeds
	 * @param groups how many of the groups, counted from the first, are kept; fewer than
	 * there were also when something kept before had to make room or was damaged: what is
	 * kept is then unknown until the next replacing update succeeds
	 */
	record Kept(boolean successful, int groups) {

		/** Nothing is known to be kept. */
		public static final Kept FAILED = new Kept(false, 0);

	}

	/**
	 * A mute, with what it needs to go on.
	 *
	 * @param mute as it was ordered
	 * @param counted events of what is muted, those before the mute included; only counts
	 * where {@link Mute.End.AtTotal} ends it
	 */
	record KeptMute(Mute mute, long counted) {

	}

	/**
	 * A job that is expected, with what it needs to be waited for by another run.
	 *
	 * @param name of the job
	 * @param waitedSince when it was first waited for
	 * @param lastSuccess when it last came to a good end, {@code null} for never
	 * @param told of it last, {@code null} for never
	 */
	record KeptJob(String name, Instant waitedSince, @Nullable Instant lastSuccess, @Nullable Told told) {

		/**
		 * That it was overdue.
		 *
		 * @param at when that was told
		 * @param run under which, as {@link JobReport#run()}
		 */
		public record Told(Instant at, String run) {

		}

	}

	/**
	 * A message that Slack refused for good, where it is kept.
	 *
	 * @param id of it in this spool
	 * @param message as it was kept
	 */
	record DeadLetter(String id, RejectedMessage message) {

	}

	/**
	 * What earlier runs left.
	 *
	 * @param end how the last of them ended
	 * @param groups by name of a configured destination, in any order
	 * @param incidents by name of a configured destination, in any order, none that is
	 * over
	 * @param mutes that stood
	 * @param jobs that were expected
	 * @param damagedEvents events whose records could not be read
	 * @param expiredEvents events that had waited longer than allowed
	 */
	record Recovery(End end, Map<String, List<SpooledGroup>> groups, Map<String, List<SpooledGroup>> incidents,
			List<KeptMute> mutes, List<KeptJob> jobs, long damagedEvents, long expiredEvents) {

		/** Nothing is there. */
		public static final Recovery NOTHING = new Recovery(End.NONE, Map.of(), Map.of(), List.of(), List.of(), 0, 0);

		/** The place could not be read. */
		public static final Recovery FAILED = new Recovery(End.UNKNOWN, Map.of(), Map.of(), List.of(), List.of(), 0, 0);

		public Recovery {
			groups = Map.copyOf(groups);
			incidents = Map.copyOf(incidents);
			mutes = List.copyOf(mutes);
			jobs = List.copyOf(jobs);
		}

	}

	/** How an earlier run ended. */
	enum End {

		/** There was none. */
		NONE,

		/** In order. */
		STOPPED,

		/** Without notice. */
		CRASHED,

		/** The place could not be read: to be asked again later. */
		UNKNOWN

	}

}
