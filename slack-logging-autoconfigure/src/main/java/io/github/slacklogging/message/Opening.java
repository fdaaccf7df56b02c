package io.github.slacklogging.message;

import io.github.slacklogging.Severity;

/** How a message about one kind begins, before it names the kind. Immutable. */
interface Opening {

	/** Most characters of a name of the service and of its environment. */
	int MAX_SERVICE = 80;

	/** Writes the first line of the headline. */
	void writeTo(Mrkdwn line);

	/**
	 * Begins the sentence that says the same.
	 * @param sentence empty yet
	 * @return the sentence up to where a colon follows
	 */
	Mrkdwn begin(Mrkdwn sentence);

	/** The mark by which a severity is told from others at a glance. */
	static String emoji(Severity severity) {
		return switch (severity) {
			case DEBUG -> ":black_circle:";
			case INFO -> ":large_green_circle:";
			case WARN -> ":large_orange_circle:";
			case ERROR -> ":red_circle:";
			case CRITICAL -> ":rotating_light:";
		};
	}

}
