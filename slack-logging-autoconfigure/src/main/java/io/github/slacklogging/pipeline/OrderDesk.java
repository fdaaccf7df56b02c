package io.github.slacklogging.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.github.slacklogging.Tick;
import io.github.slacklogging.worker.Mailbox;

/**
 * Takes orders from any thread and has them carried out on the worker's, once it runs and
 * has taken in what was logged before. None stays unanswered: at the end all that are
 * open fail. Thread-safe but for {@link #advance}; never blocks.
 */
final class OrderDesk {

	private final Mailbox mailbox;

	private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();

	/** What came with the mail; the worker's alone. */
	private final Deque<Consumer<Tick>> taken = new ArrayDeque<>();

	private volatile boolean closed;

	OrderDesk(Mailbox mailbox) {
		this.mailbox = mailbox;
	}

	/**
	 * Takes an order.
	 * @param order gets the answer to be completed, now or later, and the time
	 */
	<T> CompletionStage<T> order(BiConsumer<CompletableFuture<T>, Tick> order) {
		CompletableFuture<T> answer = new CompletableFuture<>();
		this.open.add(answer);
		answer.whenComplete((result, failure) -> this.open.remove(answer));
		this.mailbox.put((now) -> this.taken.add((then) -> carryOut(order, answer, then)));
		// asked last: whoever closes fails what is open by then
		if (this.closed) {
			fail(answer);
		}
		return answer;
	}

	private static <T> void carryOut(BiConsumer<CompletableFuture<T>, Tick> order, CompletableFuture<T> answer,
			Tick now) {
		try {
			if (!answer.isDone()) {
				order.accept(answer, now);
			}
		}
		catch (Throwable ex) {
			answer.completeExceptionally(ex);
		}
	}

	/** Whether somebody waits for an answer. */
	boolean isAsked() {
		return !this.open.isEmpty();
	}

	/** Carries out what came. */
	void advance(Tick now) {
		Consumer<Tick> next = this.taken.poll();
		while (next != null) {
			next.accept(now);
			next = this.taken.poll();
		}
	}

	/** Nothing more is carried out. Idempotent. */
	void close() {
		this.closed = true;
		this.open.forEach(OrderDesk::fail);
	}

	private static void fail(CompletableFuture<?> answer) {
		answer.completeExceptionally(new IllegalStateException("the pipeline has ended"));
	}

}
