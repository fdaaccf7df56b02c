package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.Tick;
import io.github.slacklogging.job.BatchJobs;
import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.job.NotifyOn;
import io.github.slacklogging.job.QuartzSchedulers;
import io.github.slacklogging.job.ScheduledJobs;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import io.github.slacklogging.testing.RecordedJobs;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.Scheduler;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ScheduledTasksObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class SlackLoggingJobAutoConfigurationTests {

	private final RecordedJobs jobs = new RecordedJobs();

	private final ApplicationContextRunner nothing = new ApplicationContextRunner()
		.withUserConfiguration(OwnAutoConfigurations.class);

	private final ApplicationContextRunner runner = this.nothing
		.withBean("recordedJobs", JobReporting.class, () -> this.jobs)
		.withPropertyValues("slack.logging.jobs.notify-on=all");

	@Test
	void notifierIsThereWithoutADestinationAndSwitchedOff() {
		this.nothing.run((context) -> assertThat(answer(context.getBean(JobNotifier.class))).isEqualTo(42));
		this.nothing.withPropertyValues("slack.logging.enabled=false")
			.run((context) -> assertThat(answer(context.getBean("jobNotifier", JobNotifier.class))).isEqualTo(42));
	}

	@Test
	void notifierIsThereWithoutLogbackAndWithoutWebClient() {
		for (FilteredClassLoader loader : List.of(new FilteredClassLoader("ch.qos.logback"),
				new FilteredClassLoader(WebClient.class))) {
			this.nothing.withClassLoader(loader).run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(JobReporting.class);
				assertThat(answer(context.getBean(JobNotifier.class))).isEqualTo(42);
			});
		}
	}

	@Test
	void notifierStandsBesideABeanOfTheApplicationThatHasItsName() {
		this.nothing.withBean("jobNotifier", String.class, () -> "mine").run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(JobNotifier.class);
			assertThat(context.getBean("jobNotifier")).isEqualTo("mine");
			assertThat(context).hasSingleBean(ScheduledJobs.class);
		});
	}

	@Test
	void notifierOfTheApplicationStays() {
		JobNotifier own = new JobNotifier(
				new JobNotifier.Settings(NotifyOn.ALL, List.of(), List.of(), Set.of(), Duration.ofMinutes(1)),
				this.jobs, () -> new Tick(Instant.EPOCH, 0), (trouble) -> {
				});
		this.nothing.withBean("own", JobNotifier.class, () -> own)
			.run((context) -> assertThat(context.getBean(JobNotifier.class)).isSameAs(own));
	}

	@Test
	void propertiesSayWhatIsTold() {
		this.runner
			.withPropertyValues("slack.logging.jobs.notify-on=finish", "slack.logging.jobs.include=nightly*",
					"slack.logging.jobs.exclude=*-test")
			.run((context) -> {
				JobNotifier notifier = context.getBean(JobNotifier.class);
				for (String name : List.of("nightly", "nightly-test", "hourly")) {
					notifier.start(name).succeeded();
				}
				assertThat(this.jobs.only().report().name()).isEqualTo("nightly");
				assertThat(this.jobs.good()).containsExactly("nightly", "nightly-test", "hourly");
			});
	}

	@Test
	void failuresAndWarningsAreToldUnlessMoreIsWanted() {
		this.nothing.withBean("recordedJobs", JobReporting.class, () -> this.jobs).run((context) -> {
			JobNotifier notifier = context.getBean(JobNotifier.class);
			notifier.start("a").succeeded();
			notifier.start("b").warn("look");
			notifier.start("c").failed("no");
			assertThat(this.jobs.outcomes()).containsExactly(JobOutcome.WARNING, JobOutcome.FAILED);
		});
	}

	@Test
	void applicationThatIsSwitchedOffTellsNothingThroughAnother() {
		this.runner.withPropertyValues("slack.logging.enabled=false").run((context) -> {
			context.getBean(JobNotifier.class).start("a").failed("no");
			assertThat(this.jobs.all()).isEmpty();
		});
	}

	@Test
	void whatCannotBeReadDoesNotTakeTheNotifierAway() {
		this.nothing
			.withPropertyValues("slack.logging.fail-on-invalid-configuration=false",
					"slack.logging.jobs.notify-on=sometimes")
			.run((context) -> assertThat(answer(context.getBean(JobNotifier.class))).isEqualTo(42));
	}

	@Test
	void eachFrameworkIsNoticedWhereItIs() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(ScheduledJobs.class)
			.hasSingleBean(BatchJobs.class)
			.hasSingleBean(QuartzSchedulers.class));
	}

	@ParameterizedTest
	@CsvSource({ "scheduled, slackLoggingScheduledJobs", "batch, slackLoggingBatchJobs",
			"quartz, slackLoggingQuartzSchedulers" })
	void eachFrameworkHasItsSwitch(String name, String bean) {
		this.runner.withPropertyValues("slack.logging.jobs." + name + ".enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(bean)
				.hasSingleBean(JobNotifier.class));
	}

	@ParameterizedTest
	@CsvSource({ "org.springframework.batch, slackLoggingBatchJobs", "org.quartz, slackLoggingQuartzSchedulers" })
	void frameworkThatIsNotThereIsNotMissed(String library, String bean) {
		this.runner.withClassLoader(new FilteredClassLoader(library))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(bean)
				.hasSingleBean(JobNotifier.class));
	}

	@Test
	void scheduledMethodIsNoticed() {
		this.runner.withUserConfiguration(ScheduledApplication.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.jobs.next().outcome()).isEqualTo(JobOutcome.STARTED);
			assertThat(this.jobs.next().report().name()).isEqualTo("Reports.daily");
		});
	}

	@Test
	void registryThatBootChoosesStaysAndGetsOneHandlerMore() {
		List<String> heard = Collections.synchronizedList(new ArrayList<>());
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SlackLoggingScheduledJobAutoConfiguration.class,
					SlackLoggingJobAutoConfiguration.class, ScheduledTasksObservationAutoConfiguration.class,
					ObservationAutoConfiguration.class))
			.withUserConfiguration(ScheduledApplication.class)
			.withBean("recordedJobs", JobReporting.class, () -> this.jobs)
			.withBean("own", ObservationHandler.class, () -> new Hearing(heard))
			.withPropertyValues("slack.logging.jobs.notify-on=finish")
			.run((context) -> {
				assertThat(this.jobs.next().report().name()).isEqualTo("Reports.daily");
				await().untilAsserted(() -> assertThat(heard).containsExactly("tasks.scheduled.execution"));
			});
	}

	@Test
	void batchJobThatIsABeanIsNoticed() {
		this.runner.withUserConfiguration(BatchApplication.class).run((context) -> {
			assertThat(context).hasNotFailed();
			JobExecution execution = context.getBean(JobRepository.class)
				.createJobExecution(
						context.getBean(JobRepository.class).createJobInstance("import", new JobParameters()),
						new JobParameters(), new ExecutionContext());
			context.getBean(Job.class).execute(execution);
			assertThat(this.jobs.outcomes()).containsExactly(JobOutcome.STARTED, JobOutcome.SUCCEEDED);
		});
	}

	@Test
	void jobsOfAChildContextAreNoticedBesideThoseOfItsParent() {
		this.runner.run((parent) -> this.runner.withParent(parent)
			.withUserConfiguration(BatchApplication.class, ScheduledApplication.class)
			.run((child) -> {
				assertThat(child).hasNotFailed();
				assertThat(this.jobs.next().outcome()).isEqualTo(JobOutcome.STARTED);
				assertThat(this.jobs.next().report().name()).isEqualTo("Reports.daily");
				JobRepository repository = child.getBean(JobRepository.class);
				child.getBean(Job.class)
					.execute(repository.createJobExecution(repository.createJobInstance("import", new JobParameters()),
							new JobParameters(), new ExecutionContext()));
				assertThat(this.jobs.next().report().name()).isEqualTo("import");
			}));
	}

	@Test
	void schedulerOfQuartzIsListenedToOnce() {
		this.runner.withBean("quartzScheduler", SchedulerFactoryBean.class, () -> {
			SchedulerFactoryBean factory = new SchedulerFactoryBean();
			factory.setAutoStartup(false);
			return factory;
		}).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(Scheduler.class).getListenerManager().getJobListeners()).hasSize(1);
		});
	}

	@Test
	void nothingIsMadeBeforeItsTime(CapturedOutput output) {
		this.runner.withUserConfiguration(BatchApplication.class, ScheduledApplication.class)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("not eligible for getting processed by all BeanPostProcessors");
	}

	private static int answer(JobNotifier notifier) {
		return notifier.call("answer", () -> 42);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class ScheduledApplication {

		@Bean
		Reports reports() {
			return new Reports();
		}

	}

	static class Reports {

		@Scheduled(fixedDelay = 1_000_000_000L)
		void daily() {
		}

	}

	private record Hearing(List<String> heard) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStop(Observation.Context context) {
			this.heard.add(String.valueOf(context.getName()));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BatchApplication {

		@Bean
		JobRepository repository() {
			return new ResourcelessJobRepository();
		}

		@Bean
		Job job(JobRepository repository) {
			return new JobBuilder("import", repository)
				.start(new StepBuilder("load", repository)
					.tasklet((contribution, chunk) -> RepeatStatus.FINISHED, new ResourcelessTransactionManager())
					.build())
				.build();
		}

	}

}
