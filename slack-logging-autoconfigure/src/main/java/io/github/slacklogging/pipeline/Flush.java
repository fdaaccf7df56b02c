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
	 * @param postable whether something waits that only a post can tell
	 * @param editable messages that can show what waits
	 */
	void begin(boolean postable, int editable) {
		this.posts = postable ? MAX_POSTS : 0;
		this.edits = editable;
	}

	/**
	 * What waited may have gone another way: then what comes is not meant.
	 * @param postable whether something waits that only a post can tell
	 * @param editable whether something waits that an edit can show
	 */
	void goOn(boolean postable, boolean editable) {
		this.posts = postable ? this.posts : 0;
		this.edits = editable ? this.edits : 0;
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
