package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * What one Spring application does to the runtime before its beans exist. The application
 * that started the runtime ends it; others only share it.
 */
final class EarlyStart {

	/** Boot reports a failed start after its event, within this time. */
	private static final Duration REPORT_GRACE = Duration.ofMillis(500);

	private static final String SHUTDOWN_HOOK_THREAD = "SpringApplicationShutdownHook";

	private final LogbackRuntimes runtimes = new LogbackRuntimes(System.err::println);

	private List<String> knownSources = List.of();

	private @Nullable SlackLoggingRuntime shared;

	private @Nullable SlackLoggingRuntime owned;

	void environmentPrepared(ConfigurableEnvironment environment, @Nullable Class<?> mainClass) {
		if (environment.getPropertySources().contains("bootstrap")) {
			// Spring Cloud's preliminary context: the real environment comes after it
			return;
		}
		this.knownSources = sources(environment);
		SlackLoggingRuntime open = this.runtimes.find();
		this.shared = this.runtimes.findOrStart(environment, mainClass);
		this.owned = (open == null) ? this.shared : null;
	}

	/** Initializers may have added properties: configuration servers, dynamic tests. */
	void contextInitialized(ConfigurableEnvironment environment, @Nullable Class<?> mainClass) {
		if (this.shared != null) {
			this.shared.ensureAttached();
		}
		else if (!this.knownSources.equals(sources(environment))) {
			environmentPrepared(environment, mainClass);
		}
	}

	private static List<String> sources(ConfigurableEnvironment environment) {
		return environment.getPropertySources().stream().map(PropertySource::getName).toList();
	}

	/**
	 * Registered before any bean exists, so destroyed after all of them: what beans log
	 * while they are destroyed is still told.
	 */
	void contextPrepared(ConfigurableApplicationContext context) {
		contextInitialized(context.getEnvironment(), null);
		SlackLoggingRuntime runtime = this.owned;
		if (runtime != null && context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
			DisposableBean closer = () -> closeWithContext(runtime);
			beans.registerDisposableBean("slackLoggingCloser", closer);
		}
	}

	private static void closeWithContext(SlackLoggingRuntime runtime) {
		// A start that fails is reported after its beans are gone, see
		// applicationFailed();
		// at the end of the JVM Boot calls our shutdown handler after all contexts.
		boolean atEndOfJvm = SHUTDOWN_HOOK_THREAD.equals(Thread.currentThread().getName());
		if (runtime.isDecorated() && !atEndOfJvm) {
			runtime.close();
		}
	}

	/**
	 * Boot logs the failure after this event. A thread that is no daemon keeps the JVM
	 * alive until it is told, whether or not there is a shutdown hook.
	 */
	void applicationFailed() {
		SlackLoggingRuntime runtime = this.owned;
		if (runtime != null && !runtime.isClosed()) {
			Thread flush = new Thread(() -> {
				LockSupport.parkNanos(this, REPORT_GRACE.toNanos());
				runtime.close();
			}, "slack-logging-flush");
			flush.setDaemon(false);
			flush.start();
		}
	}

}
