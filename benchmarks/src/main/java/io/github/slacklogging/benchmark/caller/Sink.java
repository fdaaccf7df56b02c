package io.github.slacklogging.benchmark.caller;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Counts what comes out of a queue; if stuck, it takes nothing until it is released. */
final class Sink extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private final AtomicLong arrived = new AtomicLong();

	private final CountDownLatch released = new CountDownLatch(1);

	Sink(boolean stuck) {
		if (!stuck) {
			release();
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		try {
			this.released.await();
			this.arrived.incrementAndGet();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	long arrived() {
		return this.arrived.get();
	}

	void release() {
		this.released.countDown();
	}

}
