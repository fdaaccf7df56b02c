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

	private final List<ThrowableSnapshot> chain = new ArrayList<>(4);

	CauseChain(ThrowableSnapshot outermost) {
		for (ThrowableSnapshot next = outermost; next != null && this.chain.size() < MAX_DEPTH; next = next.cause()) {
			this.chain.add(next);
		}
	}

	int size() {
		return this.chain.size();
	}

	ThrowableSnapshot get(int depth) {
		return this.chain.get(depth);
	}

	ThrowableSnapshot root() {
		return this.chain.get(this.chain.size() - 1);
	}

	boolean isRoot(int depth) {
		return this.chain.get(depth).cause() == null;
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
