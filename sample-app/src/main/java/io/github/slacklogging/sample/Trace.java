package io.github.slacklogging.sample;

import java.util.UUID;

import org.slf4j.MDC;

/**
 * The ids of one piece of work, in the diagnostic context of this thread until closed.
 * Not to be nested.
 */
final class Trace implements AutoCloseable {

	static final String TRACE_ID = "traceId";

	static final String REQUEST_ID = "requestId";

	private final String requestId;

	private Trace(String traceId, String requestId) {
		this.requestId = requestId;
		MDC.put(TRACE_ID, traceId);
		MDC.put(REQUEST_ID, requestId);
	}

	static Trace open() {
		String traceId = UUID.randomUUID().toString().replace("-", "");
		return new Trace(traceId, "req-" + traceId.substring(0, 8));
	}

	String requestId() {
		return this.requestId;
	}

	@Override
	public void close() {
		MDC.remove(TRACE_ID);
		MDC.remove(REQUEST_ID);
	}

}
