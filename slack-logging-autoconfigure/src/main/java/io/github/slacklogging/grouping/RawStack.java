package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Everything the rules read of one raw stack trace, to recognise the next one without
 * asking them: all types of the chain, and class, method and source file of the frames,
 * from the root cause outwards to where the rules stopped. The JVM shares these names, so
 * most comparisons end at the identity of two strings. Immutable.
 */
final class RawStack {

	/** Spread over the stack: many kinds have their top frames in common. */
	private static final int HASHED_FRAMES = 16;

	/** Class, method and source file. */
	private static final int NAMES_PER_FRAME = 3;

	private final int hash;

	private final List<String> types = new ArrayList<>(2);

	/** From the root outwards. */
	private final List<@Nullable String[]> stacks = new ArrayList<>(1);

	/**
	 * Remembers what was read.
	 * @param chain that was read
	 * @param hash of the chain
	 * @param stacksRead how many of its stacks, from the root outwards
	 */
	RawStack(CauseChain chain, int hash, int stacksRead) {
		this.hash = hash;
		for (int depth = 0; depth < chain.size(); depth++) {
			this.types.add(chain.type(depth));
		}
		for (int i = 0; i < stacksRead; i++) {
			this.stacks.add(names(chain.frames(chain.size() - 1 - i)));
		}
	}

	private static @Nullable String[] names(List<StackTraceElement> frames) {
		@Nullable String[] names = new @Nullable String[frames.size() * NAMES_PER_FRAME];
		int next = 0;
		for (StackTraceElement frame : frames) {
			names[next++] = frame.getClassName();
			names[next++] = frame.getMethodName();
			names[next++] = frame.getFileName();
		}
		return names;
	}

	/** Of the types and a few frames: {@link #isThatOf} has the last word. */
	static int hash(CauseChain chain) {
		int hash = chain.size();
		for (int depth = 0; depth < chain.size(); depth++) {
			hash = 31 * hash + chain.type(depth).hashCode();
		}
		List<StackTraceElement> frames = chain.frames(chain.size() - 1);
		int step = 1 + frames.size() / HASHED_FRAMES;
		for (int i = 0; i < frames.size(); i += step) {
			StackTraceElement frame = frames.get(i);
			hash = 31 * (31 * hash + frame.getClassName().hashCode()) + frame.getMethodName().hashCode();
		}
		return hash;
	}

	/** Whether the rules would read the same again. */
	boolean isThatOf(CauseChain chain, int hash) {
		return this.hash == hash && hasTypesOf(chain) && hasFramesOf(chain);
	}

	private boolean hasTypesOf(CauseChain chain) {
		boolean same = this.types.size() == chain.size();
		for (int depth = 0; same && depth < chain.size(); depth++) {
			same = this.types.get(depth).equals(chain.type(depth));
		}
		return same;
	}

	private boolean hasFramesOf(CauseChain chain) {
		for (int i = 0; i < this.stacks.size(); i++) {
			if (!areNamed(chain.frames(chain.size() - 1 - i), this.stacks.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean areNamed(List<StackTraceElement> frames, @Nullable String[] names) {
		boolean same = frames.size() * NAMES_PER_FRAME == names.length;
		int next = 0;
		for (int i = 0; same && i < frames.size(); i++) {
			StackTraceElement frame = frames.get(i);
			same = frame.getClassName().equals(names[next++]) && frame.getMethodName().equals(names[next++])
					&& Objects.equals(frame.getFileName(), names[next++]);
		}
		return same;
	}

	/** What it holds, in frames. */
	int size() {
		return this.stacks.stream().mapToInt((names) -> names.length / NAMES_PER_FRAME).sum();
	}

}
