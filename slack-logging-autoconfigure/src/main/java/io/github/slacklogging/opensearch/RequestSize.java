package io.github.slacklogging.opensearch;

import java.util.List;

/**
 * How much goes into one request: what is configured, less where the cluster takes less.
 * Used by the worker only.
 */
final class RequestSize {

	private static final long SMALLEST = 1024;

	private final int configuredEvents;

	private int maxEvents;

	private long maxBytes;

	RequestSize(int maxEvents, long maxBytes) {
		this.configuredEvents = maxEvents;
		this.maxEvents = maxEvents;
		this.maxBytes = maxBytes;
	}

	int maxEvents() {
		return this.maxEvents;
	}

	long maxBytes() {
		return this.maxBytes;
	}

	/**
	 * A request came to nothing as a whole.
	 * @param batch that was in it
	 * @param forGood whether for its bytes, of which as many are never taken; or to find
	 * out whether less of it is taken
	 */
	void shrink(List<PendingDocument> batch, boolean forGood) {
		if (forGood) {
			long bytes = batch.stream().mapToLong(PendingDocument::bytes).sum();
			this.maxBytes = Math.max(SMALLEST, Math.min(bytes, this.maxBytes) / 2);
		}
		else {
			this.maxEvents = Math.max(1, batch.size() / 2);
		}
	}

	/** Documents were taken: more may follow, up to as many as configured. */
	void grow() {
		this.maxEvents = Math.min(this.configuredEvents, 2 * this.maxEvents);
	}

}
