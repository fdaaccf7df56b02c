package io.github.slacklogging.job;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.AbstractJob;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Listens to each job of Spring Batch that is a bean, beside the listeners it has. Jobs
 * that the application makes by hand are not known here.
 */
public final class BatchJobs implements BeanPostProcessor {

	private final Supplier<@Nullable JobNotifier> notifier;

	/**
	 * Listens on behalf of the notifier.
	 * @param notifier asked for when there is a job, {@code null} for none
	 */
	public BatchJobs(Supplier<@Nullable JobNotifier> notifier) {
		this.notifier = notifier;
	}

	// Before anybody wraps the job in a proxy.
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		return listened(bean);
	}

	// What a factory makes passes here only.
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return listened(bean);
	}

	private Object listened(Object bean) {
		JobNotifier known = (bean instanceof AbstractJob) ? this.notifier.get() : null;
		if (known != null && bean instanceof AbstractJob job) {
			job.registerJobExecutionListener(new BatchRuns(known));
		}
		return bean;
	}

}
