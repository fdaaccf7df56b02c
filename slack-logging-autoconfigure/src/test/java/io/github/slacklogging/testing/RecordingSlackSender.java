package io.github.slacklogging.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;

/**
 * Remembers what was sent and answers as told; accepts what it was told nothing about.
 */
public final class RecordingSlackSender implements SlackSender {

	private final List<Sent> sent = new ArrayList<>();

	private final Deque<CompletionStage<SendResult>> answers = new ArrayDeque<>();

	private final Map<String, SendResult> always = new HashMap<>();

	private boolean closed;

	@Override
	public CompletionStage<SendResult> send(Destination destination, SlackCall call) {
		this.sent.add(new Sent(destination.name(), call));
		SendResult always = this.always.get(destination.name());
		if (always != null) {
			return CompletableFuture.completedFuture(always);
		}
		CompletionStage<SendResult> answer = this.answers.poll();
		return (answer != null) ? answer : CompletableFuture.completedFuture(new SendResult.Accepted("200"));
	}

	public RecordingSlackSender answer(SendResult result) {
		this.answers.add(CompletableFuture.completedFuture(result));
		return this;
	}

	/** Every message to this destination is answered like this. */
	public void answerAlways(String destination, SendResult result) {
		this.always.put(destination, result);
	}

	/** Forgets all answers: everything is accepted again. */
	public void answerNormally() {
		this.always.clear();
		this.answers.clear();
	}

	/** The next message is answered when the test completes the future. */
	public CompletableFuture<SendResult> answerLater() {
		CompletableFuture<SendResult> later = new CompletableFuture<>();
		this.answers.add(later);
		return later;
	}

	public List<Sent> sent() {
		return this.sent;
	}

	public boolean isClosed() {
		return this.closed;
	}

	@Override
	public void close() {
		this.closed = true;
	}

	/** One message that was sent. */
	public record Sent(String destination, SlackCall call) {

		/** The message that it shows; fails where it shows none. */
		public SlackMessage message() {
			if (this.call instanceof SlackCall.Post post) {
				return post.message();
			}
			if (this.call instanceof SlackCall.Reply reply) {
				return reply.message();
			}
			return ((SlackCall.Edit) this.call).message();
		}

	}

}
