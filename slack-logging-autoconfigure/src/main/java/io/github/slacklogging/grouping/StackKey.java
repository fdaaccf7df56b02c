package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What of a stack trace makes two errors the same: the types of the chain without pure
 * wrappers, and the top five frames of the application itself at the root cause, or at
 * the nearest outer cause that has any. Names are as they were written, lines and
 * messages are not used. Used by the worker only.
 */
final class StackKey {

	private static final int MAX_TYPES = 8;

	private static final int MAX_FRAMES = 5;

	/** As deep as {@link ThrowableSnapshot#rootCause()} looks. */
	private static final int MAX_DEPTH = 64;

	private static final int MAX_KNOWN_TYPES = 1_024;

	private static final Set<String> WRAPPERS = Set.of("java.util.concurrent.ExecutionException",
			"java.util.concurrent.CompletionException", "java.lang.reflect.InvocationTargetException",
			"java.lang.reflect.UndeclaredThrowableException", "reactor.core.Exceptions$CompositeException",
			"reactor.core.Exceptions$ReactiveException");

	private final InAppFrames inAppFrames;

	private final RememberedAnswers<String, String> typeNames = new RememberedAnswers<>(MAX_KNOWN_TYPES,
			FrameNames::type);

	StackKey(List<String> inAppPackages) {
		this.inAppFrames = new InAppFrames(inAppPackages);
	}

	/** From the outermost to the root; a wrapper with nothing in it counts. */
	List<String> types(ThrowableSnapshot throwable) {
		List<String> types = new ArrayList<>(MAX_TYPES);
		ThrowableSnapshot thrown = throwable;
		for (int depth = 0; thrown != null && depth < MAX_DEPTH && types.size() < MAX_TYPES; depth++) {
			ThrowableSnapshot cause = thrown.cause();
			if (cause == null || !WRAPPERS.contains(thrown.type())) {
				types.add(this.typeNames.get(thrown.type()));
			}
			thrown = cause;
		}
		return types;
	}

	/** Empty when no cause has a frame of the application. */
	List<String> frames(ThrowableSnapshot throwable) {
		return frames(throwable, MAX_DEPTH);
	}

	private List<String> frames(@Nullable ThrowableSnapshot thrown, int depthLeft) {
		if (thrown == null || depthLeft == 0) {
			return List.of();
		}
		List<String> nearerToTheRoot = frames(thrown.cause(), depthLeft - 1);
		return nearerToTheRoot.isEmpty() ? ownFrames(thrown) : nearerToTheRoot;
	}

	private List<String> ownFrames(ThrowableSnapshot thrown) {
		List<String> names = new ArrayList<>(MAX_FRAMES);
		String before = "";
		for (StackTraceElement frame : thrown.frames()) {
			String name = this.inAppFrames.nameOf(frame);
			// recursion: as deep as it may be, it is one place
			if (name != null && !name.equals(before)) {
				names.add(name);
				before = name;
			}
			if (names.size() == MAX_FRAMES) {
				break;
			}
		}
		return names;
	}

}
