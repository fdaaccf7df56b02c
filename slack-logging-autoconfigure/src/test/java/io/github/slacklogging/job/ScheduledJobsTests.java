package io.github.slacklogging.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.testing.RecordedJobs.Told;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ScheduledJobsTests {

	/** Once, as soon as the context is there. */
	private static final long NEVER_AGAIN = 1_000_000_000L;

	private final Notifiers around = new Notifiers();

	private final JobNotifier notifier = this.around.telling(NotifyOn.ALL);

	@Test
	void successIsToldByTheNameOfClassAndMethod() {
		try (AnnotationConfigApplicationContext context = context(new ReportJob(() -> {
		}))) {
			Told started = this.around.jobs.next();
			Told end = this.around.jobs.next();
			assertThat(context.isActive()).isTrue();
			assertThat(started.outcome()).isEqualTo(JobOutcome.STARTED);
			assertThat(end.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
			assertThat(end.report().name()).isEqualTo("ReportJob.daily");
			assertThat(end.report().run()).isEqualTo(started.report().run());
			assertThat(end.report().framework()).isEqualTo(JobFramework.SCHEDULED);
			assertThat(end.report().duration()).isNotNull();
			assertThat(this.around.jobs.good()).containsExactly("ReportJob.daily");
		}
	}

	@Test
	void failureIsToldWithWhatTheMethodThrew() {
		IllegalStateException thrown = new IllegalStateException("no file");
		try (AnnotationConfigApplicationContext context = context(new ReportJob(() -> {
			throw thrown;
		}))) {
			this.around.jobs.next();
			Told end = this.around.jobs.next();
			assertThat(context.isActive()).isTrue();
			assertThat(end.outcome()).isEqualTo(JobOutcome.FAILED);
			assertThat(end.cause()).isSameAs(thrown);
			assertThat(this.around.jobs.good()).isEmpty();
		}
	}

	@Test
	void codeOfTheMethodWarnsAndSaysWhatItDid() {
		try (AnnotationConfigApplicationContext context = context(
				new ReportJob(() -> this.notifier.current().detail("file", "a.csv").count("rows", 3).warn("short")))) {
			this.around.jobs.next();
			Told end = this.around.jobs.next();
			assertThat(context.isActive()).isTrue();
			assertThat(end.outcome()).isEqualTo(JobOutcome.WARNING);
			assertThat(end.report().reason()).isEqualTo("short");
			assertThat(end.report().counts()).containsExactly(Map.entry("rows", 3L));
			assertThat(end.fields()).containsExactly(Map.entry("file", "a.csv"));
		}
	}

	@Test
	void registryThatTheApplicationChoseStaysAndHearsEverything() {
		List<String> heard = Collections.synchronizedList(new ArrayList<>());
		ObservationRegistry own = ObservationRegistry.create();
		own.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				heard.add(String.valueOf(context.getContextualName()));
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		SchedulingConfigurer choosing = (registrar) -> registrar.setObservationRegistry(own);
		try (AnnotationConfigApplicationContext context = context(new ReportJob(() -> {
		}), choosing)) {
			this.around.jobs.next();
			assertThat(this.around.jobs.next().outcome()).isEqualTo(JobOutcome.SUCCEEDED);
			await().untilAsserted(() -> assertThat(heard).containsExactly("task reportJob.daily"));
			assertThat(context.isActive()).isTrue();
		}
	}

	@Test
	void registryOfTwoApplicationsTellsEachRunOnce() {
		ObservationRegistry shared = ObservationRegistry.create();
		SchedulingConfigurer choosing = (registrar) -> registrar.setObservationRegistry(shared);
		new ScheduledJobs(this.notifier).configureTasks(registrar(shared));
		try (AnnotationConfigApplicationContext context = context(
				new ReportJob(() -> this.notifier.current().warn("once")), choosing)) {
			this.around.jobs.next();
			assertThat(this.around.jobs.next().report().reason()).isEqualTo("once");
			assertThat(context.isActive()).isTrue();
		}
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED, JobOutcome.WARNING);
	}

	@Test
	void applicationThatWantsNoObservationsStaysWithout() {
		ScheduledTaskRegistrar registrar = registrar(ObservationRegistry.NOOP);
		new ScheduledJobs(this.notifier).configureTasks(registrar);
		assertThat(registrar.getObservationRegistry()).isSameAs(ObservationRegistry.NOOP);
		assertThat(ObservationRegistry.NOOP.isNoop()).isTrue();
	}

	@Test
	void reactiveMethodHasItsRunUntilItsEnd() {
		try (AnnotationConfigApplicationContext context = context(new ReactiveJob(Mono.just("done")))) {
			assertThat(this.around.jobs.next().outcome()).isEqualTo(JobOutcome.STARTED);
			Told end = this.around.jobs.next();
			assertThat(context.isActive()).isTrue();
			assertThat(end.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
			assertThat(end.report().name()).isEqualTo("ReactiveJob.stream");
		}
	}

	@Test
	void reactiveMethodFailsWithWhatItSignals() {
		IllegalStateException signalled = new IllegalStateException("no file");
		try (AnnotationConfigApplicationContext context = context(new ReactiveJob(Mono.error(signalled)))) {
			this.around.jobs.next();
			assertThat(this.around.jobs.next().cause()).isSameAs(signalled);
			assertThat(context.isActive()).isTrue();
		}
	}

	@Test
	void reactiveMethodThatEndsWithTheApplicationSaysNothing() {
		try (AnnotationConfigApplicationContext context = context(new ReactiveJob(Mono.never()))) {
			assertThat(this.around.jobs.next().outcome()).isEqualTo(JobOutcome.STARTED);
			assertThat(context.isActive()).isTrue();
		}
		assertThat(this.around.jobs.outcomes()).containsExactly(JobOutcome.STARTED);
	}

	@Test
	void proxiesHaveTheNameOfWhatTheyStandFor() {
		ProxyFactory cglib = new ProxyFactory(new ReportJob(() -> {
		}));
		cglib.setProxyTargetClass(true);
		assertThat(nameOf(cglib.getProxy())).isEqualTo("ReportJob.daily");
		ProxyFactory jdk = new ProxyFactory(Reporting.class, new SingletonTargetSource(new ReportJob(() -> {
		})));
		assertThat(nameOf(jdk.getProxy())).isEqualTo("Reporting.daily");
	}

	private String nameOf(Object bean) {
		try (AnnotationConfigApplicationContext context = context(bean)) {
			String name = this.around.jobs.next().report().name();
			this.around.jobs.next();
			assertThat(context.isActive()).isTrue();
			return name;
		}
	}

	@Test
	void switchedOffNothingIsNoticed() {
		AtomicInteger runs = new AtomicInteger();
		JobNotifier off = this.around.without(JobFramework.SCHEDULED);
		try (AnnotationConfigApplicationContext context = context(off, new ReportJob(runs::incrementAndGet))) {
			await().until(() -> runs.get() == 1);
			assertThat(context.isActive()).isTrue();
		}
		assertThat(this.around.jobs.all()).isEmpty();
	}

	private static ScheduledTaskRegistrar registrar(ObservationRegistry registry) {
		ScheduledTaskRegistrar registrar = new ScheduledTaskRegistrar();
		registrar.setObservationRegistry(registry);
		return registrar;
	}

	private AnnotationConfigApplicationContext context(Object job, SchedulingConfigurer... others) {
		return context(this.notifier, job, others);
	}

	private static AnnotationConfigApplicationContext context(JobNotifier notifier, Object job,
			SchedulingConfigurer... others) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(Scheduling.class);
		context.registerBean("notifier", JobNotifier.class, () -> notifier);
		context.registerBean("theJob", Object.class, () -> job);
		for (SchedulingConfigurer other : others) {
			context.registerBean("other", SchedulingConfigurer.class, () -> other);
		}
		context.refresh();
		return context;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

		@Bean
		ScheduledJobs scheduledJobs(JobNotifier notifier) {
			return new ScheduledJobs(notifier);
		}

	}

	/** What a proxy of the JDK knows. */
	interface Reporting {

		@Scheduled(fixedDelay = NEVER_AGAIN)
		void daily();

	}

	static class ReportJob implements Reporting {

		private final Runnable work;

		ReportJob(Runnable work) {
			this.work = work;
		}

		/** For the proxy. */
		ReportJob() {
			this.work = () -> {
			};
		}

		@Override
		@Scheduled(fixedDelay = NEVER_AGAIN)
		public void daily() {
			this.work.run();
		}

	}

	static class ReactiveJob {

		private final Mono<String> mono;

		ReactiveJob(Mono<String> mono) {
			this.mono = mono;
		}

		@Scheduled(fixedRate = NEVER_AGAIN)
		Mono<String> stream() {
			return this.mono;
		}

	}

}
