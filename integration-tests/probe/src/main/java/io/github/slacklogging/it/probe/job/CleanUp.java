package io.github.slacklogging.it.probe.job;

import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Of Quartz: once, when the application has started. */
public class CleanUp implements Job {

	private final Stock stock;

	public CleanUp(Stock stock) {
		this.stock = stock;
	}

	@Override
	public void execute(JobExecutionContext context) {
		this.stock.look("the clean-up");
	}

	/** When it runs. */
	@Configuration(proxyBeanMethods = false)
	static class Schedule {

		@Bean
		JobDetail cleanUp() {
			return JobBuilder.newJob(CleanUp.class).withIdentity("clean-up").storeDurably().build();
		}

		@Bean
		Trigger cleanUpNow(JobDetail cleanUp) {
			return TriggerBuilder.newTrigger().forJob(cleanUp).startNow().build();
		}

	}

}
