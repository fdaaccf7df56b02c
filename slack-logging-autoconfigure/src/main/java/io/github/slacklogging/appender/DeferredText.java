package io.github.slacklogging.appender;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.slacklogging.EventText;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * A message whose arguments cannot change any more, so that the thread that logs need not
 * render it. Threads that ask for it at once may both render it; the text is the same.
 */
final class DeferredText implements EventText {

	/**
	 * By class, as what extends them may change: immutable, of the JDK, thus never in the
	 * way of a class loader, and short when printed.
	 */
	private static final Set<Class<?>> SHORT_AND_IMMUTABLE = Set.of(Integer.class, Long.class, Short.class, Byte.class,
			Double.class, Float.class, Boolean.class, Character.class, UUID.class, Instant.class, Duration.class,
			LocalDate.class, LocalTime.class, LocalDateTime.class);

	/** Longer than any of these: a date-time and its nanoseconds have 38 characters. */
	private static final int SHORT = 48;

	/** More would cost memory that their length does not tell of. */
	private static final int MAX_ARGUMENTS = 16;

	private static final int NOT_NOW = -1;

	private final String template;

	private final @Nullable Object[] arguments;

	private final int mostLength;

	/** Without order between threads: a string can be read whenever it can be seen. */
	private @Nullable String text;

	private DeferredText(String template, @Nullable Object[] arguments, int mostLength) {
		this.template = template;
		this.arguments = arguments;
		this.mostLength = mostLength;
	}

	/**
	 * The message of an event, to be rendered later.
	 * @param event as Logback makes it; others may render in their own way
	 * @param maxLength most characters
	 * @return {@code null} where it must be rendered now, because an argument may change
	 * or it may have to be cut, or was rendered before on the thread that logged
	 */
	static @Nullable DeferredText of(ILoggingEvent event, int maxLength) {
		String template = event.getMessage();
		@Nullable Object[] arguments = event.getArgumentArray();
		if (arguments == null || template == null || event.getClass() != LoggingEvent.class
				|| arguments.length > MAX_ARGUMENTS || !isLoggedHere(event)) {
			return null;
		}
		// who called with an array of his own may change it, and its type may be his too
		@Nullable Object[] own = Arrays.copyOf(arguments, arguments.length, Object[].class);
		int length = mostLength(template, own, maxLength);
		return (length != NOT_NOW) ? new DeferredText(template, own, length) : null;
	}

	/** Behind an AsyncAppender the array may have changed since the text was rendered. */
	private static boolean isLoggedHere(ILoggingEvent event) {
		return Thread.currentThread().getName().equals(event.getThreadName());
	}

	private static int mostLength(String template, @Nullable Object[] arguments, int maxLength) {
		int length = template.length();
		for (int i = 0; i < arguments.length && length <= maxLength; i++) {
			Object argument = arguments[i];
			if (argument instanceof String text) {
				// two huge ones must not overflow
				length += Math.min(text.length(), maxLength + 1);
			}
			else if (argument == null || SHORT_AND_IMMUTABLE.contains(argument.getClass())) {
				length += SHORT;
			}
			else {
				return NOT_NOW;
			}
		}
		return (length <= maxLength) ? length : NOT_NOW;
	}

	@Override
	public String text() {
		String rendered = this.text;
		if (rendered == null) {
			// as LoggingEvent does; there is no throwable among the arguments
			rendered = MessageFormatter.arrayFormat(this.template, this.arguments, null).getMessage();
			this.text = rendered;
		}
		return rendered;
	}

	@Override
	public int mostLength() {
		return this.mostLength;
	}

}
