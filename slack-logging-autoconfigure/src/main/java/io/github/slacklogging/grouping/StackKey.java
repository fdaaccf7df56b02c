package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a stack trace makes two errors the same: the types of the chain without pure
 * wrappers, and the top five frames of the application itself at the root cause, or at
 * the nearest outer cause that has any. Names are as they were written, lines and
 * messages are not used. Where a client went away or a task was cancelled, the type alone
 * counts: it happens anywhere. Used by the worker only.
 */
final class StackKey {

	private static final int MAX_TYPES = 8;

	private static final int MAX_FRAMES = 5;

	private static final int MAX_KNOWN_TYPES = 1_024;

	private static final Set<String> WRAPPERS = Set.of("java.util.concurrent.ExecutionException",
			"java.util.concurrent.CompletionException", "java.lang.reflect.InvocationTargetException",
			"java.lang.reflect.UndeclaredThrowableException", "java.security.PrivilegedActionException",
			"com.google.common.util.concurrent.UncheckedExecutionException",
			"reactor.core.Exceptions$CompositeException", "reactor.core.Exceptions$ReactiveException");

	/**
	 * The client went away, whoever noticed. Source: {@code DisconnectedClientHelper} of
	 * Spring Framework 7.0, without the types that also mean something else.
	 */
	private static final Set<String> ABORTS = Set.of("org.apache.catalina.connector.ClientAbortException",
			"org.eclipse.jetty.io.EofException",
			"org.springframework.web.context.request.async.AsyncRequestNotUsableException");

	private static final Set<String> CANCELLATIONS = Set.of("java.util.concurrent.CancellationException",
			"kotlinx.coroutines.JobCancellationException");

	private final InAppFrames inAppFrames;

	private final RememberedAnswers<String, String> typeNames = new RememberedAnswers<>(MAX_KNOWN_TYPES,
			FrameNames::type);

	StackKey(List<String> inAppPackages) {
		this.inAppFrames = new InAppFrames(inAppPackages);
	}

	StackTraits traits(CauseChain chain) {
		List<String> types = types(chain);
		return alone(types).map((type) -> new StackTraits(List.of(type), List.of(), true, 0))
			.orElseGet(() -> atThePlace(chain, types));
	}

	private StackTraits atThePlace(CauseChain chain, List<String> types) {
		for (int depth = chain.size() - 1; depth >= 0; depth--) {
			List<String> frames = ownFrames(chain.frames(depth));
			if (!frames.isEmpty()) {
				return new StackTraits(types, frames, false, chain.size() - depth);
			}
		}
		return new StackTraits(types, List.of(), false, chain.size());
	}

	/** From the outermost to the root; a wrapper with nothing in it counts. */
	private List<String> types(CauseChain chain) {
		List<String> types = new ArrayList<>(MAX_TYPES);
		for (int depth = 0; depth < chain.size() && types.size() < MAX_TYPES; depth++) {
			String type = chain.type(depth);
			if (chain.isRoot(depth) || !WRAPPERS.contains(type)) {
				types.add(this.typeNames.get(type));
			}
		}
		return types;
	}

	/**
	 * An abort counts wherever it stands: who wraps it had nothing to say. A cancellation
	 * within an error of the application is that error.
	 */
	private static Optional<String> alone(List<String> types) {
		for (int i = types.size() - 1; i >= 0; i--) {
			if (ABORTS.contains(types.get(i))) {
				return Optional.of(types.get(i));
			}
		}
		return types.stream().limit(1).filter(CANCELLATIONS::contains).findFirst();
	}

	private List<String> ownFrames(List<StackTraceElement> frames) {
		List<String> names = new ArrayList<>(MAX_FRAMES);
		String before = "";
		for (StackTraceElement frame : frames) {
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
