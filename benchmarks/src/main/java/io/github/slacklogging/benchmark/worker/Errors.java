package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender;

/**
 * Events of an application as the appender takes them from Logback, kept in a list. A
 * kind is told apart by its template, or where it has a throwable by its frames.
 */
final class Errors {

	private final LoggerContext context = new LoggerContext();

	private final Logger log = this.context.getLogger("com.acme.orders.OrderService");

	private final List<LogEvent> taken = new ArrayList<>();

	Errors() {
		LogbackMDCAdapter mdc = new LogbackMDCAdapter();
		mdc.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		mdc.put("spanId", "00f067aa0ba902b7");
		this.context.setMDCAdapter(mdc);
		SlackAppender appender = new SlackAppender();
		appender.connect(new Collecting(this.taken),
				new SlackAppender.Settings(RunId.random(), Severity.ERROR, Set.of("CRITICAL"),
						SlackAppender.CallerLocation.NEVER, SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH,
						HandledException.NONE));
		appender.setContext(this.context);
		appender.start();
		this.log.setLevel(Level.INFO);
		this.log.setAdditive(false);
		this.log.addAppender(appender);
	}

	/**
	 * Made anew.
	 * @param shape what each of them looks like
	 * @param kinds how many kinds take turns
	 * @param events how many events
	 */
	static List<LogEvent> of(Shape shape, int kinds, int events) {
		Errors errors = new Errors();
		for (int i = 0; i < events; i++) {
			shape.log(errors.log, i % kinds, i);
		}
		return List.copyOf(errors.taken);
	}

	/** Keeps what it gets. */
	private record Collecting(List<LogEvent> events) implements EventIntake {

		@Override
		public boolean admits(Severity severity) {
			return true;
		}

		@Override
		public boolean offer(LogEvent event) {
			return this.events.add(event);
		}

		@Override
		public void dropped(DropReason reason, Severity severity) {
			throw new IllegalStateException("dropped: " + reason);
		}

	}

}
