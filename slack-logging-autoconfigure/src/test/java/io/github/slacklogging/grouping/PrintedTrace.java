package io.github.slacklogging.grouping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.testing.RecordedThrowable;
import org.jspecify.annotations.Nullable;

/**
 * A trace from {@code src/test/resources/traces/<jdk>}, in the form that a JVM prints. Of
 * what is suppressed only the stack that Reactor moved there is read.
 *
 * @param printed the chain
 * @param suppressed by the outermost
 */
record PrintedTrace(RecordedThrowable printed, List<ThrowableSnapshot> suppressed) implements ThrowableSnapshot {

	private static final String REACTOR_STACK = "Original Stack Trace:";

	static String read(String jdk, String name) {
		String resource = "/traces/" + jdk + "/" + name + ".txt";
		try (InputStream trace = PrintedTrace.class.getResourceAsStream(resource)) {
			if (trace == null) {
				throw new IllegalArgumentException("No " + resource);
			}
			return new String(trace.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static PrintedTrace of(String text) {
		RecordedThrowable chain = RecordedThrowable.of(lines(text, (line) -> line.matches("(\tat |\t\\.\\.\\. ).*")
				|| line.startsWith("Caused by: ") || line.matches("[\\w.$]+(Exception|Error)(: .*)?")));
		if (!text.contains(REACTOR_STACK)) {
			return new PrintedTrace(chain, List.of());
		}
		RecordedThrowable moved = RecordedThrowable.of("reactor.core.publisher.FluxOnAssembly$OnAssemblyException\n"
				+ lines(text.substring(text.indexOf(REACTOR_STACK)), (line) -> line.startsWith("\t\tat ")));
		return new PrintedTrace(chain, List.of(moved));
	}

	private static String lines(String text, Predicate<String> wanted) {
		return text.lines().filter(wanted).collect(Collectors.joining("\n"));
	}

	@Override
	public String type() {
		return this.printed.type();
	}

	@Override
	public @Nullable String message() {
		return this.printed.message();
	}

	@Override
	public List<StackTraceElement> frames() {
		return this.printed.frames();
	}

	@Override
	public int framesInCommon() {
		return 0;
	}

	@Override
	public @Nullable ThrowableSnapshot cause() {
		return this.printed.cause();
	}

	@Override
	public int identity() {
		return System.identityHashCode(this);
	}

}
