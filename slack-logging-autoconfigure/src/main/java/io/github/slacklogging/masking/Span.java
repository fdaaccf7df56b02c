package io.github.slacklogging.masking;

/**
 * A place in a text that must not leave, and what stands there instead.
 *
 * @param start first character
 * @param end behind the last character
 * @param replacement without anything of the secret
 */
record Span(int start, int end, String replacement) {

	/** Replacement that tells nothing of what was there. */
	static final String STARS = "***";

	static Span stars(int start, int end) {
		return new Span(start, end, STARS);
	}

}
