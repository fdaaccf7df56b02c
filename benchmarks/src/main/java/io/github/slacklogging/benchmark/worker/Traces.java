package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * Throwables of a web application: a few frames of its own, with a proxy between them,
 * far above and below those of libraries. Each has frames of its own, so that they are
 * not always in the processor's cache, and names are shared as a JVM shares them.
 */
final class Traces {

	private static final int OWN_FRAMES = 4;

	private static final int LIBRARY_CLASSES = 40;

	private static final int FRAMES_OF_THE_CAUSE = 12;

	private Traces() {
	}

	/**
	 * Never thrown.
	 * @param kind makes the application's own frames different
	 * @param frames of the outer one
	 * @param message of both
	 */
	static Exception exception(int kind, int frames, String message) {
		StackTraceElement[] stack = stack(kind, frames);
		Exception cause = new IllegalArgumentException(message);
		StackTraceElement[] inner = new StackTraceElement[frames];
		System.arraycopy(stack(kind, FRAMES_OF_THE_CAUSE), 0, inner, 0, FRAMES_OF_THE_CAUSE);
		System.arraycopy(stack, FRAMES_OF_THE_CAUSE, inner, FRAMES_OF_THE_CAUSE, frames - FRAMES_OF_THE_CAUSE);
		cause.setStackTrace(inner);
		Exception exception = new IllegalStateException(message, cause);
		exception.setStackTrace(stack);
		return exception;
	}

	private static StackTraceElement[] stack(int kind, int size) {
		List<StackTraceElement> frames = new ArrayList<>();
		for (int i = 0; i < OWN_FRAMES; i++) {
			frames.add(frame("com.acme.orders.Service" + i, "save" + kind, "Service.java", i));
			frames.add(frame("com.acme.orders.Service" + i + "$$SpringCGLIB$$0", "save" + kind, "<generated>", -1));
		}
		while (frames.size() < size) {
			int number = frames.size() % LIBRARY_CLASSES;
			frames.add(
					frame("org.springframework.web.filter.Filter" + number, "doFilterInternal", "Filter.java", number));
		}
		return frames.subList(0, size).toArray(StackTraceElement[]::new);
	}

	private static StackTraceElement frame(String type, String method, String file, int line) {
		return new StackTraceElement(type.intern(), method.intern(), file.intern(), line);
	}

}
