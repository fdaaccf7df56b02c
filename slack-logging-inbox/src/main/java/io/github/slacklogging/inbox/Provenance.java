package io.github.slacklogging.inbox;

import java.util.function.Supplier;

/**
 * Which request a thread carries out at the moment, so that a message knows the request
 * it came by, whatever method made it. Thread-safe.
 */
final class Provenance {

	/** For what no request made, but a test. */
	static final String NONE = "";

	private final ThreadLocal<String> request = ThreadLocal.withInitial(() -> NONE);

	<T> T during(String requestId, Supplier<T> work) {
		this.request.set(requestId);
		try {
			return work.get();
		}
		finally {
			this.request.remove();
		}
	}

	/** The id of the request, {@link #NONE} if there is none. */
	String current() {
		return this.request.get();
	}

}
