package io.github.slacklogging.message;

import java.util.List;

import io.github.slacklogging.MessageExtras;
import org.jspecify.annotations.Nullable;

/**
 * The line below the headline: where and when, then the links. Words and links have room
 * of their own; together they fit one text of Slack's. For one thread.
 */
final class PlaceLine {

	private static final int MAX_LINKS = 5;

	private static final Size WORDS = new Size(400, 800, 800);

	/** For one link of the greatest length, or several of the usual one. */
	private static final Size LINKS = new Size(2_100, 2_200, 2_200);

	private static final String SEPARATOR = " · ";

	private final Budget budget;

	private final Budget wordsRoom;

	private final Budget linksRoom;

	private final Mrkdwn words;

	private final Mrkdwn links;

	private int shownLinks;

	private int hiddenLinks;

	PlaceLine(Budget budget) {
		this.budget = budget;
		this.wordsRoom = budget.reserve(WORDS);
		this.words = new Mrkdwn(this.wordsRoom);
		this.linksRoom = budget.reserve(LINKS);
		this.linksRoom.take(Size.ofOurs(SEPARATOR));
		this.links = new Mrkdwn(this.linksRoom);
	}

	/** What is said before the links. */
	Mrkdwn words() {
		return this.words;
	}

	/**
	 * Adds a link of our own.
	 * @param label a word of ours
	 * @param address {@code null} where none is known
	 */
	PlaceLine link(String label, @Nullable String address) {
		if (address != null) {
			TextLink.of(label, address).ifPresent(this::add);
		}
		return this;
	}

	/** Adds what the application links to. What finds no room is counted. */
	PlaceLine links(MessageExtras extras) {
		extras.links()
			.forEach((label, address) -> TextLink.of(label, address.toString())
				.ifPresentOrElse(this::add, () -> this.hiddenLinks++));
		return this;
	}

	/** How many links were left out. */
	int hiddenLinks() {
		return this.hiddenLinks;
	}

	/** The line; none where it says nothing. */
	List<Block> blocks() {
		this.budget.giveBack(this.linksRoom);
		this.budget.giveBack(this.wordsRoom);
		String between = (this.words.isEmpty() || this.links.isEmpty()) ? "" : SEPARATOR;
		String line = this.words + between + this.links;
		return line.isEmpty() ? List.of() : List.of(new Block.Context(line));
	}

	private void add(TextLink link) {
		int before = this.links.toString().length();
		if (this.shownLinks < MAX_LINKS) {
			this.links.separate().ours(link.markup());
		}
		if (this.links.toString().length() > before) {
			this.shownLinks++;
		}
		else {
			this.hiddenLinks++;
		}
	}

}
