package io.github.slacklogging.job;

import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.testing.RecordedJobs.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.EverythingMatcher;
import org.quartz.listeners.JobListenerSupport;
import org.quartz.listeners.TriggerListenerSupport;

import org.springframework.scheduling.quartz.SchedulerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

class QuartzSchedulersTests {

	private final Notifiers around = new Notifiers();

	private final JobNotifier notifier = this.around.telling(NotifyOn.ALL);

	private volatile Work work = (context) -> {
	};

	private final Scheduler scheduler = scheduler("tests");

	@BeforeEach
	void start() throws SchedulerException {
		this.scheduler.setJobFactory((bundle, ignored) -> (Job) (context) -> this.work.run(context));
		listen(this.notifier);
		this.scheduler.start();
	}

	@AfterEach
	void end() throws SchedulerException {
		this.scheduler.shutdown(true);
	}

	@Test
	void successIsToldWithItsTrigger() throws SchedulerException {
		fire("import", "nightly", "at-two");
		Told started = this.around.jobs.next();
		Told end = this.around.jobs.next();
		assertThat(started.outcome()).isEqualTo(JobOutcome.STARTED);
		assertThat(end.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
		assertThat(end.report().run()).isEqualTo(started.report().run());
		assertThat(end.report().name()).isEqualTo("nightly.import");
		assertThat(end.report().framework()).isEqualTo(JobFramework.QUARTZ);
		assertThat(end.fields()).containsEntry("trigger", "at-two").containsKey("scheduled").hasSize(2);
		assertThat(this.around.jobs.good()).containsExactly("nightly.import");
	}

	@Test
	void groupThatNobodyChoseIsNoPartOfTheName() throws SchedulerException {
		fire("import", null, "now");
		assertThat(this.around.jobs.next().report().name()).isEqualTo("import");
	}

	@Test
	void failureIsToldWithWhatTheJobThrew() throws SchedulerException {
		IllegalStateException thrown = new IllegalStateException("no file");
		this.work = (context) -> {
			throw thrown;
		};
		fire("import", null, "now");
		assertThat(this.around.jobs.next().outcome()).isEqualTo(JobOutcome.STARTED);
		Told end = this.around.jobs.next();
		assertThat(end.outcome()).isEqualTo(JobOutcome.FAILED);
		assertThat(end.cause()).as("without what Quartz wraps it in").isSameAs(thrown);
		assertThat(this.around.jobs.good()).isEmpty();
	}

	@Test
	void exceptionOfQuartzThatTheJobChoseIsTheCauseItself() throws SchedulerException {
		JobExecutionException thrown = new JobExecutionException("no file", new IllegalStateException("deeper"));
		this.work = (context) -> {
			throw thrown;
		};
		fire("import", null, "now");
		this.around.jobs.next();
		assertThat(this.around.jobs.next().cause()).isSameAs(thrown);
	}

	@Test
	void jobThatIsFiredAgainAtOnceHasARunEachTime() throws SchedulerException {
		this.work = (context) -> {
			if (context.getRefireCount() == 0) {
				throw new JobExecutionException("once more", true);
			}
		};
		fire("import", null, "now");
		List<Told> told = List.of(this.around.jobs.next(), this.around.jobs.next(), this.around.jobs.next(),
				this.around.jobs.next());
		assertThat(told).extracting(Told::outcome)
			.containsExactly(JobOutcome.STARTED, JobOutcome.FAILED, JobOutcome.STARTED, JobOutcome.SUCCEEDED);
		assertThat(told.get(1).fields()).doesNotContainKey("refires");
		assertThat(told.get(3).fields()).containsEntry("refires", "1");
		assertThat(told.get(3).report().run()).isNotEqualTo(told.get(1).report().run());
	}

	@Test
	void vetoedJobIsAWarningWithoutAStart() throws SchedulerException {
		this.scheduler.getListenerManager().addTriggerListener(new TriggerListenerSupport() {

			@Override
			public String getName() {
				return "vetoing";
			}

			@Override
			public boolean vetoJobExecution(Trigger trigger, JobExecutionContext context) {
				return true;
			}

		});
		fire("import", null, "now");
		Told end = this.around.jobs.next();
		assertThat(end.outcome()).isEqualTo(JobOutcome.WARNING);
		assertThat(end.report().reason()).isEqualTo("a trigger listener vetoed it");
		assertThat(end.fields()).containsEntry("trigger", "now");
		assertThat(this.around.jobs.good()).isEmpty();
	}

	@Test
	void codeOfTheJobWarnsAndSaysWhatItDid() throws SchedulerException {
		this.work = (context) -> this.notifier.current().detail("file", "a.csv").count("rows", 3).warn("short");
		fire("import", null, "now");
		this.around.jobs.next();
		Told end = this.around.jobs.next();
		assertThat(end.outcome()).isEqualTo(JobOutcome.WARNING);
		assertThat(end.report().reason()).isEqualTo("short");
		assertThat(end.report().counts()).containsExactly(Map.entry("rows", 3L));
		assertThat(end.fields()).containsEntry("file", "a.csv");
	}

	@Test
	void listenersOfTheApplicationStay() throws SchedulerException {
		this.scheduler.getListenerManager().addJobListener(new JobListenerSupport() {

			@Override
			public String getName() {
				return "own";
			}

		}, EverythingMatcher.allJobs());
		listen(this.notifier);
		assertThat(this.scheduler.getListenerManager().getJobListeners()).extracting((each) -> each.getName())
			.containsExactlyInAnyOrder("own", QuartzRuns.NAME);
	}

	@Test
	void switchedOffNothingIsNoticed() throws SchedulerException {
		listen(this.around.without(JobFramework.QUARTZ));
		JobNotifier plain = this.around.telling(NotifyOn.ALL);
		this.work = (context) -> plain.start("plain");
		fire("import", null, "now");
		assertThat(this.around.jobs.next().report().name()).isEqualTo("plain");
		assertThat(this.around.jobs.all()).hasSize(1);
	}

	@Test
	void schedulerThatOnlyItsFactoryKnowsIsListenedTo() throws Exception {
		SchedulerFactoryBean factory = new SchedulerFactoryBean();
		factory.setSchedulerName("factory");
		factory.setAutoStartup(false);
		factory.afterPropertiesSet();
		try {
			assertThat(processing(this.notifier).postProcessAfterInitialization(factory, "quartzScheduler"))
				.isSameAs(factory);
			assertThat(factory.getScheduler().getListenerManager().getJobListener(QuartzRuns.NAME)).isNotNull();
		}
		finally {
			factory.destroy();
		}
	}

	@Test
	void schedulerThatTakesNoListenersIsToldAsTrouble() {
		Scheduler remote = (Scheduler) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { Scheduler.class }, (proxy, method, arguments) -> {
					throw new SchedulerException("remote");
				});
		assertThat(processing(this.notifier).postProcessAfterInitialization(remote, "remote")).isSameAs(remote);
		assertThat(this.around.trouble)
			.containsExactly("a scheduler of Quartz is not listened to: org.quartz.SchedulerException");
	}

	private void listen(JobNotifier notifier) {
		processing(notifier).postProcessAfterInitialization(this.scheduler, "scheduler");
	}

	private QuartzSchedulers processing(JobNotifier notifier) {
		return new QuartzSchedulers(() -> notifier, this.around.trouble::add);
	}

	private void fire(String name, @Nullable String group, String trigger) throws SchedulerException {
		JobDetail job = JobBuilder.newJob(Nothing.class).withIdentity(new JobKey(name, group)).build();
		this.scheduler.scheduleJob(job, TriggerBuilder.newTrigger().withIdentity(trigger).startNow().build());
	}

	static Scheduler scheduler(String name) {
		Properties properties = new Properties();
		properties.setProperty("org.quartz.scheduler.instanceName", name);
		properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
		properties.setProperty("org.quartz.threadPool.threadCount", "1");
		properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
		try {
			return new StdSchedulerFactory(properties).getScheduler();
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the job does now. */
	private interface Work {

		void run(JobExecutionContext context) throws JobExecutionException;

	}

	/** Replaced by the factory of the test. */
	private static final class Nothing implements Job {

		@Override
		public void execute(JobExecutionContext context) {
		}

	}

}
