package io.github.slacklogging.masking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Masks the messages of a throwable, of its whole chain of causes and of what was
 * suppressed meanwhile. Types and frames come from code and stay. Bounded: a chain is
 * followed as far as {@link ThrowableSnapshot#rootCause()} follows it.
 */
final class ThrowableMasking {

	private static final int MAX_CAUSES = 64;

	private static final int MAX_SUPPRESSED = 16;

	private static final int MAX_SUPPRESSED_DEPTH = 2;

	private final UnaryOperator<String> messages;

	ThrowableMasking(UnaryOperator<String> messages) {
		this.messages = messages;
	}

	MaskedThrowable mask(ThrowableSnapshot throwable) {
		return mask(throwable, MAX_CAUSES, MAX_SUPPRESSED_DEPTH);
	}

	private MaskedThrowable mask(ThrowableSnapshot throwable, int maxCauses, int suppressedDepth) {
		Deque<ThrowableSnapshot> chain = new ArrayDeque<>();
		ThrowableSnapshot next = throwable;
		for (int depth = 0; next != null && depth <= maxCauses; depth++) {
			chain.push(next);
			next = next.cause();
		}
		// From the root upwards: no recursion, however long the chain is.
		MaskedThrowable masked = null;
		for (ThrowableSnapshot snapshot : chain) {
			masked = mask(snapshot, masked, suppressedDepth);
		}
		return (masked != null) ? masked : mask(throwable, null, suppressedDepth);
	}

	private MaskedThrowable mask(ThrowableSnapshot snapshot, @Nullable MaskedThrowable cause, int suppressedDepth) {
		String message = snapshot.message();
		List<MaskedThrowable> suppressed = new ArrayList<>(0);
		if (suppressedDepth > 0) {
			for (ThrowableSnapshot other : snapshot.suppressed()) {
				if (suppressed.size() == MAX_SUPPRESSED) {
					break;
				}
				suppressed.add(mask(other, MAX_SUPPRESSED_DEPTH, suppressedDepth - 1));
			}
		}
		return new MaskedThrowable(snapshot.type(), (message != null) ? this.messages.apply(message) : null,
				snapshot.frames(), snapshot.framesInCommon(), cause, List.copyOf(suppressed));
	}

}
