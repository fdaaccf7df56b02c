package io.github.slacklogging.autoconfigure;

import java.io.PrintStream;
import java.util.function.IntConsumer;

import io.github.slacklogging.doctor.FindingsTable;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * With {@code slack.logging.doctor=true} the application does not start: as soon as its
 * environment is known, and before any bean is, the set-up is examined, what was found is
 * printed, and the JVM ends with 0 where nothing failed and 1 otherwise. So it works
 * where the rest of the application would not.
 *
 * <p>
 * Does nothing while {@code process-aot} runs, in tests that Spring runs, in Spring
 * Cloud's preliminary context and in a servlet container, whose JVM is not ours to end.
 * Names no type of Logback: it works without.
 */
final class DoctorApplicationListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	private final PrintStream out;

	private final PrintStream err;

	private final IntConsumer exit;

	@SuppressWarnings("SystemOut")
	DoctorApplicationListener() {
		this(System.out, System.err, System::exit);
	}

	DoctorApplicationListener(PrintStream out, PrintStream err, IntConsumer exit) {
		this.out = out;
		this.err = err;
		this.exit = exit;
	}

	/** After Boot configured logging, and before anything of ours starts. */
	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		ConfigurableEnvironment environment = event.getEnvironment();
		if (Boolean.getBoolean("spring.aot.processing") || !isWanted(environment)) {
			return;
		}
		if (isInServletContainer(environment)) {
			this.err.println("slack-logging: slack.logging.doctor does nothing in a servlet container:"
					+ " it would end the container. Ask the endpoint: POST /actuator/slacklogging, action=doctor");
			return;
		}
		FindingsTable table = new FindingsTable(
				new EarlyDoctor(environment, event.getSpringApplication().getMainApplicationClass()).examine());
		this.out.print(table);
		this.out.flush();
		this.exit.accept(table.isHealthy() ? 0 : 1);
	}

	private static boolean isWanted(ConfigurableEnvironment environment) {
		return new PropertiesBinding(environment).isDoctorWanted() && !QuietTests.isTest(environment)
				&& !environment.getPropertySources().contains("bootstrap");
	}

	/** There the source is real before the application runs, elsewhere it is a stub. */
	private static boolean isInServletContainer(ConfigurableEnvironment environment) {
		PropertySource<?> source = environment.getPropertySources().get("servletContextInitParams");
		return source != null && !(source instanceof PropertySource.StubPropertySource);
	}

}
