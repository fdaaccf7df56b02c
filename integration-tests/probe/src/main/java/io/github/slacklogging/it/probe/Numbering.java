package io.github.slacklogging.it.probe;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.BasicSequenceNumberGenerator;
import org.slf4j.LoggerFactory;

/** Loaded only where the application has Logback. */
final class Numbering {

	private Numbering() {
	}

	/** From now on every event has the same number, as a careless generator gives it. */
	static void stop() {
		((LoggerContext) LoggerFactory.getILoggerFactory()).setSequenceNumberGenerator(new Stopped());
	}

	private static final class Stopped extends BasicSequenceNumberGenerator {

		@Override
		public long nextSequenceNumber() {
			return 1_000_000;
		}

	}

}
