package io.github.slacklogging.runtime;

import io.github.slacklogging.JobReporting;
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

	private final @Nullable SharedRuntime shared = RuntimeHolder.find();

	private final Tenant tenant;

	private final boolean enteredHere;

	private volatile boolean running;

	public SlackLoggingLifecycle(ConfigurableEnvironment environment, ListableBeanFactory beans) {
		this.beans = beans;
		this.enteredHere = !beans.containsBean(EarlyStart.TENANT_BEAN);
		this.tenant = this.enteredHere ? new Tenant(environment, null, null)
				: beans.getBean(EarlyStart.TENANT_BEAN, Tenant.class);
		if (this.enteredHere && this.shared != null) {
			this.shared.enter(this.tenant);
		}
	}

	/** {@code null} where there is nothing to do: switched off, or no destination. */
	public @Nullable SlackLoggingRuntime runtime() {
		return (this.shared != null) ? this.shared.current() : null;
	}

	/**
	 * Begins as if this application had just started, and with its settings and beans,
	 * although another one in this JVM may have come first. For tests; blocks until what
	 * is under way is told, for {@code slack.logging.shutdown.timeout} at most, and drops
	 * the rest. Does nothing where this application names no destination.
	 */
	public void renew() {
		if (this.shared != null) {
			this.shared.renew(this.tenant);
		}
	}

	/** What health and meters may ask; it follows when another application takes over. */
	public PipelineView view() {
		return (this.shared != null) ? this.shared : () -> null;
	}

	/** Where jobs of this application leave their reports. */
	public JobReporting jobs() {
		return (this.shared != null) ? this.shared.jobs() : JobReporting.NONE;
	}

	@Override
	public void start() {
		this.running = true;
		if (this.shared != null) {
			this.shared.decorate(this.tenant, this.beans);
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
		if (this.enteredHere && this.shared != null) {
			this.shared.leave(this.tenant);
		}
	}

}
