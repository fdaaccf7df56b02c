package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

import io.github.slacklogging.autoconfigure.InvalidSlackLoggingConfigurationException.Problem;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what is wrong with the configuration in place of a stack trace. */
final class SlackLoggingFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSlackLoggingConfigurationException> {

	private static final String WAY_OUT = "To start without Slack until then, set "
			+ "slack.logging.fail-on-invalid-configuration=false.";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidSlackLoggingConfigurationException cause) {
		List<Problem> problems = cause.problems();
		String description = lines("The configuration of Slack logging is not valid:",
				problems.stream().map(Problem::sentence).toList());
		String action = (problems.size() == 1) ? problems.get(0).advice() : lines("Correct each of them:",
				problems.stream().map((problem) -> problem.property() + ": " + problem.advice()).toList());
		return new FailureAnalysis(description, action + System.lineSeparator() + WAY_OUT, cause);
	}

	private static String lines(String heading, List<String> items) {
		return items.stream()
			.collect(Collectors.joining(System.lineSeparator() + "    - ",
					heading + System.lineSeparator() + System.lineSeparator() + "    - ", System.lineSeparator()));
	}

}
