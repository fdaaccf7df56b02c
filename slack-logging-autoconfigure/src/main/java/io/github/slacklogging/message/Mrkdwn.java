package io.github.slacklogging.message;

/**
 * Writes Slack's mrkdwn: our own markup as it is, log text so that it is shown as it was
 * logged and does nothing. Never exceeds its budget. For one thread.
 *
 * <p>
 * Slack knows no escape for {@code * _ ~ `} and {@code :name:} (docs.slack.dev,
 * "Formatting message text"), so log text in which one of them could act is shown in code
 * style, where nothing but a backtick acts.
 */
final class Mrkdwn {

	private static final String CODE = "`";

	private static final String LABEL_END = ": ";

	static final String SEPARATOR = " · ";

	private final Budget budget;

	private final StringBuilder markup = new StringBuilder();

	private String pending = "";

	Mrkdwn(Budget budget) {
		this.budget = budget;
	}

	/**
	 * Writes our own markup, or nothing where there is no room for all of it.
	 * @param ours without any log text
	 */
	Mrkdwn ours(String ours) {
		return append(ours, "", "");
	}

	/** Writes a link, or nothing where there is no room for all of it. */
	Mrkdwn link(TextLink link) {
		return take(Size.ofOurs(this.pending).plus(link.size()), this.pending + link.markup());
	}

	/** Parts what is written next from what was written before. */
	Mrkdwn separate() {
		this.pending = this.markup.isEmpty() ? "" : SEPARATOR;
		return this;
	}

	/** Goes on below what was written before. */
	Mrkdwn newLine() {
		this.pending = this.markup.isEmpty() ? "" : "\n";
		return this;
	}

	Mrkdwn log(String text, int maxShown) {
		return log("", text, "", maxShown);
	}

	Mrkdwn bold(String text, int maxShown) {
		return log("*", text, "*", maxShown);
	}

	/** Log text before a colon. */
	Mrkdwn label(String text, int maxShown) {
		return log("", text, LABEL_END, maxShown);
	}

	/** Log text with a number of ours behind it; both or nothing. */
	Mrkdwn counted(String text, int maxShown, long count) {
		return log("", text, " " + Words.count(count), maxShown);
	}

	Mrkdwn boldLabel(String text, int maxShown) {
		return log("*", text, "*" + LABEL_END, maxShown);
	}

	/** Log text behind which a colon of ours may stand before any blank. */
	Mrkdwn beforeColon(String text, int maxShown) {
		return log("", text, "", "):", maxShown);
	}

	Mrkdwn code(String text, int maxShown) {
		String line = withoutBackticks(LogText.line(text, maxShown));
		Size frame = Size.ofOurs(this.pending + CODE + CODE);
		return appendLog(CODE, this.budget.cut(line, maxShown, frame), CODE);
	}

	boolean isEmpty() {
		return this.markup.isEmpty();
	}

	@Override
	public String toString() {
		return this.markup.toString();
	}

	private Mrkdwn log(String open, String text, String close, int maxShown) {
		return log(open, text, close, "", maxShown);
	}

	private Mrkdwn log(String open, String text, String close, String next, int maxShown) {
		Size frame = Size.ofOurs(this.pending + open + CODE + CODE + close);
		String line = this.budget.cut(LogText.line(text, maxShown), maxShown, frame);
		// Our colon could end an emoji that a colon in the text begins.
		boolean active = ActiveMarkup.isIn(line) || ActiveMarkup.isEmojiIn(line + close + next)
				|| (!open.isEmpty() && line.contains(open));
		if (active) {
			return appendLog(open + CODE, withoutBackticks(line), CODE + close);
		}
		return appendLog(open, line, close);
	}

	private Mrkdwn appendLog(String open, String line, String close) {
		return line.isEmpty() ? this : append(open, line, close);
	}

	private Mrkdwn append(String open, String line, String close) {
		String before = this.pending + open;
		Size size = Size.ofOurs(before).plus(Size.ofLog(line)).plus(Size.ofOurs(close));
		return take(size, before + escape(line) + close);
	}

	private Mrkdwn take(Size size, String written) {
		if (this.budget.take(size)) {
			this.markup.append(written);
			this.pending = "";
		}
		return this;
	}

	private static String withoutBackticks(String line) {
		return line.replace('`', '\u02CB').replace('\uFF40', '\u02CB');
	}

	static String escape(String line) {
		return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
