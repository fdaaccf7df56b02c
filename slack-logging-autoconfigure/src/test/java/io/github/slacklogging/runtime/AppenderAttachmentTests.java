package io.github.slacklogging.runtime;

import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.testing.CollectingIntake;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppenderAttachmentTests {

	private static final SlackAppender.Settings SETTINGS = new SlackAppender.Settings(RunId.random(), Severity.ERROR,
			Set.of(), SlackAppender.CallerLocation.NEVER, 1_000, HandledException.NONE);

	/** As if an application had gone in another thread just then. */
	@Test
	void listenerThatGoesMeanwhileStopsNoApplication() {
		LoggerContext context = new LoggerContext();
		context.addListener(new Leaving(context));
		context.addListener(new Staying());
		context.addListener(new Staying());
		new AppenderAttachment(context)
			.connect(List.of(new SlackAppender.Outlet(new CollectingIntake(), Severity.ERROR)), SETTINGS);
		assertThat(context.getLogger("jdk.internal.httpclient.debug").getLevel()).isEqualTo(Level.INFO);
		assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().hasNext()).isTrue();
	}

	private static class Staying implements LoggerContextListener {

		@Override
		public boolean isResetResistant() {
			return true;
		}

		@Override
		public void onStart(LoggerContext context) {
		}

		@Override
		public void onReset(LoggerContext context) {
		}

		@Override
		public void onStop(LoggerContext context) {
		}

		@Override
		public void onLevelChange(Logger logger, Level level) {
		}

	}

	private static final class Leaving extends Staying {

		private final LoggerContext context;

		Leaving(LoggerContext context) {
			this.context = context;
		}

		@Override
		public void onLevelChange(Logger logger, Level level) {
			this.context.removeListener(this);
		}

	}

}
