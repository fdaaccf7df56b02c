package io.github.slacklogging.appender;

import java.util.concurrent.atomic.AtomicLongArray;

import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.SequenceNumberGenerator;

/**
 * Numbers the events of one run of the JVM; never 0, which Logback reads as "none". For a
 * {@code LoggerContext} that has no generator yet. Thread-safe, lock-free.
 *
 * <p>
 * Each event is numbered on the thread that logs it, so threads that count together would
 * hold each other up. They share sixteen counters, each in a cache line of its own; the
 * last four bits of a number say which. Numbers of one thread rise, those of different
 * threads say nothing of who was first.
 */
public final class RunSequence extends ContextAwareBase implements SequenceNumberGenerator {

	private static final int COUNTERS = 16;

	private static final int BITS = 4;

	/** So many numbers fill a cache line of 64 bytes. */
	private static final int APART = 8;

	/** The first line is left empty: before it the array keeps its length. */
	private final AtomicLongArray latest = new AtomicLongArray((COUNTERS + 1) * APART);

	@Override
	public long nextSequenceNumber() {
		int counter = (int) Thread.currentThread().getId() & (COUNTERS - 1);
		return (this.latest.incrementAndGet((counter + 1) * APART) << BITS) | counter;
	}

}
