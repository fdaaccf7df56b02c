package io.github.slacklogging.job;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.impl.matchers.EverythingMatcher;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Listens to all jobs of each scheduler of Quartz that is a bean, beside the listeners it
 * has.
 */
public final class QuartzSchedulers implements BeanPostProcessor {

	/**
	 * Nobody may ever ask for the scheduler that it makes, starts and stops. By name, as
	 * there may be Quartz without it.
	 */
	private static final String FACTORY = "org.springframework.scheduling.quartz.SchedulerFactoryBean";

	private final Supplier<@Nullable JobNotifier> notifier;

	private final Consumer<String> trouble;

	/**
	 * Listens on behalf of the notifier.
	 * @param notifier asked for when there is a scheduler, {@code null} for none
	 * @param trouble told when a scheduler cannot be listened to
	 */
	public QuartzSchedulers(Supplier<@Nullable JobNotifier> notifier, Consumer<String> trouble) {
		this.notifier = notifier;
		this.trouble = trouble;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof Scheduler scheduler) {
			listen(() -> scheduler);
		}
		else if (bean instanceof FactoryBean<?> factory && isSpringsOwn(factory.getClass())) {
			listen(() -> (Scheduler) factory.getObject());
		}
		return bean;
	}

	private static boolean isSpringsOwn(Class<?> type) {
		for (Class<?> each = type; each != null; each = each.getSuperclass()) {
			if (each.getName().equals(FACTORY)) {
				return true;
			}
		}
		return false;
	}

	// A scheduler in another JVM takes no listeners.
	private void listen(Known scheduler) {
		JobNotifier known = this.notifier.get();
		try {
			Scheduler found = scheduler.get();
			if (known != null && found != null) {
				found.getListenerManager().addJobListener(new QuartzRuns(known), EverythingMatcher.allJobs());
			}
		}
		catch (Exception ex) {
			this.trouble.accept("a scheduler of Quartz is not listened to: " + ex.getClass().getName());
		}
	}

	/** A scheduler that its factory may fail to tell. */
	@FunctionalInterface
	private interface Known {

		@Nullable Scheduler get() throws Exception;

	}

}
