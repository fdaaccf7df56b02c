package io.github.slacklogging.message;

import java.util.List;

/** A block of Block Kit, as far as this project needs it. Never empty. */
sealed interface Block {

	/**
	 * A paragraph.
	 *
	 * @param mrkdwn at most 3,000 characters
	 */
	record Section(String mrkdwn) implements Block {

		public Section {
			notEmpty(mrkdwn);
		}

	}

	/**
	 * Short texts in two columns.
	 *
	 * @param mrkdwn at most ten, each at most 2,000 characters
	 */
	record Fields(List<String> mrkdwn) implements Block {

		public Fields {
			mrkdwn = List.copyOf(mrkdwn);
			mrkdwn.forEach(Block::notEmpty);
			if (mrkdwn.isEmpty() || mrkdwn.size() > Limits.FIELDS_PER_SECTION) {
				throw new IllegalArgumentException("A section has 1 to 10 fields, not " + mrkdwn.size());
			}
		}

	}

	/**
	 * A line of small print.
	 *
	 * @param mrkdwn its parts, at most ten, each at most 3,000 characters; Slack shows
	 * them one behind the other
	 */
	record Context(List<String> mrkdwn) implements Block {

		public Context {
			mrkdwn = List.copyOf(mrkdwn);
			mrkdwn.forEach(Block::notEmpty);
			if (mrkdwn.isEmpty() || mrkdwn.size() > Limits.ELEMENTS_PER_CONTEXT) {
				throw new IllegalArgumentException("A context has 1 to 10 elements, not " + mrkdwn.size());
			}
		}

		/** A line of one part. */
		Context(String mrkdwn) {
			this(List.of(mrkdwn));
		}

	}

	/**
	 * Text in a box, shown as it is.
	 *
	 * @param literal not escaped
	 */
	record Preformatted(String literal) implements Block {

		public Preformatted {
			notEmpty(literal);
		}

	}

	private static void notEmpty(String text) {
		if (text.isEmpty()) {
			throw new IllegalArgumentException("Slack refuses empty text");
		}
	}

}
