package io.github.slacklogging.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Every request to Slack's endpoints and what became of it, bounded. Thread-safe. */
final class RequestLog {

	private static final int MAX_REQUESTS = 1_000;

	private static final long MAX_CHARS = 8L * 1024 * 1024;

	private static final String MASK = "***";

	private final BoundedLog<InboxRequest> requests = new BoundedLog<>(MAX_REQUESTS, MAX_CHARS);

	private final InstantSource clock;

	/** Told of every request in its order, under the lock: must not wait. */
	private final Consumer<InboxRequest> listener;

	RequestLog(InstantSource clock, Consumer<InboxRequest> listener) {
		this.clock = clock;
		this.listener = listener;
	}

	void add(Call call, @Nullable String channel, int status, @Nullable String refusal) {
		InboxRequest request = new InboxRequest(this.clock.instant(), call.method(), call.path(), channel, status,
				refusal, call.bodyAsText(), masked(call.headers()));
		synchronized (this) {
			this.requests.add(request, request.body().length() + 500L);
			this.listener.accept(request);
		}
	}

	synchronized List<InboxRequest> requests() {
		return this.requests.entries();
	}

	synchronized void clear() {
		this.requests.clear();
	}

	private static Map<String, String> masked(Map<String, String> headers) {
		Map<String, String> masked = new TreeMap<>(headers);
		masked.replaceAll((name, value) -> name.contains("authorization") || name.equals("cookie") ? MASK : value);
		return masked;
	}

}
