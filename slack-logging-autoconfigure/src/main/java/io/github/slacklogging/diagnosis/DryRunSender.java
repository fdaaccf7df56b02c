package io.github.slacklogging.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackSender;
import org.jspecify.annotations.Nullable;

/**
 * Sends nothing: tells what would be sent through the logger
 * {@code slack.logging.dry-run}, checked against what Slack is known to take, and answers
 * as Slack does, so that edits and answers in threads follow as they would. Every answer
 * has the status {@link SendResult#DRY_RUN}. Opens no connection and asks for no
 * credential. Thread-safe; blocks no longer than the application's appenders do.
 */
public final class DryRunSender implements SlackSender {

	private static final Map<Class<?>, String> SORTS = Map.of(SlackCall.Post.class, "a message", SlackCall.Reply.class,
			"an answer in a thread", SlackCall.Edit.class, "an edit", SlackCall.Attach.class, "a file in a thread",
			SlackCall.React.class, "a reaction");

	private final BiFunction<Destination, SlackCall, String> bodies;

	private final Voice voice;

	private final AtomicLong messages = new AtomicLong();

	/**
	 * A sender that sends nothing.
	 * @param bodies makes the JSON that a destination would get, without any secret
	 */
	public DryRunSender(BiFunction<Destination, SlackCall, String> bodies) {
		this(bodies, Voice.of(Voice.DRY_RUN));
	}

	DryRunSender(BiFunction<Destination, SlackCall, String> bodies, Voice voice) {
		this.bodies = bodies;
		this.voice = voice;
	}

	@Override
	public CompletionStage<SendResult> send(Destination destination, SlackCall call) {
		return CompletableFuture.completedFuture(answer(destination, call));
	}

	private SendResult answer(Destination destination, SlackCall call) {
		String sort = SORTS.get(call.getClass());
		// a question shows nothing to anybody
		if (sort == null || !isRefused(destination, call, sort)) {
			return new SendResult.Accepted(SendResult.DRY_RUN, place(destination, call), null);
		}
		return new SendResult.PayloadRefused(SendResult.DRY_RUN, "dry_run_check");
	}

	private boolean isRefused(Destination destination, SlackCall call, String sort) {
		String body = this.bodies.apply(destination, call);
		String head = "Dry run, not sent: " + sort + " for '" + destination.name() + "' ("
				+ destination.kind().name().toLowerCase(Locale.ROOT) + "), " + bytes(body) + " bytes";
		PayloadCheck.Checked checked = PayloadCheck.check(body);
		if (call.message() == null || checked.objections().isEmpty()) {
			this.voice.say(head + ", as Slack takes it\n" + checked.pretty() + file(call));
			return false;
		}
		this.voice.warn(head + ", which Slack would refuse: " + String.join("; ", checked.objections()) + "\n"
				+ checked.pretty());
		return true;
	}

	private static int bytes(String body) {
		return body.getBytes(StandardCharsets.UTF_8).length;
	}

	private static String file(SlackCall call) {
		return (call instanceof SlackCall.Attach attach) ? "\n" + attach.file().text().stripTrailing() : "";
	}

	/** A webhook does not say where a message stands. */
	private @Nullable MessageRef place(Destination destination, SlackCall call) {
		if (destination.kind() == Destination.Kind.WEBHOOK) {
			return null;
		}
		if (call instanceof SlackCall.Post || call instanceof SlackCall.Reply) {
			String channel = (destination.channel() != null) ? destination.channel() : destination.name();
			return new MessageRef(channel, "dry-run." + this.messages.incrementAndGet());
		}
		return (call instanceof SlackCall.Edit edit) ? edit.target() : null;
	}

}
