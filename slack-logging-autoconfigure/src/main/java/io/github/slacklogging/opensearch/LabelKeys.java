package io.github.slacklogging.opensearch;

/**
 * Keys that can be asked for. A field of type {@code flat_object} takes a dot for the way
 * into an object: where a name is missing between dots, an underscore stands for the dot,
 * so that {@code .a..b.} is {@code _a._b_}. {@code a} beside {@code a.b} does no harm
 * there. OpenSearch 2.19 takes empty names too, but nobody could search for them.
 * Stateless.
 */
final class LabelKeys {

	private static final char INSTEAD = '_';

	private static final char ELLIPSIS = '…';

	private LabelKeys() {
	}

	/**
	 * The key, or one as like it as possible.
	 * @param key any text
	 * @param maxLength most characters
	 */
	static String of(String key, int maxLength) {
		// masked by now, so it may end within a word: many a key is a single one
		String kept = (key.length() <= maxLength) ? key : key.substring(0, maxLength - 1) + ELLIPSIS;
		String cut = JsonSize.cut(kept, maxLength, Integer.MAX_VALUE);
		if (cut.isBlank()) {
			return String.valueOf(INSTEAD);
		}
		return cut.indexOf('.') < 0 ? cut : withoutGaps(cut);
	}

	private static String withoutGaps(String key) {
		StringBuilder changed = new StringBuilder(key);
		for (int i = 0; i < key.length(); i++) {
			boolean gap = i == 0 || i == key.length() - 1 || changed.charAt(i - 1) == '.';
			if (gap && key.charAt(i) == '.') {
				changed.setCharAt(i, INSTEAD);
			}
		}
		return changed.toString();
	}

}
