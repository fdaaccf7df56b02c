package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;

/**
 * The box below the fields: the log message where the headline could not show all of it,
 * then the trace. Text in it is literal; nothing in it can act. Immutable.
 */
final class TraceBox {

	private static final int MAX_LINES = 12;

	/** Lines of the message above a short trace. */
	private static final int MAX_MESSAGE_LINES = 3;

	private final StackTraceStyle style;

	private final ShortTrace shortTrace;

	TraceBox(StackTraceStyle style, InAppFrames inApp) {
		this.style = style;
		this.shortTrace = new ShortTrace(inApp);
	}

	/** The event of a kind whose trace to show: the first that has one. */
	static MaskedEvent traced(MaskedGroup group) {
		MaskedEvent thrown = (group.first().throwable() != null) ? group.first() : group.latest();
		return Stream.of(group.first(), group.latest()).filter(TraceBox::hasFrames).findFirst().orElse(thrown);
	}

	/** Whether an event came with a stack trace. The JVM may throw without one. */
	static boolean hasFrames(MaskedEvent event) {
		MaskedThrowable next = event.throwable();
		while (next != null && next.frames().isEmpty()) {
			next = next.cause();
		}
		return next != null;
	}

	/**
	 * Fills what is left of the message.
	 * @param event whose trace to show
	 * @param withMessage whether to show the message, where it did not fit the headline
	 * @param budget to fill
	 * @return one block, or none where there is nothing to show
	 */
	List<Block> blocks(MaskedEvent event, boolean withMessage, Budget budget) {
		return blocks(event, withMessage ? event.message() : "", budget);
	}

	/**
	 * Fills what is left of the message.
	 * @param event whose trace to show
	 * @param said to show before it, where it did not fit the headline
	 * @param budget to fill
	 * @return one block, or none where there is nothing to show
	 */
	List<Block> blocks(MaskedEvent event, String said, Budget budget) {
		if (this.style == StackTraceStyle.NONE) {
			return List.of();
		}
		MaskedThrowable throwable = event.throwable();
		List<String> message = Headline.showsAll(said) ? List.of() : message(said, throwable != null, budget);
		StackTrace trace = (throwable != null) ? trace(throwable, MAX_LINES - message.size()) : StackTrace.EMPTY;
		BoxText box = new BoxText(budget);
		message.forEach(box::add);
		box.add(trace);
		return box.isEmpty() ? List.of() : List.of(new Block.Preformatted(box.toString()));
	}

	private StackTrace trace(MaskedThrowable throwable, int maxLines) {
		return (this.style == StackTraceStyle.FULL) ? FullTrace.IN_MESSAGE.of(throwable)
				: this.shortTrace.of(throwable, maxLines);
	}

	private List<String> message(String message, boolean aboveTrace, Budget budget) {
		int max = aboveTrace ? budget.left().shown() / 2 : budget.left().shown();
		String text = budget.cut(LogText.lines(message, max), max, Size.ZERO);
		List<String> lines = text.lines().map(String::stripTrailing).toList();
		int most = (this.style == StackTraceStyle.FULL) ? lines.size() : aboveTrace ? MAX_MESSAGE_LINES : MAX_LINES;
		if (lines.size() <= most) {
			return lines;
		}
		List<String> first = new ArrayList<>(lines.subList(0, most - 1));
		// The message may go on behind what was read of it.
		long all = Math.max(lines.size(), message.strip().lines().count());
		first.add("… " + Words.count(all - first.size(), "more line"));
		return first;
	}

}
