package io.github.slacklogging.benchmark.caller;

import java.util.OptionalLong;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;

/** An appender with all that stands behind it, up to a receiver that takes everything. */
public interface Contender extends AutoCloseable {

	/** Ready to be started. */
	Appender<ILoggingEvent> appender();

	/**
	 * How many events came out at the far end so far.
	 * @return empty where nothing can get lost, as the call itself brings the event there
	 */
	OptionalLong arrived();

	/** Ends what stands behind the appender. */
	@Override
	void close();

}
