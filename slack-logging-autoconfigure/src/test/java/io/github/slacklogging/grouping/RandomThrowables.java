package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

/** Real throwables with causes, suppressed ones and stacks that have ends in common. */
final class RandomThrowables {

	private static final List<String> CLASSES = List.of("com.acme.orders.OrderService",
			"com.acme.orders.OrderService$1", "com.acme.orders.OrderService$$SpringCGLIB$$0",
			"com.acme.orders.A$$Lambda/0x00007f1c5c001a38", "com.acme.orders.A$$Lambda$14/0x00007f1c5c001a38",
			"jdk.proxy2.$Proxy3", "java.lang.Thread", "org.springframework.web.servlet.DispatcherServlet");

	private static final List<String> METHODS = List.of("save", "lambda$save$0", "access$000", "<init>", "run");

	private static final List<String> FILES = List.of("OrderService.java", "A.kt", "<generated>");

	private static final List<String> MESSAGES = List.of("", "Order 17", "a: b: c", "two\nlines", "at the end (of it)",
			"nested exception is java.io.IOException: x", "\nfirst line is empty");

	private final Random random;

	RandomThrowables(long seed) {
		this.random = new Random(seed);
	}

	List<Throwable> many(int count) {
		List<Throwable> many = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			many.add(next(4, List.of()));
		}
		return many;
	}

	private Throwable next(int depth, List<StackTraceElement> enclosing) {
		List<StackTraceElement> stack = new ArrayList<>();
		for (int i = 1 + this.random.nextInt(6); i > 0; i--) {
			stack.add(new StackTraceElement(any(CLASSES), any(METHODS), any(FILES), this.random.nextInt(90) - 1));
		}
		if (!enclosing.isEmpty()) {
			stack.addAll(enclosing.subList(this.random.nextInt(enclosing.size()), enclosing.size()));
		}
		Throwable cause = (depth > 0 && this.random.nextBoolean()) ? next(depth - 1, stack) : null;
		Throwable thrown = thrown(cause);
		thrown.setStackTrace(stack.toArray(StackTraceElement[]::new));
		if (depth > 0 && this.random.nextInt(3) == 0) {
			thrown.addSuppressed(next(depth - 2, stack));
		}
		return thrown;
	}

	private Throwable thrown(@Nullable Throwable cause) {
		return switch (this.random.nextInt(5)) {
			case 0 -> new IllegalStateException(any(MESSAGES), cause);
			case 1 -> new RuntimeException(null, cause);
			case 2 -> new ExecutionException(any(MESSAGES), cause);
			case 3 -> new CompletionException(any(MESSAGES), cause);
			default -> new IllegalArgumentException(cause);
		};
	}

	private <T> T any(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
