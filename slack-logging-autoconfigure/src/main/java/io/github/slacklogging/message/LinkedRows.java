package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The lines of one section, some of which end with a link. Links come last: a line has
 * its words whatever happens, and its link only where all words leave room for it. Words
 * fit one section; for their links there may be more. For one thread.
 */
final class LinkedRows {

	/** Beside a headline, a grid and a footer, a message has blocks for so many. */
	static final int MAX_SECTIONS = 5;

	private static final int MAX_BYTES = Limits.TEXT_OBJECT.bytes();

	private static final String LINE_BREAK = "\n";

	private final List<Row> rows = new ArrayList<>();

	/** Adds a line, unless it is empty. */
	void add(Mrkdwn row) {
		add(row, Optional.empty());
	}

	/**
	 * Adds a line that may get a link, unless it is empty.
	 * @param row with or without the line break before it
	 * @param link where one is known
	 */
	void add(Mrkdwn row, Optional<TextLink> link) {
		String words = row.toString().strip();
		if (!words.isEmpty()) {
			this.rows.add(new Row(words, link.orElse(null)));
		}
	}

	/**
	 * The lines with their links, the first first, as far as Slack takes them.
	 * @param budget of the message, from which the lines were taken already
	 * @param max most sections to make
	 */
	List<Block> sections(Budget budget, int max) {
		List<StringBuilder> sections = new ArrayList<>();
		int wordsBehind = this.rows.stream().mapToInt((row) -> bytes(row.words())).sum();
		for (Row row : this.rows) {
			wordsBehind -= bytes(row.words());
			String linked = row.linked();
			// Only in the last section must the words of all that follow find room.
			int here = (sections.size() < max) ? 0 : wordsBehind;
			int next = (sections.size() + 1 < max) ? 0 : wordsBehind;
			boolean fitsHere = fits(sections, linked, here);
			boolean fits = fitsHere || (sections.size() < max && bytes(linked) + next <= MAX_BYTES);
			boolean shown = fits && budget.take(row.more());
			append(sections, shown ? linked : row.words());
		}
		return sections.stream().<Block>map((section) -> new Block.Section(section.toString())).toList();
	}

	private static void append(List<StringBuilder> sections, String line) {
		if (fits(sections, line, 0)) {
			sections.get(sections.size() - 1).append(LINE_BREAK).append(line);
		}
		else {
			sections.add(new StringBuilder(line));
		}
	}

	/**
	 * Whether a line fits the section that is written to, and so many bytes behind it.
	 */
	private static boolean fits(List<StringBuilder> sections, String line, int behind) {
		return !sections.isEmpty()
				&& bytes(sections.get(sections.size() - 1).toString()) + bytes(line) + behind <= MAX_BYTES;
	}

	/** Of a line with the line break before it. */
	private static int bytes(String line) {
		return Size.ofOurs(LINE_BREAK + line).bytes();
	}

	/**
	 * One line.
	 *
	 * @param words shown whatever happens
	 * @param link behind them, where one is known
	 */
	private record Row(String words, @Nullable TextLink link) {

		private String linked() {
			return (this.link != null) ? this.words + Mrkdwn.SEPARATOR + this.link.markup() : this.words;
		}

		private Size more() {
			return (this.link != null) ? Size.ofOurs(Mrkdwn.SEPARATOR).plus(this.link.size()) : Size.ZERO;
		}

	}

}
