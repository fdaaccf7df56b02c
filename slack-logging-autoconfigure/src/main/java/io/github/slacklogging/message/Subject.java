package io.github.slacklogging.message;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;

/**
 * What an event is about.
 *
 * @param name type of the root cause, or the logger where nothing was thrown; for the
 * report of a failed start, that
 * @param message what was logged
 * @param reason what the root cause says, empty where the message says it already
 */
record Subject(String name, String message, String reason) {

	static final String NO_MESSAGE = "(no message)";

	/** Nothing to say. */
	static final Subject NONE = new Subject("", "", "");

	/** One event, as it was logged. */
	static Subject of(MaskedEvent event) {
		StartReport start = StartReport.of(event);
		if (start != null) {
			String first = Excerpt.of(start.description()).first();
			return new Subject(start.label(), first.isEmpty() ? NO_MESSAGE : first, "");
		}
		boolean silent = isBlank(event.message());
		String reason = reason(event);
		if (silent) {
			return new Subject(name(event), reason.isEmpty() ? NO_MESSAGE : reason, "");
		}
		return new Subject(name(event), event.message(), reason);
	}

	/** What was thrown, by its root cause; empty where nothing was. */
	static Subject ofCause(MaskedEvent event) {
		MaskedThrowable throwable = event.throwable();
		if (throwable == null) {
			return NONE;
		}
		String said = throwable.rootCause().message();
		return new Subject(name(event), (said == null || isBlank(said)) ? NO_MESSAGE : said.strip(), "");
	}

	/** Whether there is nothing to say. */
	boolean isEmpty() {
		return isBlank(this.name) && isBlank(this.message);
	}

	/** What several events have in common: the message before its arguments. */
	static Subject ofKind(MaskedEvent event) {
		boolean telling = !StartReport.isIn(event) && event.template().codePoints().anyMatch(Character::isLetter);
		return telling ? new Subject(name(event), event.template(), "") : of(event);
	}

	private static String reason(MaskedEvent event) {
		MaskedThrowable throwable = event.throwable();
		String said = (throwable != null) ? throwable.rootCause().message() : null;
		return (said == null || isBlank(said) || event.message().contains(said.strip())) ? "" : said.strip();
	}

	private static String name(MaskedEvent event) {
		MaskedThrowable throwable = event.throwable();
		String name = Names.simple((throwable != null) ? throwable.rootCause().type() : event.loggerName());
		return isBlank(name) ? "log" : name;
	}

	// Invisible characters alone are nothing to see.
	private static boolean isBlank(String text) {
		return LogText.line(text, 1).isEmpty();
	}

}
