package io.github.slacklogging.pipeline;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import io.github.slacklogging.Tick;

/**
 * Hands work to the worker: answers of Slack's and commands. Thread-safe, never blocks;
 * bounded by the number of messages under way and of commands.
 */
final class Mailbox {

	private final Queue<Consumer<Tick>> letters = new ConcurrentLinkedQueue<>();

	private final WakeUp wakeUp;

	Mailbox(WakeUp wakeUp) {
		this.wakeUp = wakeUp;
	}

	void put(Consumer<Tick> letter) {
		this.letters.add(letter);
		this.wakeUp.ifAsleep();
	}

	/** Called by the worker. */
	void deliver(Tick now) {
		Consumer<Tick> letter = this.letters.poll();
		while (letter != null) {
			letter.accept(now);
			letter = this.letters.poll();
		}
	}

	boolean isEmpty() {
		return this.letters.isEmpty();
	}

}
