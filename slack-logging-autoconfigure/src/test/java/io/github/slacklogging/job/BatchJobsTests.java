package io.github.slacklogging.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.testing.RecordedJobs.Told;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

class BatchJobsTests {

	private final Notifiers around = new Notifiers();

	private final JobNotifier notifier = this.around.telling(NotifyOn.ALL);

	private final JobRepository repository = new ResourcelessJobRepository();

	@Test
	void successIsToldWithWhatWasReadAndWritten() throws Exception {
		run(job("import", items("load", List.of(1, 2, 3)), items("more", List.of(4, 5))), new JobParameters());
		Told started = this.around.jobs.all().get(0);
		Told end = this.around.jobs.all().get(1);
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED, JobOutcome.SUCCEEDED);
		assertThat(end.report().name()).isEqualTo("import");
		assertThat(end.report().framework()).isEqualTo(JobFramework.BATCH);
		assertThat(end.report().run()).isEqualTo(started.report().run());
		assertThat(end.report().duration()).isNotNull();
		assertThat(end.report().counts()).containsExactly(Map.entry("read", 5L), Map.entry("written", 5L),
				Map.entry("skipped", 0L));
		assertThat(this.around.jobs.good()).containsExactly("import");
	}

	@Test
	void parametersAreDetailsFromTheStart() throws Exception {
		run(job("import", items("load", List.of(1))),
				new JobParametersBuilder().addString("file", "orders.csv").addLong("limit", 10L).toJobParameters());
		assertThat(this.around.jobs.all()).hasSize(2)
			.allSatisfy((each) -> assertThat(each.fields()).containsExactly(Map.entry("file", "orders.csv"),
					Map.entry("limit", "10")));
	}

	@Test
	void failureIsToldWithTheExceptionOfTheStep() throws Exception {
		IllegalStateException thrown = new IllegalStateException("no file");
		run(job("import", items("load", List.of(1)), tasklet("check", () -> {
			throw thrown;
		})), new JobParameters());
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(end.cause()).isSameAs(thrown);
		assertThat(end.report().reason()).isNull();
		assertThat(end.fields()).containsExactly(Map.entry("step", "check"));
		assertThat(this.around.jobs.good()).isEmpty();
	}

	@Test
	void chunkThatCannotBeWrittenIsLoggedByKnownLoggersOnly() throws Exception {
		IllegalStateException thrown = new IllegalStateException("no room");
		Step step = new StepBuilder("load", this.repository).<Integer, Integer>chunk(2)
			.reader(new ListItemReader<>(List.of(1, 2, 3)))
			.writer((chunk) -> {
				throw thrown;
			})
			.transactionManager(new ResourcelessTransactionManager())
			.build();
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		Logger batch = (Logger) LoggerFactory.getLogger("org.springframework.batch");
		log.start();
		batch.addAppender(log);
		try {
			run(job("import", step), new JobParameters());
		}
		finally {
			batch.detachAppender(log);
		}
		assertThat(this.around.jobs.all().get(1).cause()).hasCause(thrown);
		assertThat(log.list).filteredOn((event) -> event.getLevel().equals(Level.ERROR))
			.hasSizeGreaterThan(1)
			.extracting(ILoggingEvent::getLoggerName)
			.isSubsetOf(JobFramework.BATCH.errorLoggers());
	}

	@Test
	void ofManyFailuresTheFirstIsTheCause() throws Exception {
		List<IllegalStateException> thrown = new ArrayList<>();
		JobExecutionListener failing = new JobExecutionListener() {

			@Override
			public void afterJob(JobExecution execution) {
				for (int i = 0; i < 50; i++) {
					thrown.add(new IllegalStateException("failure " + i));
					execution.addFailureException(thrown.get(i));
				}
				execution.setStatus(BatchStatus.FAILED);
			}

		};
		for (int i = 0; i < 3; i++) {
			thrown.clear();
			run(job("import" + i, failing, items("load", List.of(1))), new JobParameters());
			assertThat(this.around.jobs.all()).last()
				.satisfies((end) -> assertThat(end.cause()).isSameAs(thrown.get(0)))
				.satisfies((end) -> assertThat(end.fields()).containsEntry("failures", "50"));
		}
	}

	@Test
	void whatPartitionsDidIsCountedOnce() throws Exception {
		Step step = new StepBuilder("load.manager", this.repository)
			.partitioner("load", (size) -> Map.of("one", new ExecutionContext(), "two", new ExecutionContext()))
			.step(new StepBuilder("load", this.repository).<Integer, Integer>chunk(2)
				.reader(new ListItemReader<>(List.of(1, 2, 3)))
				.writer((chunk) -> assertThat(chunk).isNotNull())
				.transactionManager(new ResourcelessTransactionManager())
				.build())
			.build();
		run(job("import", step, items("more", List.of(4))), new JobParameters());
		assertThat(this.around.jobs.all().get(1).report().counts()).containsEntry("read", 4L)
			.containsEntry("written", 4L);
	}

	@Test
	void stepsWithAColonAreNoPartitions() throws Exception {
		run(job("import", items("load:one", List.of(1)), items("load", List.of(2))), new JobParameters());
		assertThat(this.around.jobs.all().get(1).report().counts()).containsEntry("read", 2L);
	}

	@Test
	void failureOfAPartitionIsTheCauseAndNotThatOneFailed() throws Exception {
		IllegalStateException thrown = new IllegalStateException("no file");
		for (int i = 0; i < 3; i++) {
			Step step = new StepBuilder("load", this.repository)
				.partitioner("part", (size) -> Map.of("one", new ExecutionContext(), "two", new ExecutionContext()))
				.step(tasklet("part", () -> {
					throw thrown;
				}))
				.build();
			run(job("import" + i, step), new JobParameters());
			assertThat(this.around.jobs.all()).last()
				.satisfies((end) -> assertThat(end.cause()).isSameAs(thrown))
				.satisfies((end) -> assertThat(end.fields()).containsEntry("step", "load"));
		}
	}

	@Test
	void skippedItemsAreAWarning() throws Exception {
		run(job("import", items("load", List.of(1, -2, 3, -4))), new JobParameters());
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.WARNING);
		assertThat(end.report().reason()).isEqualTo("2 items were skipped");
		assertThat(end.report().counts()).containsEntry("skipped", 2L).containsEntry("written", 2L);
		assertThat(this.around.jobs.good()).as("the work is done").containsExactly("import");
	}

	@Test
	void stoppedJobIsAWarningAndNoGoodEnd() throws Exception {
		run(job("import", tasklet("load", (contribution) -> contribution.getStepExecution().setTerminateOnly())),
				new JobParameters());
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.WARNING);
		assertThat(end.report().reason()).isEqualTo("ended as STOPPED");
		assertThat(this.around.jobs.good()).isEmpty();
	}

	@Test
	void exitCodeThatAListenerChoosesAtTheEndCounts() throws Exception {
		JobExecutionListener choosing = new JobExecutionListener() {

			@Override
			public void afterJob(JobExecution execution) {
				execution.setExitStatus(new ExitStatus("COMPLETED WITH QUESTIONS"));
			}

		};
		run(job("import", choosing, items("load", List.of(1))), new JobParameters());
		assertThat(this.around.jobs.all().get(1).outcome()).isEqualTo(JobOutcome.WARNING);
		assertThat(this.around.jobs.all().get(1).report().reason()).isEqualTo("exit code COMPLETED WITH QUESTIONS");
	}

	@Test
	void exitCodeFailedIsAFailureWhateverTheStatusSays() throws Exception {
		JobExecutionListener failing = new JobExecutionListener() {

			@Override
			public void afterJob(JobExecution execution) {
				execution.setExitStatus(ExitStatus.FAILED);
			}

		};
		run(job("import", failing, items("load", List.of(1))), new JobParameters());
		assertThat(this.around.jobs.all().get(1).outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.around.jobs.all().get(1).report().reason()).isEqualTo("ended as COMPLETED");
	}

	@Test
	void unknownStateIsAFailure() throws Exception {
		JobExecutionListener losing = new JobExecutionListener() {

			@Override
			public void afterJob(JobExecution execution) {
				execution.setStatus(BatchStatus.UNKNOWN);
			}

		};
		run(job("import", losing, items("load", List.of(1))), new JobParameters());
		assertThat(this.around.jobs.all().get(1).outcome()).isEqualTo(JobOutcome.FAILED);
	}

	@Test
	void parametersThatAreNotValidFailAJobThatNeverBegan() throws Exception {
		Job job = listened(new JobBuilder("import", this.repository).validator((parameters) -> {
			throw new InvalidJobParametersException("no file given");
		}).start(items("load", List.of(1))).build());
		JobParameters parameters = new JobParameters();
		var instance = this.repository.createJobInstance("import", parameters);
		job.execute(this.repository.createJobExecution(instance, parameters, new ExecutionContext()));
		assertThat(this.around.jobs.only().outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(this.around.jobs.only().cause()).isInstanceOf(InvalidJobParametersException.class);
	}

	@Test
	void codeOfAStepSaysWhatItDid() throws Exception {
		run(job("import", tasklet("load", () -> this.notifier.current().count("orders", 7).warn("one was odd"))),
				new JobParameters());
		Told end = this.around.jobs.all().get(1);
		assertThat(end.outcome()).isEqualTo(JobOutcome.WARNING);
		assertThat(end.report().reason()).isEqualTo("one was odd");
		assertThat(end.report().counts()).containsEntry("orders", 7L);
		this.notifier.current().warn("after it");
		assertThat(this.around.jobs.all()).hasSize(2);
	}

	@Test
	void listenersOfTheApplicationStay() throws Exception {
		List<String> heard = new ArrayList<>();
		JobExecutionListener own = new JobExecutionListener() {

			@Override
			public void beforeJob(JobExecution execution) {
				heard.add("before");
			}

			@Override
			public void afterJob(JobExecution execution) {
				heard.add("after");
			}

		};
		run(job("import", own, items("load", List.of(1))), new JobParameters());
		assertThat(heard).containsExactly("before", "after");
	}

	@Test
	void jobWithinAJobIsARunOfItsOwn() throws Exception {
		Job inner = job("inner", items("load", List.of(1)));
		Step step = new StepBuilder("nested", this.repository).job(inner)
			.operator(operator(new ResourcelessJobRepository()))
			.build();
		run(job("outer", step), new JobParameters());
		assertThat(this.around.jobs.all()).extracting((each) -> each.report().template())
			.containsExactly("Job outer started", "Job inner started", "Job inner succeeded", "Job outer succeeded");
	}

	@Test
	void switchedOffNothingIsNoticed() throws Exception {
		JobNotifier off = this.around.without(JobFramework.BATCH);
		Job job = new JobBuilder("import", this.repository).start(items("load", List.of(1))).build();
		new BatchJobs(() -> off).postProcessBeforeInitialization(job, "import");
		run(job, new JobParameters());
		assertThat(this.around.jobs.all()).isEmpty();
		assertThat(this.around.jobs.good()).isEmpty();
	}

	@Test
	void withoutANotifierBeansStayAsTheyAre() {
		BatchJobs jobs = new BatchJobs(() -> null);
		Object bean = new Object();
		assertThat(jobs.postProcessAfterInitialization(bean, "bean")).isSameAs(bean);
		Job job = new JobBuilder("import", this.repository).start(items("load", List.of(1))).build();
		assertThat(jobs.postProcessAfterInitialization(job, "import")).isSameAs(job);
	}

	private Step items(String name, List<Integer> items) {
		return new StepBuilder(name, this.repository).<Integer, Integer>chunk(2)
			.reader(new ListItemReader<>(items))
			.processor((item) -> {
				if (item < 0) {
					throw new IllegalArgumentException("negative");
				}
				return item;
			})
			.writer((chunk) -> assertThat(chunk).isNotNull())
			.transactionManager(new ResourcelessTransactionManager())
			.faultTolerant()
			.skip(IllegalArgumentException.class)
			.skipLimit(10)
			.build();
	}

	private Step tasklet(String name, Runnable work) {
		return tasklet(name, (contribution) -> work.run());
	}

	private Step tasklet(String name, Consumer<StepContribution> work) {
		Tasklet tasklet = (contribution, chunk) -> {
			work.accept(contribution);
			return RepeatStatus.FINISHED;
		};
		return new StepBuilder(name, this.repository).tasklet(tasklet, new ResourcelessTransactionManager()).build();
	}

	private Job job(String name, Step... steps) {
		return listened(steps(new JobBuilder(name, this.repository).start(steps[0]), steps).build());
	}

	private Job job(String name, JobExecutionListener listener, Step... steps) {
		return listened(steps(new JobBuilder(name, this.repository).listener(listener).start(steps[0]), steps).build());
	}

	private static SimpleJobBuilder steps(SimpleJobBuilder builder, Step... steps) {
		SimpleJobBuilder all = builder;
		for (int i = 1; i < steps.length; i++) {
			all = all.next(steps[i]);
		}
		return all;
	}

	/** Twice, as a bean passes both. */
	private Job listened(Job job) {
		BatchJobs jobs = new BatchJobs(() -> this.notifier);
		Object before = jobs.postProcessBeforeInitialization(job, "job");
		return (Job) jobs.postProcessAfterInitialization(before, "job");
	}

	private void run(Job job, JobParameters parameters) throws Exception {
		JobExecution ended = operator(this.repository).start(job, parameters);
		assertThat(ended.isRunning()).isFalse();
	}

	private static TaskExecutorJobOperator operator(JobRepository repository) throws Exception {
		TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
		operator.setJobRepository(repository);
		operator.setJobRegistry(new MapJobRegistry());
		operator.afterPropertiesSet();
		return operator;
	}

}
