package io.github.slacklogging.runtime;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * One application, as far as the logging of the process is concerned: what it wants, and
 * its beans once they exist. Thread-safe.
 */
final class Tenant {

	private final ConfigurableEnvironment environment;

	private final @Nullable Class<?> mainClass;

	private volatile @Nullable ListableBeanFactory beans;

	private volatile @Nullable SlackLoggingRuntime runtime;

	private volatile boolean started;

	private volatile boolean failed;

	Tenant(ConfigurableEnvironment environment, @Nullable Class<?> mainClass) {
		this.environment = environment;
		this.mainClass = mainClass;
	}

	ConfigurableEnvironment environment() {
		return this.environment;
	}

	/** {@code null} where no {@code SpringApplication} knows it. */
	@Nullable Class<?> mainClass() {
		return this.mainClass;
	}

	void bring(ListableBeanFactory beans) {
		this.beans = beans;
	}

	/** {@code null} until all of them exist. */
	@Nullable ListableBeanFactory beans() {
		return this.beans;
	}

	void own(SlackLoggingRuntime runtime) {
		this.runtime = runtime;
	}

	/** What was started for it; {@code null} as long as it never was the owner. */
	@Nullable SlackLoggingRuntime runtime() {
		return this.runtime;
	}

	void started() {
		this.started = true;
	}

	/**
	 * Whether the start succeeded. Beans alone prove nothing: a server may still fail.
	 */
	boolean isStarted() {
		return this.started;
	}

	void failed() {
		this.failed = true;
	}

	/** Whether the start failed, so that it will leave as soon as that is told. */
	boolean isFailed() {
		return this.failed;
	}

}
