package io.github.slacklogging.appender;

import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Finds the throwable of an event, however it was passed: as Logback knows it, as an
 * argument with its own braces, as a key-value pair, as a printed trace under a key; and
 * for WARN and above, if nothing was passed, the one that is being handled. Where it is
 * not clear which one is meant, none is, and all stay text and fields. Thread-safe.
 */
final class PassedThrowables {

	/** Says of pairs that it is not clear which of them is meant. */
	private static final KeyValuePair UNCLEAR = new KeyValuePair("", "");

	private final HandledException handled;

	private final int maxMessageLength;

	PassedThrowables(HandledException handled, int maxMessageLength) {
		this.handled = handled;
		this.maxMessageLength = maxMessageLength;
	}

	PassedThrowable of(ILoggingEvent event, Severity severity) {
		IThrowableProxy own = event.getThrowableProxy();
		if (own != null) {
			return brought(own, (own instanceof ThrowableProxy known) ? known.getThrowable() : null);
		}
		Throwable argument = amongArguments(event.getArgumentArray());
		if (argument != null) {
			return brought(argument);
		}
		KeyValuePair pair = amongPairs(event.getKeyValuePairs());
		if (pair != null) {
			return named(pair);
		}
		return severity.isAtLeast(Severity.WARN) ? borrowed(event) : PassedThrowable.NONE;
	}

	private PassedThrowable named(KeyValuePair pair) {
		if (pair == UNCLEAR) {
			return PassedThrowable.NONE;
		}
		return (pair.value instanceof Throwable thrown) ? brought(thrown) : printed(pair.value);
	}

	/** The only one; one that stands there twice is one. */
	private static @Nullable Throwable amongArguments(@Nullable Object @Nullable [] arguments) {
		Throwable found = null;
		for (int i = 0; arguments != null && i < arguments.length; i++) {
			if (arguments[i] instanceof Throwable thrown) {
				if (found != null && found != thrown) {
					return null;
				}
				found = thrown;
			}
		}
		return found;
	}

	private @Nullable KeyValuePair amongPairs(@Nullable List<@Nullable KeyValuePair> pairs) {
		KeyValuePair found = null;
		for (int i = 0; pairs != null && i < pairs.size(); i++) {
			KeyValuePair pair = pairs.get(i);
			if (pair == null) {
				continue;
			}
			if (pair.value instanceof Throwable && ThrowableKeys.meanException(pair.key)) {
				if (found != null && found.value instanceof Throwable && found.value != pair.value) {
					return UNCLEAR;
				}
				found = pair;
			}
			else if (isTrace(pair) && (found == null || !(found.value instanceof Throwable))) {
				boolean other = found != null && !text(found.value).equals(text(pair.value));
				found = other ? UNCLEAR : pair;
			}
		}
		return found;
	}

	private boolean isTrace(KeyValuePair pair) {
		return pair.value instanceof CharSequence && ThrowableKeys.meanTrace(pair.key)
				&& TraceReading.isTrace(text(pair.value), this.maxMessageLength);
	}

	/** Empty where the application's object has none or fails. */
	private static String text(@Nullable Object value) {
		try {
			String text = (value != null) ? value.toString() : null;
			return (text != null) ? text : "";
		}
		catch (Throwable ex) {
			return "";
		}
	}

	private PassedThrowable brought(Throwable thrown) {
		IThrowableProxy proxy = proxy(thrown);
		return (proxy != null) ? brought(proxy, thrown) : PassedThrowable.NONE;
	}

	private PassedThrowable brought(IThrowableProxy proxy, @Nullable Throwable thrown) {
		if (thrown != null) {
			this.handled.told(thrown);
		}
		return new PassedThrowable(LogbackThrowable.of(proxy, this.maxMessageLength), thrown);
	}

	private PassedThrowable printed(@Nullable Object trace) {
		String text = text(trace);
		Throwable current = this.handled.current();
		if (current != null && text.stripLeading().startsWith(current.getClass().getName())) {
			this.handled.told(current);
		}
		return new PassedThrowable(new PrintedThrowable(text, this.maxMessageLength), trace);
	}

	private PassedThrowable borrowed(ILoggingEvent event) {
		Throwable current = this.handled.current();
		IThrowableProxy proxy = (current != null && bringsNone(event)) ? proxy(current) : null;
		if (current == null || proxy == null) {
			return PassedThrowable.NONE;
		}
		this.handled.told(current);
		return new PassedThrowable(LogbackThrowable.of(proxy, this.maxMessageLength), current);
	}

	/** Not even several that are unclear. */
	private static boolean bringsNone(ILoggingEvent event) {
		@Nullable Object[] arguments = event.getArgumentArray();
		for (int i = 0; arguments != null && i < arguments.length; i++) {
			if (arguments[i] instanceof Throwable) {
				return false;
			}
		}
		List<@Nullable KeyValuePair> pairs = event.getKeyValuePairs();
		return pairs == null || pairs.stream().noneMatch((pair) -> pair != null && pair.value instanceof Throwable);
	}

	/** Asks the application's exception for its message, which may fail. */
	private static @Nullable IThrowableProxy proxy(Throwable thrown) {
		try {
			return new ThrowableProxy(thrown);
		}
		catch (Throwable ex) {
			return null;
		}
	}

}
