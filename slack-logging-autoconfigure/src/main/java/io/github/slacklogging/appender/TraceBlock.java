package io.github.slacklogging.appender;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What was read of one throwable of a printed trace so far. Used by one thread. */
final class TraceBlock {

	private static final int MAX_SUPPRESSED = 16;

	private final String type;

	private final @Nullable StringBuilder message;

	private final List<StackTraceElement> frames = new ArrayList<>();

	private final List<TraceChain> suppressed = new ArrayList<>(0);

	private int omitted;

	private boolean messageEnded;

	TraceBlock(PrintedHead head) {
		this.type = head.type();
		this.message = (head.message() != null) ? new StringBuilder(head.message()) : null;
	}

	/**
	 * A line that is nothing else: of the message, before the first frame, or garbage.
	 */
	void words(String text, int start, int end) {
		if (!this.messageEnded && this.message != null) {
			this.message.append('\n').append(text, start, end);
		}
	}

	void frame(StackTraceElement frame) {
		this.messageEnded = true;
		this.frames.add(frame);
	}

	void omitted(int inCommon) {
		this.messageEnded = true;
		this.omitted = inCommon;
	}

	void suppressed(TraceChain chain) {
		this.messageEnded = true;
		if (this.suppressed.size() < MAX_SUPPRESSED) {
			this.suppressed.add(chain);
		}
	}

	String type() {
		return this.type;
	}

	@Nullable String message() {
		return (this.message != null) ? this.message.toString() : null;
	}

	/** Those that were printed. */
	List<StackTraceElement> frames() {
		return this.frames;
	}

	/** How many more there are that the enclosing one has too. */
	int omitted() {
		return this.omitted;
	}

	List<TraceChain> suppressed() {
		return this.suppressed;
	}

}
