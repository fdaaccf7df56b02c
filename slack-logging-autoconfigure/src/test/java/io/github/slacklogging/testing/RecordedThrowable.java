package io.github.slacklogging.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A throwable as a printed stack trace tells of it, or as the JVM made it. Immutable.
 *
 * @param type class name
 * @param message its message
 * @param frames from the innermost call outwards, those in common included
 * @param framesInCommon how many the enclosing one has too
 * @param cause its cause
 */
public record RecordedThrowable(String type, @Nullable String message, List<StackTraceElement> frames,
		int framesInCommon, @Nullable ThrowableSnapshot cause) implements ThrowableSnapshot {

	private static final Pattern FRAME = Pattern
		.compile("at (?:app//)?(?:[\\w.]+(?:@[\\w.]+)?/)?(.+)\\.([^.]+)\\(([^:]*)(?::(-?\\d+))?\\)");

	private static final Pattern COMMON = Pattern.compile("\\.\\.\\. (\\d+) more");

	/**
	 * Reads what {@link Throwable#printStackTrace()} prints, without suppressed ones.
	 * @param trace printed
	 * @return what it tells
	 */
	public static RecordedThrowable of(String trace) {
		return of(Arrays.asList(trace.strip().split("Caused by: ")), List.of());
	}

	private static RecordedThrowable of(List<String> chain, List<StackTraceElement> enclosing) {
		List<String> lines = chain.get(0).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		String[] head = lines.get(0).split(": ", 2);
		List<StackTraceElement> frames = new ArrayList<>();
		int common = 0;
		for (String line : lines.subList(1, lines.size())) {
			Matcher more = COMMON.matcher(line);
			if (more.matches()) {
				common = Integer.parseInt(more.group(1));
				frames.addAll(enclosing.subList(enclosing.size() - common, enclosing.size()));
			}
			else {
				frames.add(frame(line));
			}
		}
		RecordedThrowable cause = (chain.size() > 1) ? of(chain.subList(1, chain.size()), frames) : null;
		return new RecordedThrowable(head[0], (head.length > 1) ? head[1] : null, List.copyOf(frames), common, cause);
	}

	private static StackTraceElement frame(String line) {
		Matcher frame = FRAME.matcher(line);
		if (!frame.matches()) {
			throw new IllegalArgumentException("No frame: " + line);
		}
		int number = (frame.group(4) != null) ? Integer.parseInt(frame.group(4)) : -1;
		return new StackTraceElement(frame.group(1), frame.group(2), frame.group(3), number);
	}

	/**
	 * As the JVM made it.
	 * @param throwable real
	 * @return what is known of it
	 */
	public static RecordedThrowable of(Throwable throwable) {
		Throwable cause = throwable.getCause();
		return new RecordedThrowable(throwable.getClass().getName(), throwable.getMessage(),
				List.of(throwable.getStackTrace()), 0, (cause != null) ? of(cause) : null);
	}

	@Override
	public List<ThrowableSnapshot> suppressed() {
		return List.of();
	}

	@Override
	public int identity() {
		return System.identityHashCode(this);
	}

}
