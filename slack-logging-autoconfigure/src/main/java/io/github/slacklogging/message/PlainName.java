package io.github.slacklogging.message;

/**
 * A name where Slack promises no mrkdwn, and no escape either: a user name, the title of
 * a file. What would act in mrkdwn is shown by what looks like it.
 */
final class PlainName {

	private PlainName() {
	}

	/**
	 * The name on one line, cut where it must be.
	 * @param name as it is known
	 * @param maxShown most characters
	 */
	static String of(String name, int maxShown) {
		String line = LogText.line(name, maxShown);
		String cut = line.substring(0, Graphemes.boundaryUpTo(line, Math.min(maxShown, line.length())));
		String inert = cut.replace('<', '‹').replace('>', '›').replace('`', 'ˋ').replace('｀', 'ˋ');
		return ActiveMarkup.isEmojiIn(inert) ? inert.replace(':', '∶') : inert;
	}

}
