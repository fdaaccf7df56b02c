package io.github.slacklogging.appender;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Makes a printed trace what it was before it was printed: the frames that were left out,
 * as the enclosing throwable has them too, are back. Used by one thread, once.
 */
final class TraceRestoration {

	/** In all: a short line may ask for thousands. */
	private static final int MAX_RESTORED = 16 * 1024;

	private int restored;

	ThrowableSnapshot restored(TraceChain chain) {
		return restored(chain, List.of());
	}

	private ThrowableSnapshot restored(TraceChain chain, List<StackTraceElement> enclosing) {
		List<TraceBlock> blocks = chain.blocks();
		List<List<StackTraceElement>> stacks = new ArrayList<>(blocks.size());
		List<StackTraceElement> outer = enclosing;
		for (TraceBlock block : blocks) {
			outer = stack(block, outer);
			stacks.add(outer);
		}
		int root = blocks.size() - 1;
		ThrowableSnapshot thrown = throwable(blocks.get(root), stacks.get(root), null);
		for (int i = root - 1; i >= 0; i--) {
			thrown = throwable(blocks.get(i), stacks.get(i), thrown);
		}
		return thrown;
	}

	private List<StackTraceElement> stack(TraceBlock block, List<StackTraceElement> enclosing) {
		int inCommon = Math.min(block.omitted(), enclosing.size());
		if (inCommon == 0 || this.restored + inCommon > MAX_RESTORED) {
			return List.copyOf(block.frames());
		}
		this.restored += inCommon;
		List<StackTraceElement> stack = new ArrayList<>(block.frames());
		stack.addAll(enclosing.subList(enclosing.size() - inCommon, enclosing.size()));
		return List.copyOf(stack);
	}

	private ThrowableSnapshot throwable(TraceBlock block, List<StackTraceElement> stack,
			@Nullable ThrowableSnapshot cause) {
		List<ThrowableSnapshot> suppressed = new ArrayList<>(0);
		for (TraceChain chain : block.suppressed()) {
			suppressed.add(restored(chain, stack));
		}
		int inCommon = stack.size() - block.frames().size();
		return new Restored(block.type(), block.message(), stack, inCommon, cause, List.copyOf(suppressed));
	}

	/** All that the trace tells of a throwable; it is no other one's. */
	private record Restored(String type, @Nullable String message, List<StackTraceElement> frames, int framesInCommon,
			@Nullable ThrowableSnapshot cause, List<ThrowableSnapshot> suppressed) implements ThrowableSnapshot {

		@Override
		public int identity() {
			return System.identityHashCode(this);
		}

	}

}
