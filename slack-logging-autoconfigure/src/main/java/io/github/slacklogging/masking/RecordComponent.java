package io.github.slacklogging.masking;

/**
 * A value with blanks as records, data classes and maps print it:
 * {@code Login[user=bob, password=two words, port=5]}.
 */
final class RecordComponent {

	private static final int MAX_LENGTH = 128;

	private RecordComponent() {
	}

	/**
	 * The value up to the next component.
	 * @param text to look into
	 * @param keyStart first character of the key
	 * @param keyEnd behind the last one
	 * @param first what stands before its first blank
	 * @return {@code first} where this is no component, or prose goes on behind it
	 */
	static SecretValue whole(String text, int keyStart, int keyEnd, SecretValue first) {
		boolean blank = first.end() + 1 < text.length() && text.charAt(first.end()) == ' ';
		boolean component = blank && first.start() == keyEnd + 1 && text.charAt(keyEnd) == '='
				&& begins(text, keyStart);
		int end = component ? end(text, first.end()) : -1;
		return (end < 0 || Prose.isSentence(text.substring(first.end() + 1, end))) ? first
				: new SecretValue(first.start(), end);
	}

	private static boolean begins(String text, int keyStart) {
		return keyStart > 1 && ("([{".indexOf(text.charAt(keyStart - 1)) >= 0 || text.startsWith(", ", keyStart - 2));
	}

	/**
	 * Where the next component or the end of all stands, or the text was cut; -1 for none
	 * of them.
	 */
	private static int end(String text, int from) {
		int latest = Math.min(text.length(), from + MAX_LENGTH);
		for (int at = from; at < latest; at++) {
			char c = text.charAt(at);
			if (")]}".indexOf(c) >= 0 || (c == ',' && isNext(text, at + 1))) {
				return at;
			}
			if (c == ' ' && at > from && Edges.isCutAt(text, at)) {
				return at;
			}
			if (Literals.isLineBreak(c) || "=([{\"'".indexOf(c) >= 0) {
				return -1;
			}
		}
		return -1;
	}

	private static boolean isNext(String text, int index) {
		int name = index + 1;
		int at = name;
		while (at < text.length() && at - name < MAX_LENGTH && Literals.isKeyCharacter(text.charAt(at))) {
			at++;
		}
		return at > name && text.startsWith(" ", index) && text.startsWith("=", at);
	}

}
