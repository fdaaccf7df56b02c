package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * Finds one kind of secret. Stateless and thread-safe. Its time is linear in the length
 * of the text, whatever the text is; a text without a trace of the secret is passed with
 * one cheap look for a literal.
 */
interface MaskingRule {

	/** Name of the rule: a tag of the meter, so never made from log text. */
	String name();

	/**
	 * Reports every place that must not leave.
	 * @param text not masked; a secret may run to its very end
	 * @param found takes the places, in any order
	 */
	void find(String text, Consumer<Span> found);

}
