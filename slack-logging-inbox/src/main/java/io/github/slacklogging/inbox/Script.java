package io.github.slacklogging.inbox;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Which reply a request gets: one scripted for its channel, else the next one scripted
 * for anybody, else the one for always. Thread-safe.
 */
final class Script {

	private final Queue<Reply> next = new ArrayDeque<>();

	private final Map<String, Queue<Reply>> nextByChannel = new HashMap<>();

	private Reply always = Reply.ok();

	synchronized void enqueue(Reply reply) {
		this.next.add(reply);
	}

	synchronized void enqueueFor(String channel, Reply reply) {
		this.nextByChannel.computeIfAbsent(channel, (key) -> new ArrayDeque<>()).add(reply);
	}

	synchronized void answerAlways(Reply reply) {
		this.always = reply;
	}

	synchronized Reply replyFor(@Nullable String channel) {
		Queue<Reply> ofChannel = this.nextByChannel.get(channel);
		Reply reply = (ofChannel != null) ? ofChannel.poll() : null;
		if (reply == null) {
			reply = this.next.poll();
		}
		return (reply != null) ? reply : this.always;
	}

	synchronized void clear() {
		this.next.clear();
		this.nextByChannel.clear();
		this.always = Reply.ok();
	}

}
