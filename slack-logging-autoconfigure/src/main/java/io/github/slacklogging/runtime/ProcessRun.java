package io.github.slacklogging.runtime;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.RunId;
import io.github.slacklogging.appender.RunSequence;
import org.slf4j.LoggerFactory;

/**
 * What makes the id of an event, for those who print it elsewhere than in Slack: the run
 * of this JVM and the numbers of its events. To be called only where Logback is on the
 * class path. Thread-safe; never blocks.
 */
public final class ProcessRun {

	private ProcessRun() {
	}

	/** The same from the start of the JVM to its end. */
	public static RunId id() {
		return RuntimeHolder.runId();
	}

	/**
	 * Lets Logback number its events from now on. A generator that is there stays, and
	 * one that comes with a configuration file takes the place of ours. The numbers go on
	 * after a reset. Does nothing where Logback does not do the logging.
	 */
	public static void numberEvents() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			numberEvents(context);
		}
	}

	static void numberEvents(LoggerContext context) {
		if (context.getSequenceNumberGenerator() == null) {
			context.setSequenceNumberGenerator(new RunSequence());
		}
	}

}
