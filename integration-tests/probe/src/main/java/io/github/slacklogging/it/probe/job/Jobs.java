package io.github.slacklogging.it.probe.job;

import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.job.JobRun;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * All of them. A condition is settled when an application is prepared ahead of time;
 * whether they fail is not.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("probe.jobs")
@EnableScheduling
@Import({ NightlyImport.class, CleanUp.Schedule.class })
public class Jobs {

	@Bean
	Stock stock(Environment environment) {
		return new Stock(environment.getProperty("probe.failing-jobs", Boolean.class, false));
	}

	@Bean
	ReportJob reportJob(Stock stock) {
		return new ReportJob(stock);
	}

	/** Of no framework. */
	@Bean
	ApplicationRunner stockTaking(JobNotifier jobs, Stock stock) {
		return (arguments) -> {
			JobRun run = jobs.start("stock-taking");
			try {
				stock.look("those who count it");
				run.succeeded();
			}
			catch (IllegalStateException ex) {
				run.failed(ex);
			}
		};
	}

}
