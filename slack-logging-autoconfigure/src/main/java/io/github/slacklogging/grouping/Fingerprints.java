package io.github.slacklogging.grouping;

import java.util.List;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;

/**
 * Says what an event is, by the same rules as {@link EventGrouping}, to somebody who does
 * not group. Has a memory of its own, bounded. For one thread.
 */
public final class Fingerprints {

	private final Fingerprinting fingerprinting;

	/**
	 * Remembers nothing yet.
	 * @param settings of the grouping
	 * @param fingerprinters of the application
	 */
	public Fingerprints(EventGrouping.Settings settings, List<Fingerprinter> fingerprinters) {
		this.fingerprinting = new Fingerprinting(settings, fingerprinters);
	}

	/**
	 * What the event is. Each is to be asked about once, in the order of the log calls.
	 * @param event not masked
	 * @param now the time
	 */
	public Fingerprint of(LogEvent event, Tick now) {
		return this.fingerprinting.identify(event, now).fingerprint();
	}

}
