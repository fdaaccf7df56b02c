package io.github.slacklogging.message;

import java.util.List;

import io.github.slacklogging.Severity;

/**
 * A message before it is written as JSON. The attachment is the coloured box below the
 * blocks; Slack may fold it.
 *
 * @param text one sentence, escaped mrkdwn
 * @param fallback the sentence, shorter
 * @param severity gives the attachment its colour
 * @param blocks top level, never rich text, so that every later edit is allowed
 * @param attached blocks of the one attachment
 */
record Draft(String text, String fallback, Severity severity, List<Block> blocks, List<Block> attached) {

	private static final int MAX_BLOCKS = 8;

	Draft {
		blocks = List.copyOf(blocks);
		attached = List.copyOf(attached);
		if (blocks.size() + attached.size() > MAX_BLOCKS) {
			throw new IllegalArgumentException("More than " + MAX_BLOCKS + " blocks");
		}
	}

}
