package io.github.slacklogging.worker;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import io.github.slacklogging.Tick;

/**
 * Hands work to a worker: answers and commands. Thread-safe, never blocks; bounded by the
 * number of calls under way and of commands.
 */
public final class Mailbox {

	private final Queue<Consumer<Tick>> letters = new ConcurrentLinkedQueue<>();

	private final WakeUp wakeUp;

	/**
	 * Empty.
	 * @param wakeUp of the worker
	 */
	public Mailbox(WakeUp wakeUp) {
		this.wakeUp = wakeUp;
	}

	/** Puts something in for the worker to do. */
	public void put(Consumer<Tick> letter) {
		this.letters.add(letter);
		this.wakeUp.now();
	}

	/** Called by the worker. */
	public void deliver(Tick now) {
		Consumer<Tick> letter = this.letters.poll();
		while (letter != null) {
			letter.accept(now);
			letter = this.letters.poll();
		}
	}

	/** Whether there is nothing to do. */
	public boolean isEmpty() {
		return this.letters.isEmpty();
	}

}
