package io.github.slacklogging.it.probe.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Of Spring Batch; Spring Boot runs it when the application has started. */
@Configuration(proxyBeanMethods = false)
class NightlyImport {

	@Bean
	Job nightlyImportJob(JobRepository repository, Stock stock) {
		Step load = new StepBuilder("load", repository).tasklet((contribution, context) -> {
			stock.look("the import");
			return RepeatStatus.FINISHED;
		}).build();
		return new JobBuilder("nightly-import", repository).start(load).build();
	}

}
