package io.github.slacklogging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a throwable after the log call. Immutable, safe to read on any thread,
 * never null in its collections. A cycle in the causes ends where it would begin again.
 */
public interface ThrowableSnapshot {

	/** Class name as {@link Class#getName()}. */
	String type();

	@Nullable String message();

	/** Frames from the innermost call outwards; empty where the JVM left them out. */
	List<StackTraceElement> frames();

	/** How many of the outermost frames also stand in the enclosing throwable. */
	int framesInCommon();

	@Nullable ThrowableSnapshot cause();

	List<ThrowableSnapshot> suppressed();

	/** Identity hash of the throwable: the same object logged twice has the same. */
	int identity();

	/** The innermost cause, this snapshot itself when there is none. */
	default ThrowableSnapshot rootCause() {
		ThrowableSnapshot root = this;
		for (int depth = 0; depth < 64; depth++) {
			ThrowableSnapshot cause = root.cause();
			if (cause == null) {
				return root;
			}
			root = cause;
		}
		return root;
	}

	/**
	 * Roughly how much memory it holds with its causes: text and frames. Asked on the
	 * thread that logs, so nothing is read for it that was not read yet.
	 * @return bytes, an estimate
	 */
	default long approximateBytes() {
		long bytes = 0;
		ThrowableSnapshot thrown = this;
		for (int depth = 0; thrown != null && depth < 16; depth++) {
			String text = thrown.message();
			bytes += 48L * thrown.frames().size() + ((text != null) ? text.length() : 0);
			thrown = thrown.cause();
		}
		return bytes;
	}

}
