package io.github.slacklogging.message;

/**
 * Knows what could act in a line of mrkdwn once {@code & < >} are escaped. In doubt it
 * could.
 *
 * <p>
 * Slack's clients also take the full-width forms that Japanese keyboards write.
 */
final class ActiveMarkup {

	private static final String STYLES = "*_~\uFF0A\uFF3F";

	private static final String BACKTICKS = "`\uFF40";

	private static final String QUOTES = ">\uFF1E";

	private ActiveMarkup() {
	}

	static boolean isIn(String line) {
		if (!line.isEmpty() && QUOTES.indexOf(line.charAt(0)) >= 0) {
			return true;
		}
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			boolean style = STYLES.indexOf(c) >= 0 && !isInsideWord(line, i);
			if (style || BACKTICKS.indexOf(c) >= 0) {
				return true;
			}
		}
		return isEmojiIn(line);
	}

	static boolean isEmojiIn(String line) {
		for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
			if (opensEmoji(line, colon)) {
				return true;
			}
		}
		return false;
	}

	// "order_id" and "2*3" do not act: a style opens and closes at the edge of a word.
	private static boolean isInsideWord(String line, int index) {
		return index > 0 && index + 1 < line.length() && isWord(line.charAt(index - 1))
				&& isWord(line.charAt(index + 1));
	}

	private static boolean isWord(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
	}

	private static boolean opensEmoji(String line, int colon) {
		int at = colon + 1;
		// Which other blanks end a name Slack does not say, so none does.
		while (at < line.length() && line.charAt(at) != ':' && line.charAt(at) != ' ' && line.charAt(at) != '\n') {
			at++;
		}
		return at > colon + 1 && at < line.length() && line.charAt(at) == ':';
	}

}
