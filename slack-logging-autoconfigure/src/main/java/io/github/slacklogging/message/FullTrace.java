package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.message.StackTrace.Line;
import io.github.slacklogging.message.StackTrace.Link;

/**
 * The whole trace, root cause first, suppressed throwables with the one that holds them.
 * What does not fit into the message is hidden later.
 */
final class FullTrace {

	/** More lines never fit into a message. */
	private static final int MAX_LINES = 200;

	private FullTrace() {
	}

	static StackTrace of(MaskedThrowable throwable) {
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

	private static int add(List<Line> lines, String prefix, Link link) {
		if (lines.size() < MAX_LINES) {
			lines.add(Line.header(prefix, link.throwable()));
		}
		for (StackTraceElement frame : link.frames()) {
			if (lines.size() < MAX_LINES) {
				lines.add(Line.frame(frame.getClassName(), frame));
			}
		}
		return link.frames().size();
	}

}
