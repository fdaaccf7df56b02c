package io.github.slacklogging.pipeline;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.Mention;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import org.jspecify.annotations.Nullable;

/**
 * Who is called, at each destination, and when last. Only something new is worth a call:
 * never an edit, never silence. Used by the worker only.
 */
final class Mentions {

	private static final Set<Occasion> WORTH_IT = EnumSet.of(Occasion.STORM, Occasion.FIRST, Occasion.RECURRENCE,
			Occasion.RETURN, Occasion.RISE, Occasion.MILESTONE, Occasion.RATE);

	private final Map<String, Mention> mentions;

	private final Map<String, Tick> lastCalls = new HashMap<>();

	/**
	 * Nobody was called yet.
	 * @param mentions by name of the destination
	 */
	Mentions(Map<String, Mention> mentions) {
		this.mentions = Map.copyOf(mentions);
	}

	/** Who is called by this message, as {@link Mention#target()}. */
	@Nullable String of(String destination, GroupBatch batch, Tick now) {
		Mention mention = this.mentions.get(destination);
		boolean calls = mention != null && batch.speech().isLine() && batch.severity().isAtLeast(mention.level())
				&& batch.speech().occasions().stream().anyMatch(WORTH_IT::contains) && isRested(destination, now);
		return (mention != null && calls) ? mention.target() : null;
	}

	private boolean isRested(String destination, Tick now) {
		Tick last = this.lastCalls.get(destination);
		Mention mention = this.mentions.get(destination);
		return last == null || mention == null || now.since(last).compareTo(mention.cooldown()) >= 0;
	}

	/** The message arrived, or may have. */
	void called(String destination, Tick now) {
		this.lastCalls.put(destination, now);
	}

}
