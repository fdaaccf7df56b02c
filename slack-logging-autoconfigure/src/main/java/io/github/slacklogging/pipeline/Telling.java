package io.github.slacklogging.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageCustomizer;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.TextFile;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.grouping.Speech;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.message.MessageComposer.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Turns what waits into what may leave memory: masked groups, and calls composed of them.
 * Used by the worker only.
 */
final class Telling {

	/** Name of the reaction on a message whose kind has gone quiet. */
	private static final String QUIET_MARK = "white_check_mark";

	private final MessageComposer composer;

	private final Consumer<String> trouble;

	private volatile EventMasking masking;

	private volatile List<MessageCustomizer> customizers = List.of();

	Telling(EventMasking masking, MessageComposer composer, Consumer<String> trouble) {
		this.masking = masking;
		this.composer = composer;
		this.trouble = trouble;
	}

	void use(EventMasking masking, List<MessageCustomizer> customizers) {
		this.masking = masking;
		this.customizers = customizers;
	}

	/** Something will be told soon: the rules of masking are made now. Never fails. */
	void getReady() {
		try {
			this.masking.prepare();
		}
		catch (RuntimeException | LinkageError ex) {
			// whoever masks finds out
		}
	}

	/**
	 * The call that tells of a batch.
	 * @param batch to tell of
	 * @param wording what the message says of itself
	 * @param now the time
	 * @return {@code null} when there is nothing to tell after all
	 */
	@Nullable SlackCall call(GroupBatch batch, Wording wording, Tick now) {
		Speech speech = batch.speech();
		MessageRef target = speech.target();
		if (target == null || wording.insteadOf() != null) {
			return new SlackCall.Post(this.composer.compose(plan(batch, wording, now)));
		}
		return switch (speech.form()) {
			case POST -> new SlackCall.Post(this.composer.compose(plan(batch, wording, now)));
			case EDIT -> new SlackCall.Edit(target, this.composer.compose(plan(batch, wording, now)));
			case REPLY ->
				new SlackCall.Reply(target, this.composer.composeReply(plan(batch, wording, now)), speech.broadcast());
			case TRACE -> trace(batch, target, wording.withoutFiles());
			case MARK -> new SlackCall.React(target, QUIET_MARK, true);
			case UNMARK -> new SlackCall.React(target, QUIET_MARK, false);
			case LOOK_UP -> new SlackCall.LookUp(target);
		};
	}

	private MessagePlan plan(GroupBatch batch, Wording wording, Tick now) {
		List<MaskedGroup> groups = new ArrayList<>();
		for (EventGroup group : batch.groups()) {
			groups.add(this.masking.mask(group));
		}
		boolean single = groups.size() == 1 && batch.remainder().isEmpty() && batch.storm() == null;
		return new MessagePlan(groups, batch.remainder(), batch.span(), wording.mayBeRepeat(), wording.insteadOf(),
				now.instant(), batch.speech().occasions(), batch.storm(), wording.mention(),
				single ? extras(groups.get(0)) : MessageExtras.NONE);
	}

	private MessageExtras extras(MaskedGroup group) {
		MessageExtras extras = MessageExtras.NONE;
		for (MessageCustomizer customizer : this.customizers) {
			extras = ask(customizer, group, extras);
		}
		return this.masking.mask(extras);
	}

	@SuppressWarnings("NullAway") // an application may answer what it should not
	private MessageExtras ask(MessageCustomizer customizer, MaskedGroup group, MessageExtras present) {
		try {
			MessageExtras answer = customizer.customize(group, present);
			return (answer != null) ? answer : present;
		}
		catch (Throwable ex) {
			// the application's own code; the event is told all the same
			this.trouble.accept("a MessageCustomizer failed: " + ex.getClass().getName());
			return present;
		}
	}

	private @Nullable SlackCall trace(GroupBatch batch, MessageRef parent, boolean withoutFiles) {
		Trace trace = this.composer.trace(this.masking.mask(batch.groups().get(0))).orElse(null);
		if (trace == null) {
			return null;
		}
		TextFile file = trace.file();
		return (file != null && !withoutFiles) ? new SlackCall.Attach(parent, file)
				: new SlackCall.Reply(parent, trace.inline(), false);
	}

	SlackMessage tell(DeliveryGap gap) {
		return this.composer.compose(gap);
	}

	SlackMessage test(Tick now) {
		return this.composer.composeTest(now.instant());
	}

	String mask(String field, String text) {
		return this.masking.mask(field, text);
	}

	SpooledGroup mask(GroupDelta delta) {
		return this.masking.mask(delta);
	}

	MaskedEvent mask(LogEvent event) {
		return this.masking.mask(event);
	}

	/** A text about an event that is not part of it. */
	String quietly(String field, String text) {
		return this.masking.quietly(field, text);
	}

	/**
	 * What a message says of itself.
	 *
	 * @param mayBeRepeat whether an earlier attempt may have arrived after all
	 * @param insteadOf name of the destination that should have had it, {@code null}
	 * where it goes there
	 * @param mention who is called, {@code null} for nobody
	 * @param withoutFiles whether Slack takes no files there
	 */
	record Wording(boolean mayBeRepeat, @Nullable String insteadOf, @Nullable String mention, boolean withoutFiles) {

	}

}
