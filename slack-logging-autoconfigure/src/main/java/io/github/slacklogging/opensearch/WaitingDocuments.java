package io.github.slacklogging.opensearch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.slacklogging.Tick;

/**
 * Documents that wait to be sent, in order, and when they have waited long enough. Used
 * by the worker only.
 */
final class WaitingDocuments {

	private final Deque<PendingDocument> documents = new ArrayDeque<>();

	private long bytes;

	private long dueNanos;

	/** So many in front have waited already. */
	private int returned;

	/**
	 * Adds one behind all others.
	 * @param document to be sent
	 * @param linger how long it may wait for company
	 * @param now the time
	 */
	void add(PendingDocument document, Duration linger, Tick now) {
		long due = now.nanosAfter(linger);
		if (this.documents.isEmpty() || this.dueNanos - due > 0) {
			this.dueNanos = due;
		}
		this.documents.addLast(document);
		this.bytes += document.bytes();
	}

	/**
	 * Takes what goes into one request: at least one, as long as there are any.
	 * @param maxEvents most of them
	 * @param maxBytes most bytes, unless the first alone has more
	 */
	List<PendingDocument> take(int maxEvents, long maxBytes) {
		List<PendingDocument> taken = new ArrayList<>();
		long size = 0;
		PendingDocument next = this.documents.peekFirst();
		while (next != null && taken.size() < maxEvents && (taken.isEmpty() || size + next.bytes() <= maxBytes)) {
			this.documents.removeFirst();
			size += next.bytes();
			taken.add(next);
			next = this.documents.peekFirst();
		}
		this.bytes -= size;
		this.returned = Math.max(0, this.returned - taken.size());
		return taken;
	}

	/**
	 * Puts them back in front of all others: they have waited long enough to go at once.
	 */
	void putBack(List<PendingDocument> returned) {
		this.returned += returned.size();
		for (int i = returned.size() - 1; i >= 0; i--) {
			this.documents.addFirst(returned.get(i));
			this.bytes += returned.get(i).bytes();
		}
	}

	int size() {
		return this.documents.size();
	}

	long bytes() {
		return this.bytes;
	}

	/**
	 * How long they may still wait for company.
	 * @return nanoseconds, {@link Long#MAX_VALUE} where none waits
	 */
	long nanosToDue(Tick now) {
		if (this.documents.isEmpty()) {
			return Long.MAX_VALUE;
		}
		return (this.returned > 0) ? 0 : Math.max(0, this.dueNanos - now.nanos());
	}

}
