package io.github.slacklogging.message;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.MessageExtras;
import org.jspecify.annotations.Nullable;

/**
 * The line below the headline: where and when, then the links. Words and links have room
 * of their own; what one text of Slack's cannot hold goes on in the next. For one thread.
 */
final class PlaceLine {

	/** Of the application's own. */
	private static final int MAX_EXTRAS = 5;

	private static final Size WORDS = new Size(400, 800, 800);

	/**
	 * For two links of the greatest length, or several of the usual one. A dashboard's
	 * has some 700 characters.
	 */
	private static final Size LINKS = new Size(450, 4_400, 4_800);

	private static final Size BETWEEN = Size.ofOurs(Mrkdwn.SEPARATOR);

	private final Budget budget;

	private final Budget wordsRoom;

	private final Budget linksRoom;

	private final Mrkdwn words;

	private final List<TextLink> links = new ArrayList<>();

	private int hiddenLinks;

	PlaceLine(Budget budget) {
		this.budget = budget;
		this.wordsRoom = budget.reserve(WORDS);
		this.words = new Mrkdwn(this.wordsRoom);
		this.linksRoom = budget.reserve(LINKS);
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

	/**
	 * Adds links. What finds no room is counted.
	 * @param addresses by their labels
	 */
	PlaceLine links(Map<String, URI> addresses) {
		addresses.forEach((label, address) -> TextLink.of(label, address.toString())
			.ifPresentOrElse(this::add, () -> this.hiddenLinks++));
		return this;
	}

	/** Adds what the application links to, the first of it. The rest is counted. */
	PlaceLine links(MessageExtras extras) {
		int most = this.links.size() + MAX_EXTRAS;
		extras.links().forEach((label, address) -> {
			if (this.links.size() < most) {
				links(Map.of(label, address));
			}
			else {
				this.hiddenLinks++;
			}
		});
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
		List<String> parts = parts();
		return parts.isEmpty() ? List.of() : List.of(new Block.Context(parts));
	}

	private List<String> parts() {
		List<String> parts = new ArrayList<>();
		Mrkdwn part = new Mrkdwn(new Budget(Limits.TEXT_OBJECT)).ours(this.words.toString());
		for (TextLink link : this.links) {
			int before = part.toString().length();
			if (part.separate().link(link).toString().length() == before) {
				parts.add(part.toString());
				part = new Mrkdwn(new Budget(Limits.TEXT_OBJECT)).link(link);
			}
		}
		if (!part.isEmpty()) {
			parts.add(part.toString());
		}
		return parts;
	}

	private void add(TextLink link) {
		if (link.size().fitsIn(Limits.TEXT_OBJECT) && this.linksRoom.take(BETWEEN.plus(link.size()))) {
			this.links.add(link);
		}
		else {
			this.hiddenLinks++;
		}
	}

}
