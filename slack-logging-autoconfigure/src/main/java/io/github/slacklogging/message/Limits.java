package io.github.slacklogging.message;

/**
 * What Slack takes, and where this project stops before. Slack's numbers: docs.slack.dev,
 * "Block Kit reference"; those that Slack does not publish were measured by others and
 * are kept with a wide margin.
 */
final class Limits {

	/** Beyond 4,000 bytes {@code chat.update} refuses a text and a post is split. */
	static final Size TEXT = new Size(3_800, 3_800, 3_800);

	/**
	 * All text in blocks. More than 4,000 characters is not read, addresses behind links
	 * never are; somewhere above 9,500 escaped ones, addresses included, Slack answers
	 * {@code msg_blocks_too_long}.
	 */
	static final Size BLOCK_TEXT = new Size(4_000, 9_000, Integer.MAX_VALUE);

	/** A text object. Counted in bytes, because some of Slack's checks are said to. */
	static final Size TEXT_OBJECT = new Size(3_000, 3_000, 3_000);

	static final Size FIELD = new Size(2_000, 2_000, 2_000);

	static final int FIELDS_PER_SECTION = 10;

	static final int ELEMENTS_PER_CONTEXT = 10;

	private Limits() {
	}

}
