package io.github.slacklogging.message;

import java.util.List;

/**
 * A message before it is written as JSON. The attachment is the coloured box below the
 * blocks; Slack may fold it.
 *
 * @param text one sentence, escaped mrkdwn
 * @param fallback the sentence, shorter
 * @param color of the attachment, {@code #rrggbb}
 * @param blocks top level, never rich text, so that every later edit is allowed: Slack
 * refuses to change the one into the other ({@code block_mismatch})
 * @param attached blocks of the one attachment; where there are none, there is no
 * attachment
 */
record Draft(String text, String fallback, String color, List<Block> blocks, List<Block> attached) {

	private static final int MAX_BLOCKS = 8;

	Draft {
		blocks = List.copyOf(blocks);
		attached = List.copyOf(attached);
		if (blocks.size() + attached.size() > MAX_BLOCKS) {
			throw new IllegalArgumentException("More than " + MAX_BLOCKS + " blocks");
		}
		if (blocks.stream().anyMatch(Block.Preformatted.class::isInstance)) {
			throw new IllegalArgumentException("Rich text at the top level");
		}
	}

}
