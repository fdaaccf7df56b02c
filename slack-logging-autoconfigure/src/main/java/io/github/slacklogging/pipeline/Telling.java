package io.github.slacklogging.pipeline;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;

/**
 * Turns a batch into a message: first everything is masked, then it is composed. Used by
 * the worker only.
 */
final class Telling {

	private final MessageComposer composer;

	private volatile EventMasking masking;

	Telling(EventMasking masking, MessageComposer composer) {
		this.masking = masking;
		this.composer = composer;
	}

	void use(EventMasking masking) {
		this.masking = masking;
	}

	SlackMessage tell(GroupBatch batch, boolean mayBeRepeat, Tick now) {
		List<MaskedGroup> groups = new ArrayList<>();
		for (EventGroup group : batch.groups()) {
			groups.add(this.masking.mask(group));
		}
		return this.composer
			.compose(new MessagePlan(groups, batch.remainder(), batch.span(), mayBeRepeat, null, now.instant()));
	}

}
