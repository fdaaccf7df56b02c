package io.github.slacklogging.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was sent and answers as told. What it was told nothing about it accepts
 * as Slack does: a bot hears where its message stands, a webhook cannot do more than
 * post. Goes on after {@link #close()}: where the test is the worker, the pipeline closes
 * its sender before the worker's last rounds.
 */
public final class RecordingSlackSender implements SlackSender {

	private static final Map<Class<?>, String> METHODS = Map.of(SlackCall.Edit.class, "chat.update",
			SlackCall.Attach.class, "files.getUploadURLExternal", SlackCall.LookUp.class, "chat.getPermalink",
			SlackCall.Identify.class, "auth.test");

	private final List<Sent> sent = new ArrayList<>();

	private final Deque<CompletionStage<SendResult>> answers = new ArrayDeque<>();

	private final Map<String, SendResult> always = new HashMap<>();

	private final Map<Class<?>, SendResult> alwaysTo = new HashMap<>();

	private int messages;

	private int announcements;

	private boolean closed;

	@Override
	public void getReady() {
		this.announcements++;
	}

	/** How often it was told that something will be sent soon. */
	public int announcements() {
		return this.announcements;
	}

	@Override
	public CompletionStage<SendResult> send(Destination destination, SlackCall call) {
		this.sent.add(new Sent(destination.name(), destination.channel(), call));
		SendResult always = this.always.get(destination.name());
		if (always != null) {
			return CompletableFuture.completedFuture(always);
		}
		SendResult toSuch = this.alwaysTo.get(call.getClass());
		if (toSuch != null) {
			return CompletableFuture.completedFuture(toSuch);
		}
		CompletionStage<SendResult> answer = this.answers.poll();
		return (answer != null) ? answer : CompletableFuture.completedFuture(normal(destination, call));
	}

	private SendResult normal(Destination destination, SlackCall call) {
		if (destination.kind() == Destination.Kind.WEBHOOK) {
			return (call instanceof SlackCall.Post) ? new SendResult.Accepted("200")
					: new SendResult.FeatureRefused("none", method(call), "webhook");
		}
		if (call instanceof SlackCall.Post) {
			return placed("C0" + destination.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
		}
		if (call instanceof SlackCall.Reply reply) {
			return placed(reply.parent().channel());
		}
		if (call instanceof SlackCall.Edit edit) {
			return new SendResult.Accepted("200", edit.target(), null);
		}
		if (call instanceof SlackCall.LookUp lookUp) {
			return new SendResult.Accepted("200", null, link(lookUp.target()));
		}
		return new SendResult.Accepted("200");
	}

	private SendResult placed(String channel) {
		this.messages++;
		return new SendResult.Accepted("200",
				new MessageRef(channel, String.format(Locale.ROOT, "1700000000.%06d", this.messages)), null);
	}

	/** The address that a look-up answers. */
	public static String link(MessageRef target) {
		return "https://slack.example/archives/" + target.channel() + "/p" + target.ts().replace(".", "");
	}

	private static String method(SlackCall call) {
		if (call instanceof SlackCall.React react) {
			return react.present() ? "reactions.add" : "reactions.remove";
		}
		return METHODS.getOrDefault(call.getClass(), "chat.postMessage");
	}

	public RecordingSlackSender answer(SendResult result) {
		this.answers.add(CompletableFuture.completedFuture(result));
		return this;
	}

	/** Every message to this destination is answered like this. */
	public void answerAlways(String destination, SendResult result) {
		this.always.put(destination, result);
	}

	/** Every call of this sort is answered like this. */
	public void answerAlways(Class<? extends SlackCall> sort, SendResult result) {
		this.alwaysTo.put(sort, result);
	}

	/** Forgets all answers: everything is accepted again. */
	public void answerNormally() {
		this.always.clear();
		this.alwaysTo.clear();
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
	public record Sent(String destination, @Nullable String channel, SlackCall call) {

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
