package io.github.slacklogging.transport;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the secrets of our requests out of what the JDK's client logs of them. With
 * {@code -Djdk.httpclient.HttpClient.log} it tells addresses and headers, and so does its
 * debug logger; both are one per process, so lines about other requests pass. Source:
 * jdk.internal.net.http.common, Log and DebugLogger. Thread-safe.
 */
final class TransportLog {

	private static final Set<String> LOGGERS = Set.of("jdk.httpclient.HttpClient", "jdk.internal.httpclient.debug");

	/** The address of each upload is a secret too, for a moment. */
	private static final int MAX_SECRETS = 64;

	/** A shorter path is nobody's secret, and would hide innocent lines. */
	private static final int MIN_LENGTH = 8;

	private final Set<String> secrets = new LinkedHashSet<>();

	/** Held, because java.util.logging forgets loggers that nobody holds. */
	private final Map<Logger, Screen> screens = new HashMap<>();

	private boolean closed;

	/** Begins, unless it has begun or ended. */
	synchronized void open() {
		if (this.closed || !this.screens.isEmpty()) {
			return;
		}
		for (String name : LOGGERS) {
			Logger logger = Logger.getLogger(name);
			// there is one of us for each place that is talked to
			synchronized (logger) {
				Screen screen = new Screen(logger.getFilter());
				logger.setFilter(screen);
				this.screens.put(logger, screen);
			}
		}
	}

	/** From now on no line tells the secret of this call. */
	synchronized void hide(HttpCall call) {
		String secret = call.secret();
		if (secret.length() >= MIN_LENGTH && this.secrets.add(secret) && this.secrets.size() > MAX_SECRETS) {
			this.secrets.remove(this.secrets.iterator().next());
		}
	}

	private synchronized boolean isSecret(String text) {
		return this.secrets.stream().anyMatch(text::contains);
	}

	/** Leaves the loggers as they were, but for those of us that came later. */
	synchronized void close() {
		this.closed = true;
		this.screens.forEach(TransportLog::takeOut);
		this.screens.clear();
		this.secrets.clear();
	}

	private static void takeOut(Logger logger, Screen screen) {
		synchronized (logger) {
			if (logger.getFilter() == screen) {
				logger.setFilter(screen.next);
				return;
			}
			Filter later = logger.getFilter();
			while (later instanceof Screen other) {
				if (other.next == screen) {
					other.next = screen.next;
				}
				later = other.next;
			}
		}
	}

	/** Lets through what holds no secret, as far as the filter that was there does. */
	private final class Screen implements Filter {

		private volatile @Nullable Filter next;

		Screen(@Nullable Filter next) {
			this.next = next;
		}

		@Override
		public boolean isLoggable(LogRecord line) {
			String text = line.getMessage() + Arrays.deepToString(line.getParameters()) + line.getThrown();
			Filter behind = this.next;
			return !isSecret(text) && (behind == null || behind.isLoggable(line));
		}

	}

}
