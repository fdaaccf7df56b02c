package io.github.slacklogging.spool;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Counts entries that are not in the file, and tells the sum at most once a minute. The
 * time is that of the events: nothing is lost while none come. Thread-safe.
 */
final class LostEntries {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final Consumer<String> trouble;

	private long untold;

	private @Nullable Instant told;

	LostEntries(Consumer<String> trouble) {
		this.trouble = trouble;
	}

	/** Counts one, whose reason was told elsewhere. */
	synchronized void count() {
		this.untold++;
	}

	/** Counts one and tells, if the last time is long enough ago. */
	synchronized void count(Instant now) {
		this.untold++;
		Instant last = this.told;
		if (last == null || Duration.between(last, now).abs().compareTo(PAUSE) >= 0) {
			this.told = now;
			tell();
		}
	}

	/** Tells what was not told yet. */
	synchronized void tell() {
		if (this.untold > 0) {
			this.trouble.accept("events missing in slack.logging.fallback.file: " + this.untold);
			this.untold = 0;
		}
	}

}
