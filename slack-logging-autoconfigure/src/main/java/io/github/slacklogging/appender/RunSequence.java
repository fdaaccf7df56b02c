package io.github.slacklogging.appender;

import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.SequenceNumberGenerator;

/**
 * Numbers the events of one run of the JVM, from 1: Logback reads 0 as "none". For a
 * {@code LoggerContext} that has no generator yet. Thread-safe, lock-free.
 */
public final class RunSequence extends ContextAwareBase implements SequenceNumberGenerator {

	private final AtomicLong latest = new AtomicLong();

	@Override
	public long nextSequenceNumber() {
		return this.latest.incrementAndGet();
	}

}
