package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.job.BatchJobs;
import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.job.JobRun;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.MDC;

import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * From a job to the inbox, in an application that really runs: what the framework logs of
 * the same failure is no second message, and the books balance.
 */
class JobJourneyTests {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final SlackInbox inbox = SlackInbox.start();

	private final List<ConfigurableApplicationContext> open = new ArrayList<>();

	@AfterEach
	void end() {
		this.open.forEach(ConfigurableApplicationContext::close);
		this.inbox.close();
	}

	@Test
	void failureOfPlainCodeIsOneMessageAndNoneIsLogged() {
		ConfigurableApplicationContext application = webhook(Plain.class);
		JobNotifier notifier = application.getBean(JobNotifier.class);
		MDC.put("requestId", "r-17");
		try {
			assertThat(catchThrowable(() -> notifier.run("daily-report", (job) -> {
				job.detail("password", "hunter2-and-more").count("orders", 7);
				throw new IOException("no file");
			}))).isInstanceOf(IOException.class);
		}
		finally {
			MDC.clear();
		}
		InboxMessage message = onlyMessage(application, 1);
		assertThat(message.text()).contains("daily-report", "failed");
		assertThat(message.allText()).contains("IOException", "no file", "r-17", "7").doesNotContain("hunter2");
	}

	@Test
	void warningIsToldThoughWarningsAreNotLogged() {
		ConfigurableApplicationContext application = webhook(Plain.class);
		application.getBean(JobNotifier.class).start("sync").warn("half of it");
		assertThat(onlyMessage(application, 1).allText()).contains("sync", "half of it");
	}

	@Test
	void successIsOnlyToldWhereItIsWanted() {
		ConfigurableApplicationContext application = webhook(Plain.class, "--slack.logging.jobs.notify-on=finish");
		application.getBean(JobNotifier.class).run("sync", () -> {
		});
		assertThat(onlyMessage(application, 1).text()).contains("sync", "succeeded");
	}

	@Test
	void failureOfAScheduledMethodIsOneMessage() {
		ConfigurableApplicationContext application = webhook(ScheduledFailure.class);
		InboxMessage message = onlyMessage(application, 2);
		assertThat(message.text()).contains("ScheduledFailure.daily", "failed");
		assertThat(message.allText()).contains("scheduled trouble");
	}

	@Test
	void failureOfABatchJobIsOneMessage() throws Exception {
		ConfigurableApplicationContext application = webhook(BatchFailure.class);
		application.getBean(TaskExecutorJobOperator.class).start(application.getBean(Job.class), new JobParameters());
		InboxMessage message = onlyMessage(application, 2);
		assertThat(message.text()).contains("import", "failed");
		assertThat(message.allText()).contains("batch trouble");
	}

	@Test
	void failuresOfPartitionsAreOneMessage() throws Exception {
		ConfigurableApplicationContext application = webhook(BatchFailure.class);
		application.getBean(TaskExecutorJobOperator.class)
			.start(application.getBean(BatchFailure.class)
				.partitioned(application.getBean(JobRepository.class), application.getBean(JobNotifier.class)),
					new JobParameters());
		InboxMessage message = onlyMessage(application, 8);
		assertThat(message.text()).contains("export", "failed");
		assertThat(message.allText()).contains("no room on");
	}

	@Test
	void failureOfAQuartzJobIsOneMessage() throws Exception {
		ConfigurableApplicationContext application = webhook(QuartzFailure.class);
		application.getBean(Scheduler.class)
			.scheduleJob(org.quartz.JobBuilder.newJob(FailingJob.class).withIdentity("import", "nightly").build(),
					TriggerBuilder.newTrigger().startNow().build());
		InboxMessage message = onlyMessage(application, 3);
		assertThat(message.text()).contains("nightly.import", "failed");
		assertThat(message.allText()).contains("quartz trouble");
	}

