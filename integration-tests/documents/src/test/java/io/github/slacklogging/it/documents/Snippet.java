package io.github.slacklogging.it.documents;

/**
 * An example: a block of code in a page. Immutable.
 *
 * @param page that shows it
 * @param line that opens the block, from 1
 * @param language as it stands there, empty where none does
 * @param text without the indentation of the block
 */
record Snippet(Page page, int line, String language, String text) {

	@Override
	public String toString() {
		return this.page.name() + ":" + this.line + " " + this.language;
	}

}
