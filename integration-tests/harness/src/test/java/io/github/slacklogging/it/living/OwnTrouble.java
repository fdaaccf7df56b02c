package io.github.slacklogging.it.living;

import java.util.Arrays;
import java.util.List;

/**
 * What the application said of its own logging on standard error, each trouble for
 * itself: several may share a line.
 *
 * @param sentences in their order; one that was said several times ends with how often
 */
record OwnTrouble(List<String> sentences) {

	private static final String MARK = "slack-logging: ";

	OwnTrouble {
		sentences = List.copyOf(sentences);
	}

	static OwnTrouble in(String stderr) {
		return new OwnTrouble(stderr.lines()
			.filter((line) -> line.startsWith(MARK))
			.flatMap((line) -> Arrays.stream(line.substring(MARK.length()).split("; ")))
			.toList());
	}

	/** Those that hold this text. */
	List<String> about(String text) {
		return this.sentences.stream().filter((sentence) -> sentence.contains(text)).toList();
	}

}
