package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Short texts in two columns. Twenty at most, in two sections of ten; what finds no room
 * is counted. For one thread.
 */
final class FieldGrid {

	static final String ALL = "*";

	private static final Size ROOM = new Size(1_500, 3_200, 9_000);

	private static final Size FIELD = new Size(220, 800, 2_000);

	private static final int MAX_SECTIONS = 2;

	private static final int MAX_LABEL = 40;

	private static final int MAX_VALUE = 160;

	private final Budget budget;

	private final Budget room;

	private final int maxFields;

	private final List<String> fields = new ArrayList<>();

	private final Map<Integer, TextLink> links = new TreeMap<>();

	private int hidden;

	FieldGrid(Budget budget) {
		this(budget, MAX_SECTIONS);
	}

	/**
	 * A grid for a message that needs its blocks for other things.
	 * @param budget of the message
	 * @param maxSections one or two
	 */
	FieldGrid(Budget budget, int maxSections) {
		this.budget = budget;
		this.maxFields = maxSections * Limits.FIELDS_PER_SECTION;
		this.room = budget.reserve(ROOM);
	}

	/**
	 * Adds a field, unless there is nothing to show.
	 * @param label a word of ours or a key
	 * @param value log text
	 */
	FieldGrid add(String label, @Nullable String value) {
		if (value == null || LogText.line(value, MAX_VALUE).isEmpty()) {
			return this;
		}
		return put(label, (field) -> field.log(value, MAX_VALUE));
	}

	/**
	 * Adds a field that begins with our own markup.
	 * @param label a word of ours
	 * @param ours our own markup
	 * @param value log text behind it
	 */
	FieldGrid add(String label, String ours, String value) {
		return add(label, ours, value, Optional.empty());
	}

	/**
	 * Adds a field that begins with our own markup and ends with a link, where all fields
	 * leave room for it.
	 * @param label a word of ours
	 * @param ours our own markup
	 * @param value log text behind it
	 * @param link behind both, where one is known
	 */
	FieldGrid add(String label, String ours, String value, Optional<TextLink> link) {
		int at = this.fields.size();
		put(label, (field) -> field.ours(ours + " ").log(value, MAX_VALUE));
		if (this.fields.size() > at) {
			link.ifPresent((known) -> this.links.put(at, known));
		}
		return this;
	}

	/**
	 * Adds a field that ends with words of ours, unless there is nothing to show.
	 * @param label a word of ours
	 * @param value log text
	 * @param ours our own words, which find room however long the text is
	 */
	FieldGrid addBefore(String label, String value, String ours) {
		int most = MAX_VALUE - ours.length();
		return LogText.line(value, most).isEmpty() ? this : put(label, (field) -> field.log(value, most).ours(ours));
	}

	/**
	 * Adds a field that is our own markup.
	 * @param label a word of ours
	 * @param ours our own markup
	 */
	FieldGrid addOurs(String label, String ours) {
		return put(label, (field) -> field.ours(ours));
	}

	/** Adds all of the pairs. */
	FieldGrid addAll(Map<String, String> pairs) {
		return addAll(pairs, List.of(ALL));
	}

	/**
	 * Adds those of the pairs that are asked for.
	 * @param pairs keys and log text
	 * @param keys to show; {@code *} shows all
	 */
	FieldGrid addAll(Map<String, String> pairs, List<String> keys) {
		pairs.forEach((key, value) -> {
			if (keys.contains(ALL) || keys.contains(key)) {
				add(LogText.line(key, MAX_LABEL).isEmpty() ? "(no key)" : key, value);
			}
		});
		return this;
	}

	/** How many fields found no room. */
	int hidden() {
		return this.hidden;
	}

	/** The sections, at most two; gives back what they did not use. */
	List<Block> blocks() {
		this.links.forEach(this::link);
		this.budget.giveBack(this.room);
		List<Block> blocks = new ArrayList<>();
		for (int i = 0; i < this.fields.size(); i += Limits.FIELDS_PER_SECTION) {
			int end = Math.min(this.fields.size(), i + Limits.FIELDS_PER_SECTION);
			blocks.add(new Block.Fields(this.fields.subList(i, end)));
		}
		return blocks;
	}

	private void link(int at, TextLink link) {
		Size written = Size.ofOurs(this.fields.get(at) + Mrkdwn.SEPARATOR);
		Size more = Size.ofOurs(Mrkdwn.SEPARATOR).plus(link.size());
		if (written.plus(link.size()).fitsIn(Limits.FIELD) && this.room.take(more)) {
			this.fields.set(at, this.fields.get(at) + Mrkdwn.SEPARATOR + link.markup());
		}
	}

	private FieldGrid put(String label, Consumer<Mrkdwn> value) {
		if (this.fields.size() == this.maxFields) {
			this.hidden++;
			return this;
		}
		Budget part = this.room.reserve(FIELD);
		Mrkdwn field = new Mrkdwn(part).bold(label, MAX_LABEL).ours("\n");
		int labelled = field.toString().length();
		value.accept(field);
		if (field.toString().length() > labelled) {
			this.fields.add(field.toString());
			this.room.giveBack(part);
		}
		else {
			// What came first matters more: nothing is squeezed in behind it.
			this.hidden++;
		}
		return this;
	}

}
