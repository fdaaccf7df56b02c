package io.github.slacklogging;

/**
 * Removes from text what must not leave memory. A bean of this type is asked after the
 * built-in rules for every string that leaves, to Slack or to OpenSearch, by one thread
 * at a time: the worker of either. It may throw: then the text is withheld, never sent
 * unmasked.
 */
@FunctionalInterface
public interface EventMasker {

	/**
	 * The text without what must not leave.
	 * @param field where the text stands: {@code message}, {@code template},
	 * {@code exception}, {@code logger}, {@code thread}, {@code fingerprint},
	 * {@code link}, {@code mdc.<key>} or {@code field.<key>}; a key itself stands in
	 * {@code mdc} or {@code field}; a link whose address is not answered as it was is
	 * left out
	 * @param text masked by the built-in rules
	 * @return the same text when there is nothing to mask
	 */
	String mask(String field, String text);

}
