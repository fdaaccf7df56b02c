package io.github.slacklogging.masking;

import java.util.List;
import java.util.Random;

import io.github.slacklogging.masking.MarkedText.Mark;

/**
 * One line of the corpus.
 *
 * @param file name of its file, without the ending: a rule, or the theme of innocents
 * @param number of the line among the entries of the file, from one
 * @param text with what must not survive marked; nothing is marked in an innocent
 */
record CorpusEntry(String file, int number, MarkedText text) {

	List<String> secrets() {
		return this.text.marks().stream().map((mark) -> this.text.text().substring(mark.start(), mark.end())).toList();
	}

	/** The text without what is marked. */
	String context() {
		return this.text.masked("\0");
	}

	/** Whether something marked lies within a place. */
	boolean marks(int start, int end) {
		return this.text.marks().stream().anyMatch((mark) -> mark.start() < end && start < mark.end());
	}

	/**
	 * The same line with another letter for each letter of a secret and another digit for
	 * each digit. Escapes stay as they are.
	 */
	CorpusEntry withOtherValues() {
		Random random = new Random(this.number);
		StringBuilder other = new StringBuilder(this.text.text());
		for (Mark mark : this.text.marks()) {
			for (int i = mark.start(); i < mark.end(); i++) {
				if (!escaped(other, i)) {
					other.setCharAt(i, another(other.charAt(i), random));
				}
			}
		}
		return new CorpusEntry(this.file, this.number, new MarkedText(other.toString(), this.text.marks()));
	}

	private static boolean escaped(CharSequence text, int at) {
		CharSequence before = text.subSequence(Math.max(0, at - 2), at);
		return before.chars().anyMatch((c) -> c == '%') || before.toString().endsWith("\\");
	}

	private static char another(char c, Random random) {
		if (c >= 'a' && c <= 'z') {
			return (char) ('a' + random.nextInt(26));
		}
		if (c >= 'A' && c <= 'Z') {
			return (char) ('A' + random.nextInt(26));
		}
		return (c >= '0' && c <= '9') ? (char) ('0' + random.nextInt(10)) : c;
	}

	@Override
	public String toString() {
		return this.file + " " + this.number;
	}

}
