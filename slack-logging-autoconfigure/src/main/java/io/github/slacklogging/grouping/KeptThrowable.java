package io.github.slacklogging.grouping;

import java.util.List;

import io.github.slacklogging.BoundedText;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A throwable as a group remembers it: bounded in text, frames, causes and suppressed
 * ones, to what a message or the disk could ever take of it. Immutable.
 *
 * @param type of the throwable
 * @param message cut
 * @param frames the innermost
 * @param framesInCommon of the frames that are left
 * @param cause bounded too
 * @param suppressed bounded too, without their own
 * @param identity of the throwable
 */
record KeptThrowable(String type, @Nullable String message, List<StackTraceElement> frames, int framesInCommon,
		@Nullable ThrowableSnapshot cause, List<ThrowableSnapshot> suppressed,
		int identity) implements ThrowableSnapshot {

	static final int MAX_FRAMES = 128;

	static final int MAX_CAUSES = 8;

	static final int MAX_SUPPRESSED = 4;

	/** The same where it is within the bounds already. */
	static ThrowableSnapshot of(ThrowableSnapshot throwable) {
		return isBounded(throwable, MAX_CAUSES, MAX_SUPPRESSED) ? throwable
				: bounded(throwable, MAX_CAUSES, MAX_SUPPRESSED);
	}

	private static boolean isBounded(@Nullable ThrowableSnapshot throwable, int maxCauses, int maxSuppressed) {
		if (throwable == null) {
			return true;
		}
		String message = throwable.message();
		List<ThrowableSnapshot> suppressed = throwable.suppressed();
		return maxCauses >= 0 && throwable.frames().size() <= MAX_FRAMES
				&& (message == null || message.length() <= KeptEvent.MAX_TEXT) && suppressed.size() <= maxSuppressed
				&& areBounded(suppressed, maxCauses) && isBounded(throwable.cause(), maxCauses - 1, maxSuppressed);
	}

	private static boolean areBounded(List<ThrowableSnapshot> suppressed, int maxCauses) {
		for (int i = 0; i < suppressed.size(); i++) {
			if (!isBounded(suppressed.get(i), maxCauses, 0)) {
				return false;
			}
		}
		return true;
	}

	private static ThrowableSnapshot bounded(ThrowableSnapshot throwable, int maxCauses, int maxSuppressed) {
		String message = throwable.message();
		List<StackTraceElement> frames = throwable.frames();
		int cut = Math.max(0, frames.size() - MAX_FRAMES);
		ThrowableSnapshot cause = throwable.cause();
		return new KeptThrowable(throwable.type(),
				(message != null) ? BoundedText.cut(message, KeptEvent.MAX_TEXT) : null,
				(cut > 0) ? List.copyOf(frames.subList(0, MAX_FRAMES)) : frames,
				Math.max(0, throwable.framesInCommon() - cut),
				(cause != null && maxCauses > 0) ? bounded(cause, maxCauses - 1, maxSuppressed) : null,
				throwable.suppressed().stream().limit(maxSuppressed).map((one) -> bounded(one, maxCauses, 0)).toList(),
				throwable.identity());
	}

}
