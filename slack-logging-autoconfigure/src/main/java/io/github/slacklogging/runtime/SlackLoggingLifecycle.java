package io.github.slacklogging.runtime;

import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The runtime as the beans of one application see it: decorates it when all beans exist.
 * Starts one where no {@code SpringApplication} did, and then ends it too.
 */
public final class SlackLoggingLifecycle implements SmartLifecycle, DisposableBean {

	/** Right after Boot's own logging beans, so before everything else. */
	private static final int PHASE = Integer.MIN_VALUE + 2;

	private final ListableBeanFactory beans;

	private final @Nullable SlackLoggingRuntime runtime;

	private final boolean startedHere;

	private volatile boolean running;

	public SlackLoggingLifecycle(ConfigurableEnvironment environment, ListableBeanFactory beans) {
		this.beans = beans;
		LogbackRuntimes runtimes = new LogbackRuntimes(System.err::println);
		SlackLoggingRuntime open = runtimes.find();
		this.runtime = (open != null) ? open : runtimes.findOrStart(environment, null);
		this.startedHere = open == null;
	}

	/** {@code null} where there is nothing to do: switched off, or no destination. */
	public @Nullable SlackLoggingRuntime runtime() {
		return this.runtime;
	}

	/** What health and meters may ask. */
	public PipelineView view() {
		return (this.runtime != null) ? this.runtime : () -> null;
	}

	@Override
	public void start() {
		this.running = true;
		if (this.runtime != null) {
			this.runtime.decorate(this.beans);
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public void destroy() {
		if (this.startedHere && this.runtime != null) {
			this.runtime.close();
		}
	}

}
