package io.github.slacklogging.message;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.slacklogging.MessagePlan;
import org.jspecify.annotations.Nullable;

/**
 * Who is called by a message: at the end of its first block and at the end of its
 * sentence, behind everything that was logged, with room kept free for it. Markup of a
 * mention: docs.slack.dev, "Formatting message text". Immutable.
 *
 * @param markup our own, with the blank before it; empty for nobody
 */
record CallOut(String markup) {

	static final CallOut NOBODY = new CallOut("");

	/** What {@code Mention} lets through; anything else calls nobody. */
	private static final Pattern ID = Pattern.compile("[SUW][A-Z0-9]{2,20}");

	static CallOut of(MessagePlan plan) {
		return of(plan.mention());
	}

	static CallOut of(@Nullable String target) {
		if (target == null) {
			return NOBODY;
		}
		if (target.equals("here") || target.equals("channel")) {
			return new CallOut(" <!" + target + ">");
		}
		if (!ID.matcher(target).matches()) {
			return NOBODY;
		}
		return new CallOut(target.startsWith("S") ? " <!subteam^" + target + ">" : " <@" + target + ">");
	}

	/**
	 * The first block.
	 * @param budget of the message
	 * @param most room of the block, the call included
	 * @param words writes the block
	 */
	Block.Section block(Budget budget, Size most, Consumer<Mrkdwn> words) {
		Budget room = budget.reserve(most);
		room.take(size());
		Mrkdwn line = new Mrkdwn(room);
		words.accept(line);
		budget.giveBack(room);
		return new Block.Section(line + this.markup);
	}

	/**
	 * The sentence that phones show.
	 * @param sentence writes it into the room it is given
	 */
	String text(Function<Size, String> sentence) {
		return sentence.apply(Limits.TEXT.minus(size())) + this.markup;
	}

	private Size size() {
		return Size.ofOurs(this.markup);
	}

}
