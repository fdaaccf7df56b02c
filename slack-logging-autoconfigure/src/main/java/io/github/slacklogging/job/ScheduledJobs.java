package io.github.slacklogging.job;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Has the methods with {@code @Scheduled} observed, after everybody else has configured
 * the scheduling. A registry that somebody chose stays, and gets one handler more; where
 * there is none, as without Boot's actuator, the scheduling gets one that nobody else
 * sees. Where the application wants no observations at all, it stays without.
 */
public final class ScheduledJobs implements SchedulingConfigurer, Ordered {

	private final ScheduledRuns runs;

	public ScheduledJobs(JobNotifier notifier) {
		this.runs = new ScheduledRuns(notifier);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar registrar) {
		ObservationRegistry registry = registrar.getObservationRegistry();
		if (registry == null) {
			registry = ObservationRegistry.create();
			registrar.setObservationRegistry(registry);
		}
		if (registry != ObservationRegistry.NOOP) {
			registry.observationConfig().observationHandler(this.runs);
		}
	}

}
