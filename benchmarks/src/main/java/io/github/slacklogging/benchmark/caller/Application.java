package io.github.slacklogging.benchmark.caller;

import java.util.function.Function;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;

/** An application's Logback with one contender. Thread-safe. */
public final class Application implements AutoCloseable {

	private final LoggerContext context = new LoggerContext();

	private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

	private final Logger log = this.context.getLogger("com.acme.Orders");

	private final Contender contender;

	/**
	 * Starts.
	 * @param contender made for the application's Logback
	 */
	public Application(Function<LoggerContext, Contender> contender) {
		this.context.setMDCAdapter(this.mdc);
		this.contender = contender.apply(this.context);
		Appender<ILoggingEvent> appender = this.contender.appender();
		appender.setContext(this.context);
		appender.start();
		this.log.setLevel(Level.INFO);
		this.log.setAdditive(false);
		this.log.addAppender(appender);
	}

	/** What the application logs with. INFO is enabled. */
	public Logger log() {
		return this.log;
	}

	/** Who takes what is logged. */
	public Contender contender() {
		return this.contender;
	}

	/**
	 * From now on this thread's context has what that of a traced web application has.
	 */
	public void enterRequest() {
		this.mdc.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
		this.mdc.put("spanId", "00f067aa0ba902b7");
	}

	@Override
	public void close() {
		this.contender.close();
	}

}
