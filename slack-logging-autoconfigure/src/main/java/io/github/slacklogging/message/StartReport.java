package io.github.slacklogging.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.FailedStart;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a start that failed or hangs. Immutable; log text.
 *
 * @param label what happened to the start, as a headline says it
 * @param clause the same as a sentence says it
 * @param description how it came, in one or more lines
 * @param action what to do about it, empty where nobody says
 */
record StartReport(String label, String clause, String description, String action) {

	/**
	 * The frame of an analysis. Source: Spring Boot 4.1,
	 * {@code LoggingFailureAnalysisReporter#buildMessage}.
	 */
	private static final Pattern BANNER = Pattern
		.compile("\\s*+\\*++\\s*+APPLICATION FAILED TO START\\s*+\\*++\\s*+Description:\\s*+");

	private static final String ACTION = "\n\nAction:\n\n";

	/** What is logged beside a throwable says nothing of its own. */
	private static final String RUN_FAILED = "Application run failed";

	/** So begins what is said of a start that has not ended. */
	private static final String OTHER_START = "The start ";

	/** Whether there is one in an event, without a look at what it says. */
	static boolean isIn(MaskedEvent event) {
		return event.severity().isAtLeast(Severity.ERROR) && FailedStart.isReportedBy(event.loggerName());
	}

	/** The report in an event, {@code null} where it is none. */
	static @Nullable StartReport of(MaskedEvent event) {
		if (!isIn(event)) {
			return null;
		}
		String message = event.message().replace("\r\n", "\n").strip();
		Matcher banner = BANNER.matcher(message);
		if (banner.lookingAt()) {
			return analysis(message.substring(banner.end()));
		}
		if (message.startsWith(OTHER_START)) {
			return other(message.substring(OTHER_START.length()));
		}
		MaskedThrowable throwable = event.throwable();
		boolean silent = message.isEmpty() || message.equals(RUN_FAILED);
		return failed((silent && throwable != null) ? cause(throwable.rootCause()) : message, "");
	}

	// The last one: a description may quote what it likes, an action is mostly fixed.
	private static StartReport analysis(String analysis) {
		int action = analysis.lastIndexOf(ACTION);
		return (action < 0) ? failed(analysis, "")
				: failed(analysis.substring(0, action), analysis.substring(action + ACTION.length()));
	}

	private static StartReport other(String message) {
		int colon = message.indexOf(": ");
		String happened = (colon < 0) ? "" : " " + message.substring(0, colon);
		return of("Start" + happened, "the start" + happened, message.substring(colon + 1), "");
	}

	private static StartReport failed(String description, String action) {
		return of("Start failed", "the start failed", description, action);
	}

	private static StartReport of(String label, String clause, String description, String action) {
		boolean silent = LogText.line(description, 1).isEmpty();
		return new StartReport(label, clause, silent ? Subject.NO_MESSAGE : description.strip(), action.strip());
	}

	private static String cause(MaskedThrowable root) {
		String said = root.message();
		return Names.simple(root.type()) + ((said == null || said.isBlank()) ? "" : ": " + said.strip());
	}

}
