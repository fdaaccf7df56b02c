package io.github.slacklogging.runtime;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.DuplicateMessageFilter;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.github.slacklogging.appender.SlackAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.Marker;

import static org.assertj.core.api.Assertions.assertThat;

class UnheardLoggersTests {

	private final LoggerContext context = new LoggerContext();

	UnheardLoggersTests() {
		this.context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(new SlackAppender());
		this.context.getLogger("com.acme.Orders");
	}

	@Test
	void loggersThatPassTheirEventsOnAreHeard() {
		this.context.getLogger("com.acme").setLevel(Level.ERROR);
		assertThat(new UnheardLoggers(this.context).reasons()).isEmpty();
	}

	@Test
	void loggerThatIsOffIsNamed() {
		this.context.getLogger("com.acme.noise").setLevel(Level.OFF);
		assertThat(new UnheardLoggers(this.context).reasons())
			.containsExactly("Nothing of these loggers gets to Slack, their level is OFF: com.acme.noise");
	}

	@Test
	void loggerThatPassesNothingOnIsNamedUnlessItHasOurAppender() {
		this.context.getLogger("com.acme.audit").setAdditive(false);
		this.context.getLogger("com.acme.billing").setAdditive(false);
		AsyncAppender async = new AsyncAppender();
		async.addAppender(new SlackAppender());
		this.context.getLogger("com.acme.billing").addAppender(async);
		assertThat(new UnheardLoggers(this.context).reasons()).singleElement()
			.asString()
			.contains("additivity=false")
			.endsWith(": com.acme.audit");
	}

	@Test
	void manyLoggersAreNotAllNamed() {
		for (int i = 0; i < 8; i++) {
			this.context.getLogger("com.acme.noise" + i).setLevel(Level.OFF);
		}
		assertThat(new UnheardLoggers(this.context).reasons()).singleElement().asString().endsWith(" and 3 more");
	}

	@Test
	void filterOfLogbackIsNamedAndThatOfAnotherIsNotEvenAsked() {
		this.context.addTurboFilter(new DuplicateMessageFilter());
		this.context.addTurboFilter(new TurboFilter() {

			@Override
			public FilterReply decide(Marker marker, ch.qos.logback.classic.Logger logger, Level level, String format,
					Object[] params, Throwable t) {
				throw new AssertionError("asked");
			}

		});
		assertThat(new UnheardLoggers(this.context).reasons()).singleElement()
			.asString()
			.contains("DuplicateMessageFilter");
	}

}
