package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.message.StackTrace.Line;
import io.github.slacklogging.message.StackTrace.Link;

/**
 * The whole trace, root cause first, suppressed throwables with the one that holds them.
 * What does not fit is hidden later. Immutable.
 */
final class FullTrace {

	/** As much as ever fits into a message. */
	static final FullTrace IN_MESSAGE = new FullTrace(200, Line::clean);

	private final int maxLines;

	private final UnaryOperator<String> clean;

	/**
	 * A way to write traces.
	 * @param maxLines more are not even made
	 * @param clean makes the line of a throwable fit to be looked at
	 */
	FullTrace(int maxLines, UnaryOperator<String> clean) {
		this.maxLines = maxLines;
		this.clean = clean;
	}

	StackTrace of(MaskedThrowable throwable) {
		List<Line> lines = new ArrayList<>();
		List<Link> chain = Link.chain(throwable);
		int frames = 0;
		for (int i = 0; i < chain.size(); i++) {
			frames += add(lines, (i == 0) ? "" : "Wrapped by: ", chain.get(i));
			for (MaskedThrowable suppressed : chain.get(i).throwable().suppressed()) {
				int own = Math.max(0, suppressed.frames().size() - suppressed.framesInCommon());
				frames += add(lines, "Suppressed: ", new Link(suppressed, suppressed.frames().subList(0, own)));
			}
		}
		int shown = (int) lines.stream().filter(Line::frame).count();
		return new StackTrace(lines, frames - shown);
	}

	private int add(List<Line> lines, String prefix, Link link) {
		if (lines.size() < this.maxLines) {
			lines.add(Line.header(prefix, link.throwable(), this.clean));
		}
		for (StackTraceElement frame : link.frames()) {
			if (lines.size() < this.maxLines) {
				lines.add(Line.frame(frame.getClassName(), frame));
			}
		}
		return link.frames().size();
	}

}
