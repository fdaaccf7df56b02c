package io.github.slacklogging.message;

import java.util.List;

/**
 * The first lines of a log text, without the empty ones.
 *
 * @param lines fit to be looked at
 * @param whole whether nothing is missing
 */
record Excerpt(List<String> lines, boolean whole) {

	private static final int MAX_TEXT = 700;

	private static final int MAX_LINES = 9;

	private static final int MAX_LINE = 300;

	Excerpt {
		lines = List.copyOf(lines);
	}

	static Excerpt of(String text) {
		String clean = LogText.lines(text, MAX_TEXT);
		List<String> lines = clean.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		boolean whole = clean.length() <= MAX_TEXT && lines.size() <= MAX_LINES
				&& lines.stream().allMatch((line) -> line.length() <= MAX_LINE);
		return new Excerpt(lines.subList(0, Math.min(MAX_LINES, lines.size())), whole);
	}

	/** The first line, empty where there is none. */
	String first() {
		return this.lines.isEmpty() ? "" : this.lines.get(0);
	}

	Excerpt rest() {
		return new Excerpt(this.lines.subList(Math.min(1, this.lines.size()), this.lines.size()), this.whole);
	}

	boolean isEmpty() {
		return this.lines.isEmpty();
	}

	/** Writes the lines one below the other, with a mark where something is missing. */
	Mrkdwn writeTo(Mrkdwn paragraph) {
		for (int i = 0; i < this.lines.size(); i++) {
			if (i > 0) {
				paragraph.newLine();
			}
			paragraph.log(this.lines.get(i), MAX_LINE);
		}
		return this.whole ? paragraph : paragraph.newLine().ours("…");
	}

}
