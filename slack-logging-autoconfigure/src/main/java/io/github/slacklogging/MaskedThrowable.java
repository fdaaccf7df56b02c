package io.github.slacklogging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A throwable after masking. Immutable.
 *
 * @param type class name
 * @param message masked text
 * @param frames frames from the innermost call outwards
 * @param framesInCommon how many of the outermost frames the enclosing throwable has too
 * @param cause what caused it
 * @param suppressed what else went wrong meanwhile
 */
public record MaskedThrowable(String type, @Nullable String message, List<StackTraceElement> frames, int framesInCommon,
		@Nullable MaskedThrowable cause, List<MaskedThrowable> suppressed) {

	/** The innermost cause, this one itself when there is none. */
	public MaskedThrowable rootCause() {
		MaskedThrowable root = this;
		while (root.cause != null) {
			root = root.cause;
		}
		return root;
	}

}
