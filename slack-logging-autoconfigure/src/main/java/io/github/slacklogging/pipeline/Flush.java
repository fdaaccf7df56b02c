package io.github.slacklogging.pipeline;

/**
 * What waits is told whether it is due or not, because somebody asked for it. As much as
 * waited then: what comes later waits for its own time. Used by the worker only.
 */
final class Flush {

	/** So many posts at most; the last of them tells all that is left. */
	private static final int MAX_POSTS = 5;

	private int posts;

	private int edits;

	/**
	 * Begins.
	 * @param editable messages that can show what waits
	 */
	void begin(int editable) {
		this.posts = MAX_POSTS;
		this.edits = editable;
	}

	boolean isPosting() {
		return this.posts > 0;
	}

	/** Whether this post has to tell all that is left. */
	boolean isLastPost() {
		return this.posts == 1;
	}

	boolean isEditing() {
		return this.edits > 0;
	}

	/**
	 * One post was told.
	 * @param all whether nothing is left
	 */
	void posted(boolean all) {
		this.posts = all ? 0 : Math.max(0, this.posts - 1);
	}

	/** One message was edited, or none is left that can show anything. */
	void edited(boolean all) {
		this.edits = all ? 0 : Math.max(0, this.edits - 1);
	}

}
