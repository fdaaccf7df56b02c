package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.slacklogging.MaskedThrowable;

/**
 * The lines of a stack trace, root cause first.
 *
 * @param lines to show
 * @param hiddenFrames frames that are not among them
 */
record StackTrace(List<Line> lines, int hiddenFrames) {

	static final StackTrace EMPTY = new StackTrace(List.of(), 0);

	static final int MAX_LINE = 600;

	private static final String INDENT = "    ";

	StackTrace {
		lines = List.copyOf(lines);
	}

	/**
	 * One line.
	 *
	 * @param text fit to be looked at
	 * @param frame whether it is a frame
	 */
	record Line(String text, boolean frame) {

		static Line header(String prefix, MaskedThrowable throwable) {
			return header(prefix, throwable, Line::clean);
		}

		static Line header(String prefix, MaskedThrowable throwable, UnaryOperator<String> clean) {
			String message = throwable.message();
			boolean silent = message == null || message.isBlank();
			return new Line(clean.apply(prefix + throwable.type() + (silent ? "" : ": " + message)), false);
		}

		static Line frame(String className, StackTraceElement frame) {
			String call = "at " + className + "." + frame.getMethodName() + "(" + Names.source(frame) + ")";
			return new Line(INDENT + clean(call), true);
		}

		/** On one line, as long as a line may be. */
		static String clean(String text) {
			return LogText.line(text, MAX_LINE);
		}

	}

	/**
	 * A throwable of the chain and the frames that are its own.
	 *
	 * @param throwable of the chain
	 * @param frames without those that its cause shows already
	 */
	record Link(MaskedThrowable throwable, List<StackTraceElement> frames) {

		/** The chain, root cause first. */
		static List<Link> chain(MaskedThrowable outermost) {
			List<Link> chain = new ArrayList<>();
			for (MaskedThrowable next = outermost; next != null; next = next.cause()) {
				MaskedThrowable cause = next.cause();
				int common = (cause != null) ? Math.max(0, cause.framesInCommon()) : 0;
				int own = Math.max(0, next.frames().size() - common);
				chain.add(0, new Link(next, next.frames().subList(0, own)));
			}
			return chain;
		}

	}

}
