package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.Objects;

import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.worker.Round;

/** What the worker does, without the thread that does it. */
public final class BareWorker {

	private static final MessageRef PARENT = new MessageRef("C0", "1767225600.000100");

	private BareWorker() {
	}

	/**
	 * All that is done in one round.
	 * @param pipeline that is not started
	 */
	public static Round of(SlackPipeline pipeline) {
		return pipeline.worker();
	}

	/**
	 * Masks and composes as the worker does.
	 * @param parts of a pipeline
	 */
	public static Teller teller(SlackPipeline.Parts parts) {
		Telling telling = new Telling(parts.masking(), parts.composer(), System.err::println);
		telling.use(parts.masking(), List.of());
		Telling.Wording plain = new Telling.Wording(false, null, null, true);
		return (batch, now) -> Objects.requireNonNull(telling.call(batch, plain, now));
	}

	/**
	 * Masks a trace and composes it as the worker does.
	 * @param parts of a pipeline
	 */
	public static Teller tracer(SlackPipeline.Parts parts) {
		return (batch, now) -> new SlackCall.Reply(PARENT,
				parts.composer().trace(parts.masking().mask(batch.groups().get(0))).orElseThrow().inline(), false);
	}

	/** Makes a call of what waits. */
	@FunctionalInterface
	public interface Teller {

		/**
		 * Masked and composed.
		 * @param batch to tell of
		 * @param now the time
		 */
		SlackCall call(GroupBatch batch, Tick now);

	}

}
