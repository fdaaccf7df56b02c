package io.github.slacklogging.inbox.block;

import java.util.Comparator;
import java.util.Locale;

/**
 * One limit of Slack's, and how near a message is to it.
 *
 * @param what is limited, in words: {@code section text}
 * @param pointer JSON pointer to it, for example {@code /blocks/0/text/text}
 * @param used how much of it the message uses
 * @param max how much is allowed, inclusive
 * @param unit of both, for example {@code characters}
 * @param beyond what becomes of a message that uses more
 */
public record Measure(String what, String pointer, long used, long max, String unit, Beyond beyond) {

	/** Nearest to its limit first. */
	public static final Comparator<Measure> NEAREST_FIRST = Comparator.comparingDouble(Measure::share).reversed();

	/**
	 * How much of the limit is used.
	 * @return 1 at the limit, more beyond it
	 */
	public double share() {
		return (double) this.used / this.max;
	}

	public boolean isExceeded() {
		return this.used > this.max;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s %,d of %,d %s", this.what, this.used, this.max, this.unit);
	}

	/** What Slack does beyond a limit. */
	public enum Beyond {

		/** Slack refuses the message. */
		REFUSED,

		/** Slack refuses {@code chat.update}; posting goes well. */
		UPDATE_REFUSED,

		/** Slack makes several messages of it. */
		SPLIT,

		/** Slack cuts the end off. */
		CUT,

		/** Slack hides the end behind "Show more". */
		FOLDED

	}

}
