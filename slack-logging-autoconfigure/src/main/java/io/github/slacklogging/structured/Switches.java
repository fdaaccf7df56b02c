package io.github.slacklogging.structured;

import org.springframework.core.env.Environment;

/**
 * What is switched on, read before any properties are bound.
 *
 * @param slack whether events may go to Slack
 * @param structured whether the structured log is ours to add to
 */
record Switches(boolean slack, boolean structured) {

	static Switches of(Environment environment) {
		return new Switches(isOn(environment, "slack.logging.enabled", true),
				isOn(environment, "slack.logging.structured.enabled", false));
	}

	/** Whether somebody may read the number of an event. */
	boolean any() {
		return this.slack || this.structured;
	}

	// A value that is no boolean is told when the properties are bound, and only if it is
	// to stop the start. Here it would stop it before anything can be logged.
	private static boolean isOn(Environment environment, String name, boolean otherwise) {
		try {
			return environment.getProperty(name, Boolean.class, otherwise);
		}
		catch (RuntimeException ex) {
			return otherwise;
		}
	}

}
