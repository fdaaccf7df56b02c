package io.github.slacklogging.sample;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps what the sample's own classes log during one test, with all its parts. */
final class RecordedLog implements BeforeEachCallback, AfterEachCallback {

	private final Logger logger = (Logger) LoggerFactory.getLogger(RecordedLog.class.getPackageName());

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {

		@Override
		protected void append(ILoggingEvent event) {
			// Reads the thread's diagnostic context now, before the filter clears it.
			event.prepareForDeferredProcessing();
			super.append(event);
		}

	};

	@Override
	public void beforeEach(ExtensionContext context) {
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.logger.detachAppender(this.appender);
		this.appender.stop();
	}

	List<ILoggingEvent> warningsAndErrors() {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.toList();
	}

	ILoggingEvent only() {
		List<ILoggingEvent> events = warningsAndErrors();
		if (events.size() != 1) {
			throw new AssertionError("Expected one event, but there are " + events);
		}
		return events.get(0);
	}

}
