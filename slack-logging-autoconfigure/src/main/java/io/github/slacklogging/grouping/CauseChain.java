package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.ThrowableSnapshot;

/**
 * A throwable and its causes, from the outermost to the root. A snapshot has no cycles; a
 * chain that does not end is cut where {@link ThrowableSnapshot#rootCause()} stops.
 * Immutable.
 */
final class CauseChain {

	private static final int MAX_DEPTH = 65;

	/**
	 * Behind a checkpoint, which WebFlux always sets, Reactor leaves a throwable only its
	 * first frame and moves its stack into this one, which it suppresses. Source:
	 * {@code FluxOnAssembly.OnAssemblySubscriber#fail} of Reactor 3.8, and recorded.
	 */
	private static final String REACTOR_STACK = "reactor.core.publisher.FluxOnAssembly$OnAssemblyException";

	private final List<ThrowableSnapshot> chain = new ArrayList<>(4);

	CauseChain(ThrowableSnapshot outermost) {
		for (ThrowableSnapshot next = outermost; next != null && this.chain.size() < MAX_DEPTH; next = next.cause()) {
			this.chain.add(next);
		}
	}

	int size() {
		return this.chain.size();
	}

	String type(int depth) {
		return this.chain.get(depth).type();
	}

	boolean isRoot(int depth) {
		return this.chain.get(depth).cause() == null;
	}

	/** As it was when it was thrown. */
	List<StackTraceElement> frames(int depth) {
		ThrowableSnapshot thrown = this.chain.get(depth);
		List<StackTraceElement> frames = thrown.frames();
		return (frames.size() == 1) ? movedByReactor(thrown, frames) : frames;
	}

	private static List<StackTraceElement> movedByReactor(ThrowableSnapshot thrown, List<StackTraceElement> left) {
		for (ThrowableSnapshot suppressed : thrown.suppressed()) {
			List<StackTraceElement> moved = suppressed.frames();
			if (REACTOR_STACK.equals(suppressed.type()) && !moved.isEmpty()) {
				return moved;
			}
		}
		return left;
	}

	boolean hasStackAtTheRoot() {
		return !this.chain.get(this.chain.size() - 1).frames().isEmpty();
	}

	/**
	 * The one that says where it began; there is none when the JVM left all stacks out.
	 */
	Optional<ThrowableSnapshot> innermostWithStack() {
		for (int depth = this.chain.size() - 1; depth >= 0; depth--) {
			if (!this.chain.get(depth).frames().isEmpty()) {
				return Optional.of(this.chain.get(depth));
			}
		}
		return Optional.empty();
	}

}
