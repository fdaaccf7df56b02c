package io.github.slacklogging.benchmark.caller;

import java.util.OptionalLong;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender;

/** A queue for events, in front of an appender that counts them. */
final class QueueContender implements Contender {

	/** As many as our buffer holds. */
	static final int CAPACITY = 8_192;

	private final Appender<ILoggingEvent> appender;

	private final Sink sink;

	private QueueContender(Appender<ILoggingEvent> appender, Sink sink) {
		this.appender = appender;
		this.sink = sink;
	}

	static QueueContender async(LoggerContext context, boolean stuck) {
		Sink sink = sink(context, stuck);
		AsyncAppender appender = new AsyncAppender();
		appender.setContext(context);
		appender.setQueueSize(CAPACITY);
		appender.setDiscardingThreshold(0);
		appender.setNeverBlock(true);
		appender.addAppender(sink);
		return new QueueContender(appender, sink);
	}

	static QueueContender disruptor(LoggerContext context, boolean stuck) {
		Sink sink = sink(context, stuck);
		LoggingEventAsyncDisruptorAppender appender = new LoggingEventAsyncDisruptorAppender();
		appender.setContext(context);
		appender.setRingBufferSize(CAPACITY);
		appender.setAddDefaultStatusListener(false);
		appender.addAppender(sink);
		return new QueueContender(appender, sink);
	}

	private static Sink sink(LoggerContext context, boolean stuck) {
		Sink sink = new Sink(stuck);
		sink.setContext(context);
		sink.start();
		return sink;
	}

	@Override
	public Appender<ILoggingEvent> appender() {
		return this.appender;
	}

	@Override
	public OptionalLong arrived() {
		return OptionalLong.of(this.sink.arrived());
	}

	@Override
	public void close() {
		this.sink.release();
		this.appender.stop();
	}

}
