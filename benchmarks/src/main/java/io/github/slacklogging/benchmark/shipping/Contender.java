package io.github.slacklogging.benchmark.shipping;

import ch.qos.logback.classic.LoggerContext;

/** An appender that ships, with nothing beside it. */
interface Contender extends AutoCloseable {

	/** Where to log to. */
	LoggerContext context();

	/** Whether all it has taken was sent or given up. */
	boolean isIdle();

	/** How many events it says that it lost. */
	long lossesTold();

	/** What else it says of trouble. */
	String tells();

	@Override
	void close();

}
