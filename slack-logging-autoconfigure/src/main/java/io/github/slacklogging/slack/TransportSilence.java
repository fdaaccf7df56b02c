package io.github.slacklogging.slack;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the JDK's HTTP client from telling our URL, which is a secret: at level DEBUG its
 * internal logger prints the address of every request, and Boot carries that to Logback
 * as soon as the root logger is at DEBUG. Only records of our own threads, or ones that
 * hold the path of a webhook, are held back; an application debugs its own clients as
 * before.
 *
 * <p>
 * The JDK's own loggers share their configuration with those of the same name that
 * applications see: source of {@code java.util.logging.Logger.mergeWithSystemLogger}.
 * Where another {@code System.LoggerFinder} than the JDK's is installed this has no
 * effect. Thread-safe.
 */
final class TransportSilence implements Filter {

	private static final String INTERNAL_LOGGER = "jdk.internal.httpclient.debug";

	private static final String OWN_THREADS = "slack-logging-";

	private static final String WEBHOOK_PATH = "/services/";

	/** Held, because the JDK forgets loggers that nobody holds. */
	private final Logger logger = Logger.getLogger(INTERNAL_LOGGER);

	private final @Nullable Filter before;

	TransportSilence() {
		this.before = this.logger.getFilter();
		this.logger.setFilter(this);
	}

	@Override
	public boolean isLoggable(LogRecord log) {
		return !isOurs(log) && (this.before == null || this.before.isLoggable(log));
	}

	private static boolean isOurs(LogRecord log) {
		return Thread.currentThread().getName().startsWith(OWN_THREADS) || tellsWebhook(log.getMessage())
				|| tellsWebhook(log.getParameters());
	}

	private static boolean tellsWebhook(@Nullable Object @Nullable ... parts) {
		if (parts != null) {
			for (Object part : parts) {
				if (part != null && part.toString().contains(WEBHOOK_PATH)) {
					return true;
				}
			}
		}
		return false;
	}

	/** Puts back the filter that was there, unless another one came since. */
	void end() {
		if (this.logger.getFilter() == this) {
			this.logger.setFilter(this.before);
		}
	}

}
