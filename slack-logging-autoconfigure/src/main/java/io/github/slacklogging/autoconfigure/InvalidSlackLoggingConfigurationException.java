package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot be used. Tells everything that is wrong at once. Holds no
 * secret and has no cause: exceptions of parsers quote their input.
 */
@SuppressWarnings("serial")
public final class InvalidSlackLoggingConfigurationException extends RuntimeException {

	private static final String ADVICE = "Correct it, or remove it to get its default.";

	private final transient List<Problem> problems;

	public InvalidSlackLoggingConfigurationException(List<Problem> problems) {
		super(problems.stream().map(Problem::sentence).collect(Collectors.joining("; ")));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Tells what a stage refused.
	 * @param refused its message begins with the full name of the property
	 * @return with the property and the reason apart
	 */
	static InvalidSlackLoggingConfigurationException from(IllegalArgumentException refused) {
		String message = String.valueOf(refused.getMessage());
		int end = message.indexOf(' ');
		Problem problem = (end < 0) ? new Problem(SlackLoggingProperties.PREFIX, "is not valid: " + message, ADVICE)
				: new Problem(message.substring(0, end), message.substring(end + 1), ADVICE);
		return new InvalidSlackLoggingConfigurationException(List.of(problem));
	}

	/** What is wrong, at least one, in the order of the properties' groups. */
	public List<Problem> problems() {
		return this.problems;
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param property full name of the property
	 * @param reason what is wrong, continuing "&lt;property&gt; …", without any secret
	 * @param advice what to do, in full sentences
	 */
	public record Problem(String property, String reason, String advice) {

		/** The property and what is wrong with it. */
		public String sentence() {
			return this.property + " " + this.reason;
		}

	}

}
