package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.message.StackTrace.Line;

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

	/**
	 * Fills what is left of the message.
	 * @param event whose trace to show
	 * @param withMessage whether to show the message, where it did not fit the headline
	 * @param budget to fill
	 * @return one block, or none where there is nothing to show
	 */
	List<Block> blocks(MaskedEvent event, boolean withMessage, Budget budget) {
		if (this.style == StackTraceStyle.NONE) {
			return List.of();
		}
		MaskedThrowable throwable = event.throwable();
		List<String> message = (withMessage && !Headline.showsAll(event.message()))
				? message(event.message(), throwable != null, budget) : List.of();
		StackTrace trace = (throwable != null) ? trace(throwable, MAX_LINES - message.size()) : StackTrace.EMPTY;
		StringBuilder box = new StringBuilder();
		message.forEach((line) -> append(box, line, budget, Size.ZERO));
		append(box, trace, budget);
		return box.isEmpty() ? List.of() : List.of(new Block.Preformatted(box.toString()));
	}

	private StackTrace trace(MaskedThrowable throwable, int maxLines) {
		return (this.style == StackTraceStyle.FULL) ? FullTrace.of(throwable) : this.shortTrace.of(throwable, maxLines);
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

	private static void append(StringBuilder box, StackTrace trace, Budget budget) {
		int hidden = trace.hiddenFrames();
		boolean full = false;
		// Room for the last line, which tells of the frames that found none.
		Size last = Size.ofOurs("\n" + hiddenFrames(Integer.MAX_VALUE));
		for (Line line : trace.lines()) {
			full = full || !append(box, line.text(), budget, last);
			hidden += (full && line.frame()) ? 1 : 0;
		}
		if (hidden > 0) {
			append(box, hiddenFrames(hidden), budget, Size.ZERO);
		}
	}

	private static String hiddenFrames(int count) {
		return "    … " + Words.count(count, "frame") + " hidden";
	}

	/** Appends a line, cut where it must be; {@code false} where it found no room. */
	private static boolean append(StringBuilder box, String text, Budget budget, Size beside) {
		Size separator = Size.ofOurs(box.isEmpty() ? "" : "\n");
		String line = budget.cut(text, StackTrace.MAX_LINE, beside.plus(separator));
		boolean nothing = line.isBlank() && !text.isBlank();
		if (nothing || !budget.take(separator.plus(Size.ofLog(line)))) {
			return false;
		}
		box.append(box.isEmpty() ? "" : "\n").append(line);
		return true;
	}

}
