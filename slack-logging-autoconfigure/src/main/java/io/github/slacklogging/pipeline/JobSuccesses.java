package io.github.slacklogging.pipeline;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.github.slacklogging.Tick;
import io.github.slacklogging.worker.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * Tells the worker of jobs that came to a good end, of each the latest only: however
 * often a job succeeds, no more than one letter of it waits. Thread-safe, never blocks.
 */
final class JobSuccesses {

	private final Map<String, AtomicReference<@Nullable Success>> latest;

	private final Mailbox mailbox;

	private final BiConsumer<Success, Tick> taker;

	/**
	 * Nothing succeeded yet.
	 * @param names of the jobs that somebody waits for; of others nothing is told
	 * @param mailbox of the worker
	 * @param taker takes them on the worker, with the time
	 */
	JobSuccesses(Set<String> names, Mailbox mailbox, BiConsumer<Success, Tick> taker) {
		this.latest = names.stream().collect(Collectors.toUnmodifiableMap((name) -> name, (name) -> none()));
		this.mailbox = mailbox;
		this.taker = taker;
	}

	private static AtomicReference<@Nullable Success> none() {
		return new AtomicReference<>();
	}

	boolean isExpected(String name) {
		return this.latest.containsKey(name);
	}

	void tell(Success success) {
		AtomicReference<@Nullable Success> slot = this.latest.get(success.name());
		if (slot != null && slot.getAndSet(success) == null) {
			this.mailbox.put((now) -> take(slot, now));
		}
	}

	private void take(AtomicReference<@Nullable Success> slot, Tick now) {
		Success success = slot.getAndSet(null);
		if (success != null) {
			this.taker.accept(success, now);
		}
	}

	/**
	 * A job that came to a good end.
	 *
	 * @param name of the job
	 * @param at when, for display
	 * @param heard when that was heard, before it waited for the worker
	 */
	record Success(String name, Instant at, Tick heard) {

	}

}
