package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.message.StackTrace.Line;
import io.github.slacklogging.message.StackTrace.Link;

/**
 * A trace for a chat: root cause first, then what wrapped it, each with the application's
 * own frames, package names abbreviated. Immutable.
 */
final class ShortTrace {

	/** Throwables shown of a longer chain: the root, what wraps it, the outermost. */
	private static final int MAX_THROWABLES = 4;

	/** Shown where none is the application's own. */
	private static final int MAX_FOREIGN_FRAMES = 3;

	private final InAppFrames inApp;

	ShortTrace(InAppFrames inApp) {
		this.inApp = inApp;
	}

	/**
	 * The lines, without the one that tells how many frames are hidden.
	 * @param throwable outermost
	 * @param maxLines that one included
	 */
	StackTrace of(MaskedThrowable throwable, int maxLines) {
		List<Link> chain = Link.chain(throwable);
		List<Link> shown = shown(chain);
		List<List<StackTraceElement>> frames = frames(shown);
		boolean gap = shown.size() < chain.size();
		int room = maxLines - 1 - shown.size() - (gap ? 1 : 0);
		int told = 0;
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < shown.size(); i++) {
			if (gap && i == shown.size() - 1) {
				lines.add(new Line("… " + Words.count(chain.size() - shown.size(), "more cause"), false));
			}
			lines.add(Line.header((i == 0) ? "" : "Wrapped by: ", shown.get(i).throwable()));
			// Each wrapper may still show where it was thrown.
			int most = Math.max(0, room - told - notEmpty(frames.subList(i + 1, frames.size())));
			List<StackTraceElement> first = frames.get(i).subList(0, Math.min(most, frames.get(i).size()));
			first.forEach((frame) -> lines.add(Line.frame(Names.abbreviated(frame.getClassName()), frame)));
			told += first.size();
		}
		int all = chain.stream().mapToInt((link) -> link.frames().size()).sum();
		return new StackTrace(lines, all - told);
	}

	private List<List<StackTraceElement>> frames(List<Link> shown) {
		List<List<StackTraceElement>> own = shown.stream().map((link) -> this.inApp.of(link.frames())).toList();
		if (notEmpty(own) > 0) {
			return own;
		}
		List<List<StackTraceElement>> foreign = new ArrayList<>(own);
		List<StackTraceElement> root = shown.get(0).frames();
		foreign.set(0, root.subList(0, Math.min(MAX_FOREIGN_FRAMES, root.size())));
		return foreign;
	}

	private static int notEmpty(List<List<StackTraceElement>> frames) {
		return (int) frames.stream().filter((list) -> !list.isEmpty()).count();
	}

	private static List<Link> shown(List<Link> chain) {
		if (chain.size() <= MAX_THROWABLES) {
			return chain;
		}
		List<Link> shown = new ArrayList<>(chain.subList(0, MAX_THROWABLES - 1));
		shown.add(chain.get(chain.size() - 1));
		return shown;
	}

}
