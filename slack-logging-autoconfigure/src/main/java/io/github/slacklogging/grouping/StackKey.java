package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.ThrowableSnapshot;

/**
 * What of a stack trace makes two errors the same: the types of the chain without pure
 * wrappers, and the top five frames of the application itself at the root cause, or at
 * the nearest outer cause that has any. Names are normalised, lines are not used.
 * Immutable.
 */
final class StackKey {

	private static final int MAX_TYPES = 8;

	private static final int MAX_FRAMES = 5;

	private static final Set<String> WRAPPERS = Set.of("java.util.concurrent.ExecutionException",
			"java.util.concurrent.CompletionException", "java.lang.reflect.InvocationTargetException",
			"java.lang.reflect.UndeclaredThrowableException", "reactor.core.Exceptions$CompositeException",
			"reactor.core.Exceptions$ReactiveException");

	private final InAppFrames inAppFrames;

	StackKey(List<String> inAppPackages) {
		this.inAppFrames = new InAppFrames(inAppPackages);
	}

	List<String> types(ThrowableSnapshot throwable) {
		List<String> types = new ArrayList<>();
		ThrowableSnapshot thrown = throwable;
		while (thrown != null && types.size() < MAX_TYPES) {
			ThrowableSnapshot cause = thrown.cause();
			if (cause == null || !WRAPPERS.contains(thrown.type())) {
				types.add(FrameNames.type(thrown.type()));
			}
			thrown = cause;
		}
		return types;
	}

	List<String> frames(ThrowableSnapshot throwable) {
		List<String> best = List.of();
		ThrowableSnapshot thrown = throwable;
		for (int depth = 0; thrown != null && depth < 64; depth++) {
			List<String> frames = ownFrames(thrown);
			best = frames.isEmpty() ? best : frames;
			thrown = thrown.cause();
		}
		return best;
	}

	private List<String> ownFrames(ThrowableSnapshot thrown) {
		List<String> frames = new ArrayList<>();
		for (StackTraceElement frame : thrown.frames()) {
			if (this.inAppFrames.contains(frame)) {
				String name = FrameNames.type(frame.getClassName()) + "." + FrameNames.method(frame.getMethodName());
				if (frames.isEmpty() || !frames.get(frames.size() - 1).equals(name)) {
					frames.add(name);
				}
				if (frames.size() == MAX_FRAMES) {
					break;
				}
			}
		}
		return frames;
	}

}
