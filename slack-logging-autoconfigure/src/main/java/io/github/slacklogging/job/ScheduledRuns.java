package io.github.slacklogging.job;

import java.lang.reflect.Proxy;
import java.util.Map;

import io.github.slacklogging.JobFramework;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.util.ClassUtils;

/**
 * Notices the runs of methods with {@code @Scheduled}, by the observation that Spring
 * makes of each. A reactive method has its run from the subscription to the end; one that
 * is cancelled says nothing, as that is how it ends with the application. Thread-safe.
 */
final class ScheduledRuns implements ObservationHandler<ScheduledTaskObservationContext> {

	private final JobNotifier notifier;

	ScheduledRuns(JobNotifier notifier) {
		this.notifier = notifier;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ScheduledTaskObservationContext && this.notifier.concerns(JobFramework.SCHEDULED);
	}

	// The run stands in the context. There may be one already: two applications of one
	// JVM may share their registry.
	@Override
	public void onStart(ScheduledTaskObservationContext context) {
		this.notifier.unharmed(() -> context.computeIfAbsent(OpenRun.class,
				(key) -> this.notifier.open(name(context), JobFramework.SCHEDULED, Map.of())));
	}

	@Override
	public void onScopeOpened(ScheduledTaskObservationContext context) {
		OpenRun run = context.get(OpenRun.class);
		if (run != null) {
			this.notifier.enter(run, run);
		}
	}

	@Override
	public void onScopeClosed(ScheduledTaskObservationContext context) {
		OpenRun run = context.get(OpenRun.class);
		if (run != null) {
			this.notifier.leave(run);
		}
	}

	@Override
	public void onScopeReset(ScheduledTaskObservationContext context) {
		onScopeClosed(context);
	}

	@Override
	public void onStop(ScheduledTaskObservationContext context) {
		OpenRun run = context.get(OpenRun.class);
		Throwable error = context.getError();
		if (run != null && error != null) {
			run.failed(error);
		}
		else if (run != null && context.isComplete()) {
			run.succeeded();
		}
	}

	// A proxy of the JDK has no name of its own; the method knows an interface then.
	private static String name(ScheduledTaskObservationContext context) {
		Class<?> target = ClassUtils.getUserClass(context.getTargetClass());
		Class<?> type = Proxy.isProxyClass(target) ? context.getMethod().getDeclaringClass() : target;
		String name = type.getSimpleName();
		return (name.isEmpty() ? ClassUtils.getShortName(type) : name) + "." + context.getMethod().getName();
	}

}
