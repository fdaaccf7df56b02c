package io.github.slacklogging.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import org.jspecify.annotations.Nullable;

/**
 * Turns what waits into what may leave memory: masked groups, and messages composed of
 * them. Used by the worker only.
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

	SlackMessage tell(GroupBatch batch, boolean mayBeRepeat, @Nullable String insteadOf, Tick now) {
		List<MaskedGroup> groups = new ArrayList<>();
		for (EventGroup group : batch.groups()) {
			groups.add(this.masking.mask(group));
		}
		return this.composer.compose(new MessagePlan(groups, batch.remainder(), batch.span(), mayBeRepeat, insteadOf,
				now.instant(), Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE));
	}

	SlackMessage tell(DeliveryGap gap) {
		return this.composer.compose(gap);
	}

	SpooledGroup mask(GroupDelta delta) {
		return this.masking.mask(delta);
	}

	MaskedEvent mask(LogEvent event) {
		return this.masking.mask(event);
	}

}
