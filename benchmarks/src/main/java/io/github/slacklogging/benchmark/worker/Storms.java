package io.github.slacklogging.benchmark.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.Logger;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.autoconfigure.BusyPipeline;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.pipeline.PipelineStatus;

/** Many errors of many kinds, as fast as they come. */
final class Storms {

	static final int KINDS = 1_000;

	private static final int THREADS = 4;

	private static final long LOOK_NANOS = 1_000_000;

	private final int events;

	/**
	 * Each of so many.
	 * @param events in all
	 */
	Storms(int events) {
		this.events = events;
	}

	/** Logged by four threads that wait for nothing, to an inbox. */
	Storm logged() throws IOException, InterruptedException {
		try (SlackInbox inbox = SlackInbox.start();
				ScratchFolder spool = ScratchFolder.create();
				LoggingSetUp starter = new LoggingSetUp(inbox.webhookUrl(), spool.path())) {
			long start = System.nanoTime();
			logBy(starter.log());
			long called = System.nanoTime() - start;
			PipelineStatus status = starter.status();
			while (status.accepted() < this.events || status.bufferSize() > 0) {
				LockSupport.parkNanos(LOOK_NANOS);
				status = starter.status();
			}
			long drained = System.nanoTime() - start;
			long dropped = status.dropped().values().stream().mapToLong(Long::longValue).sum();
			return new Storm(called, drained, status.accepted(), dropped, inbox.messages().size());
		}
	}

	private void logBy(Logger log) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			int first = i;
			threads.add(new Thread(() -> {
				for (int number = first; number < this.events; number += THREADS) {
					log.error("Order {} of kind " + number % KINDS + " failed", number);
				}
			}));
		}
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
	}

	/** Fed by one thread that waits for room in the buffer. */
	Storm fed(Shape shape) {
		List<LogEvent> kinds = Errors.of(shape, KINDS, KINDS);
		try (BusyPipeline pipeline = new BusyPipeline()) {
			long start = System.nanoTime();
			for (int i = 0; i < this.events; i++) {
				pipeline.put(kinds.get(i % KINDS));
			}
			long fed = System.nanoTime() - start;
			while (pipeline.status().accepted() < this.events) {
				LockSupport.parkNanos(LOOK_NANOS);
			}
			return new Storm(fed, System.nanoTime() - start, this.events, 0, 0);
		}
	}

	/**
	 * How it went.
	 *
	 * @param calledNanos until the last call had returned
	 * @param drainedNanos until nothing was left in the buffer
	 * @param events that were logged
	 * @param dropped because the buffer was full
	 * @param messages that Slack had by then
	 */
	record Storm(long calledNanos, long drainedNanos, long events, long dropped, int messages) {

		double perSecond() {
			return (this.events - this.dropped) / (this.drainedNanos / 1e9);
		}

	}

}
