package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.testing.RecordedThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Errors of few parts, so that many are nearly the same. Some names have the same
 * {@link String#hashCode()}. A root cause always has a stack: what one without it is
 * depends on what came before.
 */
final class RandomErrors {

	private static final List<String> TYPES = List.of("com.acme.AaException", "com.acme.BBException",
			"java.lang.IllegalStateException", "java.util.concurrent.ExecutionException",
			"java.lang.reflect.InvocationTargetException");

	private static final List<String> CLASSES = List.of("com.acme.Aa", "com.acme.BB", "com.acme.Aa$1", "com.acme.Aa$2",
			"com.acme.Aa$$SpringCGLIB$$0", "com.acme.Aa$$Lambda/0x00007f1c5c001a38", "com.acme.$Proxy3",
			"java.lang.Thread", "org.springframework.web.A", "com.acmex.Aa");

	private static final List<String> METHODS = List.of("save", "Aa", "BB", "lambda$save$0", "lambda$save$1",
			"access$000", "<init>");

	private static final List<String> FILES = List.of("Aa.java", "BB.java", "<generated>");

	private static final List<String> TEMPLATES = List.of("Order {}", "Order 4711", "Order 4712", "Payment Aa",
			"Payment BB", "x".repeat(600), "x".repeat(600) + "1");

	private final Random random;

	RandomErrors(Random random) {
		this.random = random;
	}

	LogEvent next() {
		return Logged.error(any(TEMPLATES))
			.by(any(CLASSES))
			.arguments(this.random.nextInt(2))
			.throwing(throwable(3))
			.event();
	}

	private @Nullable ThrowableSnapshot throwable(int depth) {
		if (depth == 0 || this.random.nextInt(3) == 0) {
			return null;
		}
		ThrowableSnapshot cause = throwable(depth - 1);
		List<StackTraceElement> frames = new ArrayList<>();
		int count = this.random.nextInt(6) + ((cause == null) ? 1 : 0);
		for (int i = 0; i < count; i++) {
			frames.add(new StackTraceElement(any(CLASSES), any(METHODS), any(FILES), this.random.nextInt(2)));
		}
		return new RecordedThrowable(any(TYPES), null, frames, 0, cause);
	}

	private String any(List<String> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
