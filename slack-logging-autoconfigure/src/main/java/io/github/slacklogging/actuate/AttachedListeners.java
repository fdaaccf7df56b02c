package io.github.slacklogging.actuate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import io.github.slacklogging.PipelineListener;

/**
 * The registries that are there just now. While there is none, the latest
 * {@value #MAX_EARLY} calls are kept and handed to the first one that comes. Thread-safe.
 */
final class AttachedListeners {

	static final int MAX_EARLY = 256;

	private final Deque<Consumer<PipelineListener>> early = new ArrayDeque<>();

	private List<PipelineListener> attached = List.of();

	void attach(PipelineListener listener) {
		List<Consumer<PipelineListener>> missed;
		synchronized (this) {
			List<PipelineListener> extended = new ArrayList<>(this.attached);
			extended.add(listener);
			this.attached = List.copyOf(extended);
			missed = List.copyOf(this.early);
			this.early.clear();
		}
		missed.forEach((call) -> call.accept(listener));
	}

	synchronized void detach(PipelineListener listener) {
		this.attached = this.attached.stream().filter((other) -> other != listener).toList();
	}

	// Listeners are called outside the lock: a registry's filters are the application's.
	void tell(Consumer<PipelineListener> call) {
		List<PipelineListener> listeners;
		synchronized (this) {
			listeners = this.attached;
			if (listeners.isEmpty()) {
				keep(call);
			}
		}
		listeners.forEach(call);
	}

	private void keep(Consumer<PipelineListener> call) {
		if (this.early.size() == MAX_EARLY) {
			this.early.removeFirst();
		}
		this.early.addLast(call);
	}

}
