package io.github.slacklogging.grouping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An error of a web application: a few frames of its own, with a proxy between them, far
 * above and below those of libraries. Names are shared as a JVM shares them.
 *
 * @param number tells throwables of a kind apart
 * @param frames of its stack
 */
record SyntheticError(int number, List<StackTraceElement> frames) implements ThrowableSnapshot {

	private static final RunId RUN = RunId.random();

	private static final int OWN_FRAMES = 4;

	private static final int LIBRARY_CLASSES = 40;

	static LogEvent event(int kind, int number, int frames) {
		return new LogEvent(RUN, number, Instant.EPOCH, Severity.ERROR, "com.acme.Orders", "http-1", "Order {} failed",
				"Order " + number + " failed", 1, Map.of(), List.of(), List.of(),
				new SyntheticError(number, stack(kind, frames)), null);
	}

	static CauseChain chain(LogEvent event) {
		return new CauseChain(Objects.requireNonNull(event.throwable()));
	}

	private static List<StackTraceElement> stack(int kind, int size) {
		List<StackTraceElement> frames = new ArrayList<>();
		for (int i = 0; i < 2 * OWN_FRAMES; i++) {
			frames.add(library(i));
		}
		for (int i = 0; i < OWN_FRAMES; i++) {
			frames.add(frame("com.acme.orders.Service" + i, "save" + kind, "Service.java", i));
			frames.add(frame("com.acme.orders.Service" + i + "$$SpringCGLIB$$0", "save" + kind, "<generated>", -1));
		}
		while (frames.size() < size) {
			frames.add(library(frames.size()));
		}
		return List.copyOf(frames);
	}

	private static StackTraceElement library(int i) {
		return frame("org.springframework.web.servlet.Filter" + (i % LIBRARY_CLASSES), "doFilterInternal",
				"Filter.java", i);
	}

	private static StackTraceElement frame(String type, String method, String file, int line) {
		return new StackTraceElement(type.intern(), method.intern(), file.intern(), line);
	}

	@Override
	public String type() {
		return "java.lang.IllegalStateException";
	}

	@Override
	public @Nullable String message() {
		return null;
	}

	@Override
	public int framesInCommon() {
		return 0;
	}

	@Override
	public @Nullable ThrowableSnapshot cause() {
		return null;
	}

	@Override
	public List<ThrowableSnapshot> suppressed() {
		return List.of();
	}

	@Override
	public int identity() {
		return this.number;
	}

}
