package io.github.slacklogging;

import java.util.Set;

/**
 * How Spring Boot reports a start that failed. Pure functions.
 */
public final class FailedStart {

	/**
	 * {@code SpringApplication} logs "Application run failed" where no analyzer knows the
	 * failure; otherwise its analysis is logged. Source: Spring Boot 4.1,
	 * {@code SpringApplication#reportFailure}, {@code LoggingFailureAnalysisReporter}.
	 */
	private static final Set<String> REPORTERS = Set.of("org.springframework.boot.SpringApplication",
			"org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter");

	private FailedStart() {
	}

	/** Whether an ERROR of this logger is the report of a start that failed. */
	public static boolean isReportedBy(String loggerName) {
		return REPORTERS.contains(loggerName);
	}

}
