package io.github.slacklogging.structured;

import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.SequenceNumberGenerator;

/** An application's own numbers: 100, 200, … */
public final class EveryHundredth extends ContextAwareBase implements SequenceNumberGenerator {

	private final AtomicLong latest = new AtomicLong();

	@Override
	public long nextSequenceNumber() {
		return this.latest.addAndGet(100);
	}

}
