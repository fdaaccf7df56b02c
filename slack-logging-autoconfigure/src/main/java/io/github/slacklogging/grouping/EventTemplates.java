package io.github.slacklogging.grouping;

import io.github.slacklogging.LogEvent;

/**
 * The words of an event without its values. Arguments alone do not make a text a
 * template: structured ones come beside texts that were concatenated. Nor do braces
 * alone: that may be JSON. Used by the worker only.
 */
final class EventTemplates {

	private static final int MAX_KNOWN = 2_000;

	/**
	 * Longer ones were concatenated; they hardly come twice and would fill the memory.
	 */
	private static final int MAX_KNOWN_LENGTH = 500;

	private final TemplateMask mask = new TemplateMask();

	private final RememberedAnswers<String, String> known = new RememberedAnswers<>(MAX_KNOWN, this.mask::mask);

	String of(LogEvent event) {
		String text = event.template();
		if (event.argumentCount() > 0 && text.contains("{}")) {
			return text;
		}
		return (text.length() <= MAX_KNOWN_LENGTH) ? this.known.get(text) : this.mask.mask(text);
	}

}
