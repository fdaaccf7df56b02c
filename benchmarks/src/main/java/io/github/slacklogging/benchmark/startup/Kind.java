package io.github.slacklogging.benchmark.startup;

/**
 * An application.
 *
 * @param app which one
 * @param actuator whether the actuator is there
 */
record Kind(App app, boolean actuator) {

	String title() {
		return this.app.title + (this.actuator ? ", actuator" : "");
	}

	String fileName() {
		return this.app.name().toLowerCase(java.util.Locale.ROOT) + (this.actuator ? "-actuator" : "");
	}

	/** What starts. */
	enum App {

		/** Spring MVC on Tomcat, one controller. */
		SERVLET("servlet", "io.github.slacklogging.benchmark.application.servlet.ServletApplication"),

		/** No web server. */
		CLI("CLI", "io.github.slacklogging.benchmark.application.cli.CliApplication");

		final String title;

		final String mainClass;

		App(String title, String mainClass) {
			this.title = title;
			this.mainClass = mainClass;
		}

	}

}
