package io.github.slacklogging.spool;

import java.util.Arrays;
import java.util.Optional;

/**
 * The files that tell of the same: those of one destination, of what waits there or of
 * its incidents. Immutable.
 *
 * @param destination name of the destination
 * @param content what they hold
 */
record Series(String destination, Content content) {

	static Series waiting(String destination) {
		return new Series(destination, Content.WAITING);
	}

	static Series incidents(String destination) {
		return new Series(destination, Content.INCIDENTS);
	}

	boolean isWaiting() {
		return this.content == Content.WAITING;
	}

	/** What the files of a series hold. */
	enum Content {

		/** Groups that wait: the files add up. */
		WAITING(".groups"),

		/**
		 * Incidents: the later file wins. It bears another ending, so that versions which
		 * do not know it leave it alone and no name of a destination is mistaken for it.
		 */
		INCIDENTS(".incidents");

		private final String suffix;

		Content(String suffix) {
			this.suffix = suffix;
		}

		/** How the name of a file ends. */
		String suffix() {
			return this.suffix;
		}

		static Optional<Content> of(String suffix) {
			return Arrays.stream(values()).filter((content) -> content.suffix.equals(suffix)).findFirst();
		}

	}

}
