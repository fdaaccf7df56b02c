package io.github.slacklogging.appender;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A throwable of a printed trace and its causes, printed with the same indentation, as
 * far as it was read. Used by one thread.
 */
final class TraceChain {

	/** As deep as a snapshot of a real one. */
	private static final int MAX_CAUSES = 64;

	private final int indentation;

	/** The outermost first. */
	private final Deque<TraceBlock> blocks = new ArrayDeque<>(4);

	private TraceBlock latest;

	TraceChain(int indentation, TraceBlock first) {
		this.indentation = indentation;
		this.latest = first;
		this.blocks.add(first);
	}

	/** What causes the one before. */
	void causedBy(TraceBlock cause) {
		this.latest = cause;
		if (this.blocks.size() < MAX_CAUSES) {
			this.blocks.addLast(cause);
		}
	}

	/** What the one before causes: the root was printed first. */
	void wrappedBy(TraceBlock wrapper) {
		this.latest = wrapper;
		if (this.blocks.size() < MAX_CAUSES) {
			this.blocks.addFirst(wrapper);
		}
	}

	int indentation() {
		return this.indentation;
	}

	/** The one that the next lines tell of. */
	TraceBlock latest() {
		return this.latest;
	}

	List<TraceBlock> blocks() {
		return List.copyOf(this.blocks);
	}

}
