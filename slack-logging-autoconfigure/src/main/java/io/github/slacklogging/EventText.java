package io.github.slacklogging;

/**
 * The formatted message of an event, which may not be rendered yet: most events are
 * counted and never shown. Immutable in what it says; safe to read on any thread, also on
 * several at once. Never throws, does not block. Equality says nothing of the texts.
 */
public interface EventText {

	/** The text; the same at each call. */
	String text();

	/** The text is not longer, in characters. Known without rendering it. */
	int mostLength();

	/** A text that is rendered already. */
	static EventText of(String text) {
		return new RenderedText(text);
	}

}
