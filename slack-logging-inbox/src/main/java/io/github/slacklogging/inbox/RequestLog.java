package io.github.slacklogging.inbox;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Every request to Slack's endpoints and what became of it, bounded. Thread-safe. */
final class RequestLog {

	static final int MAX_REQUESTS = 1_000;

	/** Of an answer; Slack's own are shorter, pages of proxies are not. */
	private static final int MAX_ANSWER = 10_000;

	private final BoundedLog<String, Exchanged> requests;

	private final InstantSource clock;

	/** Told of every request in its order, under the lock: must not wait. */
	private final Consumer<Exchanged> listener;

	private long lastId;

	RequestLog(InstantSource clock, Room room, Consumer<Exchanged> listener) {
		this.clock = clock;
		this.requests = new BoundedLog<>(MAX_REQUESTS, room);
		this.listener = listener;
	}

	/** The id of a request that is to come into the log. */
	synchronized String nextId() {
		this.lastId++;
		return "r" + this.lastId;
	}

	/** Keeps a request before its answer is out: who has the answer finds it here. */
	synchronized void add(String id, Call call, @Nullable String channel, Answer answer, boolean isComplete) {
		InboxRequest request = new InboxRequest(this.clock.instant(), call.method(), Secrets.maskPath(call.path()),
				channel, isComplete ? answer.status() : 0, answer.refusal(), Secrets.maskBody(call, bodyOf(call)),
				Secrets.maskHeaders(call.headers()));
		add(new Exchanged(id, request, Secrets.maskFields(call.query()), call.length(), answer.violations(),
				beginning(answer), headers(answer), -1));
	}

	/** Notes how long the answer took. */
	synchronized void took(String id, long nanos) {
		this.requests.find(id).ifPresent((request) -> this.requests.replace(id, request.took(nanos), request.size()));
	}

	/** Takes requests of an earlier time in, with ids of this log; not those it has. */
	synchronized void restore(List<Exchanged> restored) {
		List<InboxRequest> known = requests();
		restored.stream()
			.filter((each) -> !known.contains(each.request()))
			.forEach((each) -> this.requests.add(each.id(), each, each.size()));
	}

	Optional<Exchanged> find(String id) {
		return this.requests.find(id);
	}

	List<InboxRequest> requests() {
		return exchanged().stream().map(Exchanged::request).toList();
	}

	List<Exchanged> exchanged() {
		return this.requests.entries();
	}

	void clear() {
		this.requests.clear();
	}

	private void add(Exchanged exchanged) {
		this.requests.add(exchanged.id(), exchanged, exchanged.size());
		this.listener.accept(exchanged);
	}

	/** Files are kept with their message; here their beginning will do. */
	private static String bodyOf(Call call) {
		int length = Math.min(call.body().length, Call.MAX_BODY);
		return new String(call.body(), 0, length, StandardCharsets.UTF_8);
	}

	private static String beginning(Answer answer) {
		String body = new String(answer.body(), 0, Math.min(answer.body().length, MAX_ANSWER), StandardCharsets.UTF_8);
		return (answer.body().length > MAX_ANSWER) ? body + " …" : body;
	}

	private static Map<String, String> headers(Answer answer) {
		Map<String, String> headers = new TreeMap<>(answer.headers());
		if (!answer.contentType().isEmpty()) {
			headers.put("Content-Type", answer.contentType());
		}
		return headers;
	}

}
