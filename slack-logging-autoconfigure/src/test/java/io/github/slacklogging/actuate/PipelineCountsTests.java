package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class PipelineCountsTests {

	private final PipelineCounts counts = new PipelineCounts(List.of("default", "oncall"));

	@Test
	void durationsFromBeforeTheFirstRegistryAreHandedToIt() {
		this.counts.requestCompleted("default", "200", Duration.ofMillis(80));
		this.counts.deliveryLatency("default", Duration.ofMillis(120));
		Heard first = attach();
		assertThat(first.calls).containsExactly("request default 200 PT0.08S", "delivery default PT0.12S");
	}

	@Test
	void durationIsHandedOverOnlyOnce() {
		this.counts.deliveryLatency("default", Duration.ofMillis(120));
		attach();
		assertThat(attach().calls).isEmpty();
	}

	@Test
	void oldestDurationsGoWhenNoRegistryComes() {
		for (int i = 1; i <= AttachedListeners.MAX_EARLY + 1; i++) {
			this.counts.deliveryLatency("default", Duration.ofSeconds(i));
		}
		assertThat(attach().calls).hasSize(AttachedListeners.MAX_EARLY)
			.startsWith("delivery default PT2S")
			.endsWith("delivery default PT4M17S");
	}

	@Test
	void durationReachesEveryAttachedRegistry() {
		Heard first = attach();
		Heard second = attach();
		this.counts.deliveryLatency("oncall", Duration.ofSeconds(1));
		assertThat(first.calls).containsExactly("delivery oncall PT1S");
		assertThat(second.calls).containsExactly("delivery oncall PT1S");
	}

	@Test
	void durationBetweenTwoRegistriesReachesTheNext() {
		Heard first = attach();
		this.counts.listeners().detach(first);
		this.counts.deliveryLatency("oncall", Duration.ofSeconds(1));
		assertThat(first.calls).isEmpty();
		assertThat(attach().calls).containsExactly("delivery oncall PT1S");
	}

	@Test
	void registryHearsOfRuleOnlyWhenItIsNew() {
		Heard heard = attach();
		this.counts.masked("bearer", 2);
		this.counts.masked("bearer", 3);
		assertThat(heard.calls).containsExactly("rule bearer");
		assertThat(this.counts.masked().count("bearer")).isEqualTo(5);
	}

	@Test
	void dropIsCountedBySeverityAndByReason() {
		this.counts.dropped(DropReason.QUEUE_FULL, Severity.WARN, 3);
		this.counts.dropped(DropReason.SHUTDOWN, Severity.WARN, 2);
		assertThat(this.counts.dropped().count(Severity.WARN)).isEqualTo(5);
		assertThat(this.counts.reasons().count(DropReason.QUEUE_FULL)).isEqualTo(3);
		assertThat(this.counts.reasons().count(DropReason.SHUTDOWN)).isEqualTo(2);
	}

	@Test
	void nothingIsLostWhenManyThreadsCount() throws InterruptedException {
		CountDownLatch start = new CountDownLatch(1);
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			threads.add(new Thread(() -> {
				awaitUninterruptibly(start);
				for (int event = 0; event < 10_000; event++) {
					this.counts.accepted(Severity.ERROR, 1);
					this.counts.masked("rule" + event, 1);
				}
			}));
		}
		threads.forEach(Thread::start);
		start.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.counts.accepted().count(Severity.ERROR)).isEqualTo(40_000);
		assertThat(this.counts.masked().keys()).hasSize(10_000)
			.allSatisfy((rule) -> assertThat(this.counts.masked().count(rule)).isEqualTo(4));
	}

	@Test
	void applicationNeedsNeitherMicrometerNorActuatorForIt() {
		noClasses().that()
			.haveNameMatching(".*\\.(PipelineCounts|Tally|AttachedListeners)(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.micrometer..", "org.springframework..")
			.check(new ClassFileImporter().importPackagesOf(PipelineCounts.class));
	}

	private Heard attach() {
		Heard heard = new Heard();
		this.counts.listeners().attach(heard);
		return heard;
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class Heard implements PipelineListener {

		private final List<String> calls = new ArrayList<>();

		@Override
		public void requestCompleted(String destination, String status, Duration duration) {
			this.calls.add("request " + destination + " " + status + " " + duration);
		}

		@Override
		public void deliveryLatency(String destination, Duration sinceDue) {
			this.calls.add("delivery " + destination + " " + sinceDue);
		}

		@Override
		public void masked(String rule, long count) {
			this.calls.add("rule " + rule);
		}

	}

}
