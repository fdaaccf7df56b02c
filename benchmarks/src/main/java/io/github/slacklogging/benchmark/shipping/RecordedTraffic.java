package io.github.slacklogging.benchmark.shipping;

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
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;

/** Events of {@link OrderTraffic} as workers get them. */
public final class RecordedTraffic {

	private RecordedTraffic() {
	}

	/**
	 * Logs and keeps what the appender makes of it.
	 * @param lines how many
	 */
	public static List<LogEvent> of(int lines) {
		List<LogEvent> events = new ArrayList<>();
		SlackAppender appender = new SlackAppender();
		appender.connect(new Recorder(events),
				new SlackAppender.Settings(RunId.random(), Severity.INFO, Set.of("CRITICAL"),
						SlackAppender.CallerLocation.NEVER, SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH,
						HandledException.NONE));
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		context.setSequenceNumberGenerator(new RunSequence());
		appender.setContext(context);
		appender.start();
		Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		root.setLevel(Level.INFO);
		root.addAppender(appender);
		OrderTraffic traffic = new OrderTraffic(context, 0);
		for (int i = 0; i < lines; i++) {
			traffic.prepare();
			traffic.log();
		}
		return List.copyOf(events);
	}

	/** Has room for everything. */
	private record Recorder(List<LogEvent> events) implements EventIntake {

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
			throw new IllegalStateException(reason.toString());
		}

	}

}
