package io.github.slacklogging.message;

import java.util.List;

/** Where generated messages get what is in them: chance, or a fuzzer. */
interface Choices {

	/** A number from 0 on, below the bound. */
	int below(int bound);

	/** Any text at all. */
	String text();

	default boolean yes() {
		return below(2) == 1;
	}

	/** Once in so many times. */
	default boolean once(int in) {
		return below(in) == 0;
	}

	default <T> T oneOf(List<T> all) {
		return all.get(below(all.size()));
	}

}
