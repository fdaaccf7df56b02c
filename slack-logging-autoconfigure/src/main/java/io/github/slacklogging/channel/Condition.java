package io.github.slacklogging.channel;

import java.util.List;
import java.util.function.Predicate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;

/**
 * Something that holds of an event or not. Each maker takes the property it was read
 * from, to name it when it cannot be understood.
 */
@FunctionalInterface
interface Condition {

	/** As many as {@link ThrowableSnapshot#rootCause()} follows. */
	int MAX_CAUSES = 64;

	boolean holds(LogEvent event);

	static Condition logger(String property, List<String> names) {
		checkNames(property, names);
		return (event) -> anyMatch(names, (name) -> isWithin(event.loggerName(), name));
	}

	static Condition marker(String property, List<String> names) {
		checkNames(property, names);
		return (event) -> anyMatch(event.markers(), names::contains);
	}

	static Condition exception(String property, List<String> names) {
		checkNames(property, names);
		List<String> dotted = names.stream().map(Condition::dotted).toList();
		return (event) -> {
			ThrowableSnapshot throwable = event.throwable();
			for (int depth = 0; throwable != null && depth < MAX_CAUSES; depth++) {
				String type = dotted(throwable.type());
				if (anyMatch(dotted, (name) -> endsWithSegments(type, name))) {
					return true;
				}
				throwable = throwable.cause();
			}
			return false;
		};
	}

	static Condition message(String property, List<String> patterns) {
		List<Pattern> compiled = patterns.stream().map((pattern) -> pattern(property, pattern)).toList();
		return (event) -> anyMatch(compiled, (pattern) -> pattern.matcher(event.message()).find());
	}

	static Condition mdc(String property, String pair) {
		int equals = pair.indexOf('=');
		if (equals < 1) {
			throw new IllegalArgumentException(property + " must be key=value, not '" + pair + "'");
		}
		String key = pair.substring(0, equals).strip();
		String value = pair.substring(equals + 1).strip();
		return (event) -> value.equals(event.mdc().get(key));
	}

	private static <T> boolean anyMatch(List<T> candidates, Predicate<T> predicate) {
		for (T candidate : candidates) {
			if (predicate.test(candidate)) {
				return true;
			}
		}
		return false;
	}

	// A nested class is within its class: Logback's hierarchy of loggers splits at '$'
	// too.
	private static boolean isWithin(String logger, String name) {
		if (!logger.startsWith(name)) {
			return false;
		}
		return logger.length() == name.length() || logger.charAt(name.length()) == '.'
				|| logger.charAt(name.length()) == '$';
	}

	private static boolean endsWithSegments(String type, String name) {
		if (!type.endsWith(name)) {
			return false;
		}
		return type.length() == name.length() || type.charAt(type.length() - name.length() - 1) == '.';
	}

	private static String dotted(String className) {
		return className.replace('$', '.');
	}

	private static void checkNames(String property, List<String> names) {
		for (String name : names) {
			if (name.isBlank() || name.contains("*") || name.endsWith(".") || !name.equals(name.strip())) {
				throw new IllegalArgumentException(
						property + " takes plain names without wildcards or spaces around them, not '" + name + "'");
			}
		}
	}

	private static Pattern pattern(String property, String pattern) {
		try {
			return Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException(property + " is not a pattern that RE2 understands: "
					+ ex.getDescription() + " (RE2 knows no look-around and no back-references)", ex);
		}
	}

}
