package io.github.slacklogging.masking;

import org.jspecify.annotations.Nullable;

/**
 * Remembers short texts, each at the one place that its hash says: a newer one displaces
 * an older one, and none is ever taken for another. Bounded: half a megabyte at most.
 *
 * <p>
 * Thread-safe without locks: a text is immutable, so whichever a thread sees at a place
 * is a whole one. What another thread has just added may be missed.
 */
final class RecentTexts {

	private static final int MAX_LENGTH = 256;

	/** A power of two, so that a part of the hash is the place. */
	private static final int PLACES = 1_024;

	private final @Nullable String[] places = new @Nullable String[PLACES];

	boolean contains(String text) {
		return text.equals(this.places[place(text)]);
	}

	/** Adds the text unless it is long. */
	void add(String text) {
		if (text.length() <= MAX_LENGTH) {
			this.places[place(text)] = text;
		}
	}

	private static int place(String text) {
		int hash = text.hashCode();
		return (hash ^ (hash >>> 16)) & (PLACES - 1);
	}

}
