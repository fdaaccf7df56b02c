package io.github.slacklogging.message;

import java.time.Instant;
import java.util.List;

import io.github.slacklogging.Incident;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Mute.End;

/** The last line: what a reader looks for once the rest is understood. */
final class Footer {

	private static final Size ROOM = new Size(400, 800, 1_600);

	private static final int MAX_ID = 40;

	private static final int MAX_LOGGER = 80;

	private final Budget budget;

	private final Budget room;

	private final Mrkdwn line;

	/** Reserves the room of a footer. */
	Footer(Budget budget) {
		this.budget = budget;
		this.room = budget.reserve(ROOM);
		this.line = new Mrkdwn(this.room);
	}

	Footer add(String ours) {
		this.line.separate().ours(ours);
		return this;
	}

	Footer fingerprint(String fingerprint) {
		this.line.separate().log("#" + fingerprint, MAX_ID);
		return this;
	}

	/**
	 * Adds what is known of the place, where something is.
	 * @param text log text
	 * @param maxShown most characters shown
	 */
	Footer log(String text, int maxShown) {
		this.line.separate().log(text, maxShown);
		return this;
	}

	Footer logId(MaskedEvent event) {
		this.line.separate().ours("log id ").code(event.logId(), MAX_ID);
		return this;
	}

	/**
	 * Adds where an incident stands.
	 * @param word our word for it
	 * @param incident muted perhaps, which matters more
	 * @param now when the message is composed
	 */
	Footer phase(String word, Incident incident, Instant now) {
		Mute mute = incident.mute();
		return add((mute != null && stands(mute.end(), now)) ? "MUTED until " + until(mute.end()) : word);
	}

	private static boolean stands(End end, Instant now) {
		return !(end instanceof End.At at) || at.instant().isAfter(now);
	}

	private static String until(End end) {
		if (end instanceof End.At at) {
			return Words.date(at.instant());
		}
		return (end instanceof End.AtTotal limit) ? Words.count(limit.total(), "event") : "the next version";
	}

	/** Adds how many events came without the trace that is shown, where some did. */
	Footer withoutStack(long events) {
		return (events > 0) ? add(Words.count(events) + " arrived without stack") : this;
	}

	/** Adds who logged the same throwable besides. */
	Footer alsoLoggedBy(String logger) {
		this.line.separate().ours("also logged by ").log(logger, MAX_LOGGER);
		return this;
	}

	/** Adds how many links found no room in a line, where some did not. */
	Footer hiddenLinks(PlaceLine place) {
		int hidden = place.hiddenLinks();
		return (hidden > 0) ? add(Words.count(hidden, "more link")) : this;
	}

	/**
	 * Adds what is true of every kind of message.
	 * @param shown the events of which text is shown
	 * @param hiddenFields fields that found no room
	 * @param remarks on the message itself
	 */
	Block block(List<MaskedEvent> shown, int hiddenFields, Remarks remarks) {
		int masked = shown.stream().distinct().mapToInt(MaskedEvent::maskedValues).sum();
		if (hiddenFields > 0) {
			add(Words.count(hiddenFields, "more field"));
		}
		if (masked > 0) {
			add(Words.count(masked, "value") + " masked");
		}
		add("this instance only");
		remarks.separate(this.line);
		this.budget.giveBack(this.room);
		return new Block.Context(this.line.toString());
	}

}
