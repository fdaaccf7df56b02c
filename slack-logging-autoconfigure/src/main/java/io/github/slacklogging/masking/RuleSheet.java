package io.github.slacklogging.masking;

/**
 * What a rule is, for people.
 *
 * @param name lower case with dashes: a value of {@code slack.logging.masking.rules} and
 * a tag of the meter, so never made from log text
 * @param severity how much harm it prevents
 * @param description what it finds, one sentence
 * @param optIn whether it only works where it is named, because innocent text looks alike
 */
record RuleSheet(String name, LeakSeverity severity, String description, boolean optIn) {

	static RuleSheet of(String name, LeakSeverity severity, String description) {
		return new RuleSheet(name, severity, description, false);
	}

	static RuleSheet optIn(String name, LeakSeverity severity, String description) {
		return new RuleSheet(name, severity, description, true);
	}

}
