package io.github.slacklogging.pipeline;

import java.util.Objects;

import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.pipeline.Telling.Wording;

/** Masks a batch and composes the call that tells of it, as the pipeline does. */
public final class Composition {

	private static final Wording WORDING = new Wording(false, null, null, false);

	private final Telling telling;

	/**
	 * Of these stages.
	 * @param masking with the rules
	 * @param composer of messages
	 */
	public Composition(EventMasking masking, MessageComposer composer) {
		this.telling = new Telling(masking, composer, (text) -> {
			throw new IllegalStateException(text);
		});
	}

	/**
	 * What is sent.
	 * @param batch to tell of
	 * @param now the time
	 */
	public SlackCall call(GroupBatch batch, Tick now) {
		return Objects.requireNonNull(this.telling.call(batch, WORDING, now), "a call for every batch");
	}

}
