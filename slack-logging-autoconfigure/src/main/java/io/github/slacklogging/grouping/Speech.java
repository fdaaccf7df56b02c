package io.github.slacklogging.grouping;

import java.util.Set;

import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Pace;
import org.jspecify.annotations.Nullable;

/**
 * How something is told. Immutable.
 *
 * @param form what is done
 * @param occasions why, empty where nothing is said
 * @param target message that is changed, answered or looked up, {@code null} for a new
 * post
 * @param broadcast whether an answer is shown in the channel too
 */
public record Speech(Form form, Set<Occasion> occasions, @Nullable MessageRef target, boolean broadcast) {

	public Speech {
		occasions = Set.copyOf(occasions);
	}

	static Speech post(Set<Occasion> occasions) {
		return new Speech(Form.POST, occasions, null, false);
	}

	static Speech reply(MessageRef parent, Set<Occasion> occasions, boolean broadcast) {
		return new Speech(Form.REPLY, occasions, parent, broadcast);
	}

	static Speech edit(MessageRef target, Occasion occasion) {
		return new Speech(Form.EDIT, Set.of(occasion), target, false);
	}

	static Speech chore(Form form, MessageRef target) {
		return new Speech(form, Set.of(), target, false);
	}

	/** Whether the channel shows a new line of it. */
	public boolean isLine() {
		return this.form == Form.POST || this.broadcast;
	}

	/** What is done. */
	public enum Form {

		/** A new message in the channel. */
		POST(Pace.POST),

		/** An answer in the thread of the living message. */
		REPLY(Pace.POST),

		/** The full stack trace, in the thread. */
		TRACE(Pace.POST),

		/** The living message shows the present state. */
		EDIT(Pace.EDIT),

		/** The living message gets the mark of quiet. */
		MARK(Pace.EDIT),

		/** The living message loses the mark of quiet. */
		UNMARK(Pace.EDIT),

		/** The address of an earlier message is asked for. */
		LOOK_UP(Pace.EDIT);

		private final Pace pace;

		Form(Pace pace) {
			this.pace = pace;
		}

		/** The limit that it counts against. */
		public Pace pace() {
			return this.pace;
		}

	}

}
