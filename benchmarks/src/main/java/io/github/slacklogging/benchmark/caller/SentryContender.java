package io.github.slacklogging.benchmark.caller;

import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.sentry.Hint;
import io.sentry.Sentry;
import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryItemType;
import io.sentry.SentryOptions;
import io.sentry.logback.SentryAppender;
import io.sentry.transport.ITransport;
import io.sentry.transport.RateLimiter;
import org.jspecify.annotations.Nullable;

/**
 * With its defaults, but that it does not look for duplicates: here they all are. Its
 * transport counts and takes everything on the thread that brings it. There is one Sentry
 * in a JVM.
 */
final class SentryContender implements Contender {

	private final LongAdder arrived = new LongAdder();

	private final SentryAppender appender = new SentryAppender();

	SentryContender(LoggerContext context) {
		SentryOptions options = new SentryOptions();
		options.setDsn("http://key@localhost:9/1");
		options.setEnableUncaughtExceptionHandler(false);
		options.setEnableDeduplication(false);
		options.setTransportFactory((ignored, request) -> new Swallowing());
		this.appender.setOptions(options);
		this.appender.setContext(context);
	}

	@Override
	public Appender<ILoggingEvent> appender() {
		return this.appender;
	}

	@Override
	public OptionalLong arrived() {
		return OptionalLong.of(this.arrived.sum());
	}

	@Override
	public void close() {
		this.appender.stop();
		Sentry.close();
	}

	/** Takes the place of a connection to Sentry. */
	private final class Swallowing implements ITransport {

		@Override
		public void send(SentryEnvelope envelope, Hint hint) {
			for (SentryEnvelopeItem item : envelope.getItems()) {
				if (item.getHeader().getType() == SentryItemType.Event) {
					SentryContender.this.arrived.increment();
				}
			}
		}

		@Override
		public void flush(long timeoutMillis) {
			// nothing waits
		}

		@Override
		public @Nullable RateLimiter getRateLimiter() {
			return null;
		}

		@Override
		public void close() {
			// nothing is open
		}

		@Override
		public void close(boolean isRestarting) {
			// nothing is open
		}

	}

}
