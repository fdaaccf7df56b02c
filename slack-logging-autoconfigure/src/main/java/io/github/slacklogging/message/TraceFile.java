package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.message.StackTrace.Line;

/**
 * Everything about one event as plain text, for people who read it beside their code:
 * what it was, what it said, and the whole trace. At most a million bytes of UTF-8, cut
 * between characters; what is left out is counted in the last line. For one thread.
 */
final class TraceFile {

	static final int MAX_BYTES = 1_000_000;

	/** Of one message, as much as masking lets through. */
	private static final int MAX_MESSAGE = 65 * 1_024;

	/** More lines than this do not fit, however short they are. */
	private static final FullTrace TRACE = new FullTrace(50_000, (text) -> LogText.lines(text, MAX_MESSAGE));

	private final StringBuilder text = new StringBuilder();

	private final int room;

	private int bytes;

	private boolean whole = true;

	private TraceFile(int room) {
		this.room = room;
	}

	/**
	 * The text of the file.
	 * @param fingerprint of the event's kind
	 * @param event to tell of
	 * @param throwable its throwable
	 * @param identity who speaks
	 */
	static String of(String fingerprint, MaskedEvent event, MaskedThrowable throwable, ServiceIdentity identity) {
		List<Line> lines = new ArrayList<>();
		for (String line : List.of(
				event.severity() + " in " + identity.name() + " (" + identity.environment() + "), version "
						+ Names.version(identity) + ", host " + identity.host(),
				"#" + fingerprint + ", log id " + event.logId() + ", " + Words.fullUtc(event.timestamp()),
				event.loggerName() + " [" + event.threadName() + "]")) {
			lines.add(new Line(Line.clean(line), false));
		}
		lines.add(new Line(LogText.lines(event.message(), MAX_MESSAGE), false));
		lines.add(new Line("", false));
		StackTrace trace = TRACE.of(throwable);
		lines.addAll(trace.lines());
		return of(lines, trace.hiddenFrames());
	}

	static String of(List<Line> lines, int hiddenFrames) {
		String last = leftOut(Integer.MAX_VALUE);
		TraceFile all = new TraceFile(MAX_BYTES);
		all.add(lines, 0);
		if (all.whole && hiddenFrames == 0) {
			return all.text.toString();
		}
		TraceFile part = new TraceFile(MAX_BYTES - 1 - utf8(last));
		int hidden = part.add(lines, hiddenFrames);
		return part.text + "\n" + leftOut(hidden);
	}

	/** Adds as many lines as there is room for, and counts the frames of the others. */
	private int add(List<Line> lines, int hiddenFrames) {
		int hidden = hiddenFrames;
		for (Line line : lines) {
			boolean before = this.whole;
			if (this.whole) {
				add((this.text.isEmpty() ? "" : "\n") + line.text());
			}
			hidden += (line.frame() && !(before && this.whole)) ? 1 : 0;
		}
		return hidden;
	}

	private void add(String line) {
		int at = 0;
		while (at < line.length()) {
			int codePoint = line.codePointAt(at);
			int size = Size.utf8(codePoint);
			if (this.bytes + size > this.room) {
				this.whole = false;
				return;
			}
			this.bytes += size;
			this.text.appendCodePoint(codePoint);
			at += Character.charCount(codePoint);
		}
	}

	private static String leftOut(int frames) {
		return "… " + Words.count(frames, "frame") + " left out: this file ends at " + Words.count(MAX_BYTES, "byte");
	}

	private static int utf8(String text) {
		return text.codePoints().map(Size::utf8).sum();
	}

}
