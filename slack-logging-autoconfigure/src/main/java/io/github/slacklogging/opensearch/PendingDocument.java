package io.github.slacklogging.opensearch;

/**
 * A document that is not acknowledged yet. Used by the worker only.
 */
final class PendingDocument {

	private final Document document;

	private final boolean reduced;

	private boolean maybeThere;

	/**
	 * Not sent yet.
	 * @param document to be indexed
	 * @param reduced whether its free fields are text already
	 */
	PendingDocument(Document document, boolean reduced) {
		this.document = document;
		this.reduced = reduced;
	}

	Document document() {
		return this.document;
	}

	/** Whether there is no simpler form of it. */
	boolean isReduced() {
		return this.reduced;
	}

	/** An attempt ended without a word of what became of it. */
	void sentWithoutAnswer() {
		this.maybeThere = true;
	}

	/** Whether an earlier attempt may have indexed it. */
	boolean isMaybeThere() {
		return this.maybeThere;
	}

	int bytes() {
		return this.document.lines().length;
	}

}
