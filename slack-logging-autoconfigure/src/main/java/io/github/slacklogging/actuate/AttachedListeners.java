package io.github.slacklogging.actuate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The registries that are there just now. While there is none, the latest
 * {@value #MAX_EARLY} calls are kept and handed to the first one that comes. Thread-safe.
 *
 * @param <L> how a registry is told
 */
final class AttachedListeners<L> {

	static final int MAX_EARLY = 256;

	private final Deque<Consumer<L>> early = new ArrayDeque<>();

	private List<L> attached = List.of();

	void attach(L listener) {
		List<Consumer<L>> missed;
		synchronized (this) {
			List<L> extended = new ArrayList<>(this.attached);
			extended.add(listener);
			this.attached = List.copyOf(extended);
			missed = List.copyOf(this.early);
			this.early.clear();
		}
		missed.forEach((call) -> call.accept(listener));
	}

	synchronized void detach(L listener) {
		this.attached = this.attached.stream().filter((other) -> other != listener).toList();
	}

	// Listeners are called outside the lock: a registry's filters are the application's.
	void tell(Consumer<L> call) {
		List<L> listeners;
		synchronized (this) {
			listeners = this.attached;
			if (listeners.isEmpty()) {
				keep(call);
			}
		}
		listeners.forEach(call);
	}

	private void keep(Consumer<L> call) {
		if (this.early.size() == MAX_EARLY) {
			this.early.removeFirst();
		}
		this.early.addLast(call);
	}

}
