package io.github.slacklogging;

/**
 * A text that is too long for a message. Immutable, masked.
 *
 * @param name file name, for example {@code trace-k7f3q2a.txt}
 * @param title shown above it
 * @param comment one line that stands beside it, escaped mrkdwn
 * @param text not empty
 */
public record TextFile(String name, String title, String comment, String text) {

	public TextFile {
		if (text.isEmpty()) {
			throw new IllegalArgumentException("Slack takes no empty file");
		}
	}

}
