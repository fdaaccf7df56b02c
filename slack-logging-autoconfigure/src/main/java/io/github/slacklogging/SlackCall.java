package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * One thing asked of Slack. Immutable. A webhook can only {@link Post}.
 */
public sealed interface SlackCall {

	/** The limit it counts against. */
	Pace pace();

	/** The message that it shows, {@code null} for none. */
	default @Nullable SlackMessage message() {
		return null;
	}

	/** The message that it changes, answers or asks about, {@code null} for none. */
	default @Nullable MessageRef target() {
		return null;
	}

	/** The same with the plain form of its message, if it shows one. */
	default SlackCall reduced() {
		return this;
	}

	/**
	 * Whether it shows a message that has a plain form to fall back to, and shows that.
	 */
	default boolean isReduced() {
		return true;
	}

	/**
	 * A new message.
	 *
	 * @param message to show
	 */
	record Post(SlackMessage message) implements SlackCall {

		@Override
		public SlackCall reduced() {
			return new Post(this.message.reduced());
		}

		@Override
		public Pace pace() {
			return Pace.POST;
		}

		@Override
		public boolean isReduced() {
			return this.message.isReduced();
		}

	}

	/**
	 * An answer in a message's thread.
	 *
	 * @param parent message that begins the thread
	 * @param message to show
	 * @param broadcast whether the channel shows it too
	 */
	record Reply(MessageRef parent, SlackMessage message, boolean broadcast) implements SlackCall {

		@Override
		public MessageRef target() {
			return this.parent;
		}

		@Override
		public SlackCall reduced() {
			return new Reply(this.parent, this.message.reduced(), this.broadcast);
		}

		@Override
		public Pace pace() {
			return Pace.POST;
		}

		@Override
		public boolean isReduced() {
			return this.message.isReduced();
		}

	}

	/**
	 * A new form of a message that is there.
	 *
	 * @param target message to change
	 * @param message what it shows from now on
	 */
	record Edit(MessageRef target, SlackMessage message) implements SlackCall {

		@Override
		public SlackCall reduced() {
			return new Edit(this.target, this.message.reduced());
		}

		@Override
		public Pace pace() {
			return Pace.EDIT;
		}

		@Override
		public boolean isReduced() {
			return this.message.isReduced();
		}

	}

	/**
	 * A file in a message's thread.
	 *
	 * @param parent message that begins the thread
	 * @param file to show
	 */
	record Attach(MessageRef parent, TextFile file) implements SlackCall {

		@Override
		public MessageRef target() {
			return this.parent;
		}

		@Override
		public Pace pace() {
			return Pace.POST;
		}

	}

	/**
	 * A reaction on a message, put there or taken away.
	 *
	 * @param target the message
	 * @param emoji its name, without colons
	 * @param present whether it is to be there
	 */
	record React(MessageRef target, String emoji, boolean present) implements SlackCall {

		@Override
		public Pace pace() {
			return Pace.EDIT;
		}

	}

	/**
	 * Asks for the address of a message.
	 *
	 * @param target the message
	 */
	record LookUp(MessageRef target) implements SlackCall {

		@Override
		public Pace pace() {
			return Pace.EDIT;
		}

	}

	/** Asks who we are, which tells whether the token is good. */
	record Identify() implements SlackCall {

		@Override
		public Pace pace() {
			return Pace.EDIT;
		}

	}

}
