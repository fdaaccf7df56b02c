package io.github.slacklogging;

import java.net.URI;
import java.util.Optional;

/**
 * Where readers find what was logged, in the log store that a team uses. Thread-safe;
 * does not block: it writes addresses and asks nobody. An address holds nothing that was
 * not masked, is encoded in full and short enough for a browser, a chat and a mail.
 */
public interface LogSearch {

	/** For a team that names no log store. */
	LogSearch NONE = new LogSearch() {

		@Override
		public Optional<URI> line(MaskedGroup group, MaskedEvent event) {
			return Optional.empty();
		}

		@Override
		public Optional<URI> alike(MaskedGroup group) {
			return Optional.empty();
		}

		@Override
		public Optional<URI> trace(MaskedGroup group, MaskedEvent event) {
			return Optional.empty();
		}

	};

	/**
	 * Exactly this event, found by its log id.
	 * @param group that the event is of
	 * @param event first or latest of the group
	 */
	Optional<URI> line(MaskedGroup group, MaskedEvent event);

	/** All events of the kind, from the first to the latest of the group. */
	Optional<URI> alike(MaskedGroup group);

	/**
	 * What was logged in the same trace; empty for an event without one.
	 * @param group that the event is of
	 * @param event first or latest of the group
	 */
	Optional<URI> trace(MaskedGroup group, MaskedEvent event);

}
