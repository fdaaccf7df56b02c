package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of one section, some of which end with a link. Links come last: a line has
 * its words whatever happens, and its link only where all words leave room for it. For
 * one thread.
 */
final class LinkedRows {

	private static final Size BETWEEN = Size.ofOurs(Mrkdwn.SEPARATOR);

	private final List<String> rows = new ArrayList<>();

	private final Map<Integer, TextLink> links = new TreeMap<>();

	/** Adds a line with the line break before it, unless it is empty. */
	LinkedRows add(Mrkdwn row) {
		return add(row, Optional.empty());
	}

	/**
	 * Adds a line that may get a link.
	 * @param row with the line break before it
	 * @param link where one is known
	 */
	LinkedRows add(Mrkdwn row, Optional<TextLink> link) {
		link.ifPresent((known) -> this.links.put(this.rows.size(), known));
		this.rows.add(row.toString());
		return this;
	}

	/**
	 * Adds the links, the first first, as far as Slack takes them.
	 * @param budget of the message, from which the lines were taken already
	 */
	LinkedRows link(Budget budget) {
		Budget section = new Budget(Limits.TEXT_OBJECT.minus(Size.ofOurs(toString())));
		this.links.forEach((at, link) -> {
			Size raw = BETWEEN.plus(Size.ofOurs(link.markup()));
			Size seen = BETWEEN.plus(link.size());
			if (raw.fitsIn(section.left()) && budget.take(seen)) {
				section.take(raw);
				this.rows.set(at, this.rows.get(at) + Mrkdwn.SEPARATOR + link.markup());
			}
		});
		return this;
	}

	boolean isEmpty() {
		return this.rows.stream().allMatch(String::isEmpty);
	}

	@Override
	public String toString() {
		return String.join("", this.rows);
	}

}
