package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which reply a request gets: the next one scripted for it, else the one for always. Of
 * several, the one whose {@link Calls} say more, and of those the oldest. Thread-safe.
 */
final class Script {

	private final List<Scripted> next = new ArrayList<>();

	private final List<Scripted> always = new ArrayList<>();

	synchronized void enqueue(Calls calls, Reply reply) {
		this.next.add(new Scripted(calls, reply));
	}

	synchronized void answerAlways(Calls calls, Reply reply) {
		this.always.removeIf((each) -> each.calls().equals(calls));
		this.always.add(new Scripted(calls, reply));
	}

	synchronized Reply replyFor(String method, @Nullable String channel) {
		Optional<Scripted> one = bestOf(this.next, method, channel);
		one.ifPresent((used) -> this.next.removeIf((each) -> each == used));
		return one.or(() -> bestOf(this.always, method, channel)).map(Scripted::reply).orElseGet(Reply::ok);
	}

	synchronized void clear() {
		this.next.clear();
		this.always.clear();
	}

	/** The first of the highest rank; no two for always have the same calls. */
	private static Optional<Scripted> bestOf(List<Scripted> scripted, String method, @Nullable String channel) {
		return scripted.stream()
			.filter((each) -> each.calls().matches(method, channel))
			.sorted(Comparator.comparingInt((Scripted each) -> each.calls().rank()).reversed())
			.findFirst();
	}

	private record Scripted(Calls calls, Reply reply) {

	}

}
