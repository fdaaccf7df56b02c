package io.github.slacklogging.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.TextFile;

/**
 * The whole trace, for the thread of the message that shows the short one: in a box, and
 * as a file where the box cannot hold all of it. Stateless.
 */
final class TraceLayout {

	/** A longer box is a wall that nobody reads, and Slack is near its own limit. */
	static final int MAX_BOX = 2_900;

	private static final Size BOX = new Size(MAX_BOX, 8_000, Integer.MAX_VALUE);

	private static final Size LINE = new Size(500, 900, 900);

	/** Behind the line, where the box leaves it. */
	private static final Size LINK = new Size(20, 2_050, 2_050);

	private static final int MAX_NAME = 100;

	private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[^A-Za-z0-9_-]");

	private final SearchLinks links;

	TraceLayout(SearchLinks links) {
		this.links = links;
	}

	/**
	 * The trace of a kind.
	 *
	 * @param inline the box
	 * @param file everything, where the box is cut
	 */
	record Parts(Draft inline, Optional<TextFile> file) {

	}

	/** The trace of the first event that has one; nothing where none has. */
	Optional<Parts> parts(MaskedGroup group, ServiceIdentity identity) {
		MaskedEvent event = TraceBox.traced(group);
		MaskedThrowable throwable = event.throwable();
		if (throwable == null || !TraceBox.hasFrames(event)) {
			return Optional.empty();
		}
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		Budget room = budget.reserve(BOX);
		BoxText box = new BoxText(room);
		box.add(FullTrace.IN_MESSAGE.of(throwable));
		budget.giveBack(room);
		Mrkdwn line = line(group, throwable, budget.reserve(LINE.plus(LINK)));
		this.links.line(group, event).ifPresent(line.separate()::link);
		Draft inline = inline(group, line, throwable, identity, box);
		return Optional.of(new Parts(inline,
				box.isWhole() ? Optional.empty() : Optional.of(file(group, event, throwable, identity))));
	}

	private static Draft inline(MaskedGroup group, Mrkdwn line, MaskedThrowable throwable, ServiceIdentity identity,
			BoxText box) {
		String sentence = new Mrkdwn(new Budget(LINE)).ours("Stack trace of ")
			.log(name(throwable), MAX_NAME)
			.ours(" in ")
			.log(identity.name(), Opening.MAX_SERVICE)
			.ours(" (")
			.log(identity.environment(), Opening.MAX_SERVICE)
			.ours(box.isWhole() ? ")." : "), cut.")
			.toString();
		return new Draft(sentence, sentence, group.severity().color(), List.of(new Block.Section(line.toString())),
				List.of(new Block.Preformatted(box.toString())));
	}

	private static TextFile file(MaskedGroup group, MaskedEvent event, MaskedThrowable throwable,
			ServiceIdentity identity) {
		String id = NOT_IN_FILE_NAMES.matcher(LogText.line(group.fingerprint(), 40)).replaceAll("");
		String name = "trace" + (id.isEmpty() ? "" : "-" + id) + ".txt";
		// Plain text to Slack: nothing in it is decoded, so nothing is escaped.
		String title = "Stack trace of " + PlainName.of(name(throwable), MAX_NAME);
		return new TextFile(name, title, line(group, throwable, new Budget(LINE)).toString(),
				TraceFile.of(LogText.line(group.fingerprint(), 40), event, throwable, identity));
	}

	private static Mrkdwn line(MaskedGroup group, MaskedThrowable throwable, Budget budget) {
		return new Mrkdwn(budget).ours("Stack trace of ")
			.log(name(throwable), MAX_NAME)
			.separate()
			.ours(Words.count(frames(throwable), "frame"))
			.separate()
			.log("#" + group.fingerprint(), 40);
	}

	private static String name(MaskedThrowable throwable) {
		return Names.simple(throwable.rootCause().type());
	}

	private static long frames(MaskedThrowable throwable) {
		return StackTrace.Link.chain(throwable).stream().mapToLong((link) -> link.frames().size()).sum();
	}

}
