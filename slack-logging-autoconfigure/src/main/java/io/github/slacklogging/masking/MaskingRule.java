package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * Finds one kind of secret. Stateless and thread-safe. Its time is linear in the length
 * of the text, whatever the text is. A text without any of its triggers is never shown to
 * it, so that clean text costs one pass for all rules together.
 */
interface MaskingRule {

	/** What it is, for people. */
	RuleSheet sheet();

	/** What a text holds at least where this rule finds something. */
	Triggers triggers();

	/**
	 * Reports every place that must not leave.
	 * @param text not masked, may have been cut at its end: a secret may run to there, or
	 * begin and not be whole
	 * @param found takes the places, in any order
	 */
	void find(String text, Consumer<Span> found);

}