	@Test
	void botHasOneMessageForTheWholeRun() {
		ConfigurableApplicationContext application = start(Plain.class,
				"--slack.logging.api-url=" + this.inbox.apiUrl(), "--slack.logging.bot-token=" + this.inbox.botToken(),
				"--slack.logging.channel=jobs", "--slack.logging.jobs.notify-on=all");
		JobRun run = application.getBean(JobNotifier.class).start("nightly-import");
		assertThat(this.inbox.takeMessage(PATIENCE).text()).contains("nightly-import", "started");
		run.count("read", 4_711).succeeded();
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.inbox.messages()).singleElement()
				.satisfies((message) -> assertThat(message.text()).contains("succeeded")));
	}

	@Test
	void destinationOfJobsIsThatOfAllReports() {
		ConfigurableApplicationContext application = webhook(Plain.class, "--slack.logging.jobs.to=ops",
				"--slack.logging.destinations.ops.webhook-url=" + this.inbox.webhookUrl("ops"));
		application.getBean(JobNotifier.class).start("sync").failed("no");
		assertThat(onlyMessage(application, 1).channel()).contains("ops");
	}

	@Test
	void secondApplicationLeavesItsReportsWithTheFirst() {
		ConfigurableApplicationContext first = webhook(Plain.class);
		ConfigurableApplicationContext second = webhook(Plain.class, "--slack.logging.jobs.notify-on=finish");
		second.getBean(JobNotifier.class).start("of-the-second").succeeded();
		assertThat(onlyMessage(first, 1).text()).contains("of-the-second");
	}

	@Test
	void runThatEndsAfterItsApplicationHurtsNobody() {
		ConfigurableApplicationContext application = webhook(Plain.class);
		JobRun run = application.getBean(JobNotifier.class).start("late");
		application.close();
		run.failed(new IllegalStateException("too late"));
		assertThat(this.inbox.messages()).isEmpty();
	}

	private ConfigurableApplicationContext webhook(Class<?> source, String... more) {
		return start(source,
				Stream.concat(Stream.of("--slack.logging.webhook-url=" + this.inbox.webhookUrl()), Stream.of(more))
					.toArray(String[]::new));
	}

	private ConfigurableApplicationContext start(Class<?> source, String... arguments) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		ConfigurableApplicationContext started = application.run(Stream.concat(
				Stream.of("--slack.logging.batch.linger=2s", "--slack.logging.rate-limit.per-second=100",
						"--slack.logging.rate-limit.burst=100", "--slack.logging.shutdown.timeout=5s"),
				Stream.of(arguments))
			.toArray(String[]::new));
		this.open.add(started);
		return started;
	}

	/** All that was accepted is told, in one message. */
	private InboxMessage onlyMessage(ConfigurableApplicationContext application, long events) {
		PipelineView view = application.getBean(PipelineView.class);
		await().atMost(PATIENCE).untilAsserted(() -> {
			PipelineStatus status = Objects.requireNonNull(view.status());
			assertThat(status.accepted()).as("%s", status).isEqualTo(events);
			assertThat(status.waiting()).as("%s", status).isZero();
			assertThat(status.balances()).as("%s", status).isTrue();
		});
		assertThat(this.inbox.messages()).hasSize(1);
		return this.inbox.messages().get(0);
	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class Plain {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	@Import(OwnAutoConfigurations.class)
	static class ScheduledFailure {

		@Scheduled(fixedDelay = 1_000_000_000L)
		void daily() {
			throw new IllegalStateException("scheduled trouble");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class BatchFailure {

		@Bean
		JobRepository repository() {
			return new ResourcelessJobRepository();
		}

		@Bean
		TaskExecutorJobOperator operator(JobRepository repository) {
			TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
			operator.setJobRepository(repository);
			operator.setJobRegistry(new MapJobRegistry());
			return operator;
		}

		@Bean
		Job job(JobRepository repository) {
			return new JobBuilder("import", repository)
				.start(new StepBuilder("load", repository).tasklet((contribution, chunk) -> {
					throw new IllegalStateException("batch trouble");
				}, new ResourcelessTransactionManager()).build())
				.build();
		}

		/** Two chunks cannot be written at the same time. */
		Job partitioned(JobRepository repository, JobNotifier notifier) {
			Step chunk = new StepBuilder("write", repository).<Integer, Integer>chunk(2)
				.reader(() -> 1)
				.writer((items) -> {
					throw new IllegalStateException("no room on " + Thread.currentThread().getName());
				})
				.transactionManager(new ResourcelessTransactionManager())
				.build();
			Step step = new StepBuilder("write.all", repository)
				.partitioner("write", (size) -> Map.of("a", new ExecutionContext(), "b", new ExecutionContext()))
				.step(chunk)
				.taskExecutor(new SimpleAsyncTaskExecutor("partition-"))
				.build();
			Job job = new JobBuilder("export", repository).start(step).build();
			return (Job) new BatchJobs(() -> notifier).postProcessBeforeInitialization(job, "export");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class QuartzFailure {

		@Bean(destroyMethod = "shutdown")
		Scheduler scheduler() throws SchedulerException {
			Properties properties = new Properties();
			properties.setProperty("org.quartz.scheduler.instanceName", "journey");
			properties.setProperty("org.quartz.threadPool.threadCount", "1");
			properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
			Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
			scheduler.start();
			return scheduler;
		}

	}

	/** Fails whenever it is fired. */
	public static final class FailingJob implements org.quartz.Job {

		@Override
		public void execute(JobExecutionContext context) {
			throw new IllegalStateException("quartz trouble");
		}

	}

}
