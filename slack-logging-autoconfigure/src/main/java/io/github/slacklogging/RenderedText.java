package io.github.slacklogging;

/**
 * What needs no rendering.
 *
 * @param text as it stands
 */
record RenderedText(String text) implements EventText {

	@Override
	public int mostLength() {
		return this.text.length();
	}

}
