package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.SpooledGroup;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

class WorkerThreadTests {

	@Test
	void workerSurvivesRoundsThatRunOutOfMemory() throws InterruptedException {
		ExhaustedSpool spool = new ExhaustedSpool(3);
		PipelineHarness harness = new PipelineHarness(spool).decorated();
		CountDownLatch told = new CountDownLatch(1);
		harness.pipeline.listeners().add(new PipelineListener() {

			@Override
			public void delivered(String destination, Severity severity, DeliveryKind how, long count) {
				told.countDown();
			}

		});
		spool.exhaust();
		harness.pipeline.start();
		harness.log(event().withSeverity(Severity.CRITICAL));
		assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
		harness.pipeline.close();
		assertThat(spool.failures).hasValue(3);
		assertThat(harness.stderr).anyMatch((line) -> line.contains("a round of the worker failed"));
	}

	/** Looks at every round as if the memory were used up, so many times. */
	private static final class ExhaustedSpool implements GroupSpool {

		private final int times;

		private final AtomicInteger failures = new AtomicInteger();

		private volatile boolean exhausted;

		ExhaustedSpool(int times) {
			this.times = times;
		}

		void exhaust() {
			this.exhausted = true;
		}

		@Override
		public void recover(Consumer<Recovery> answer) {
			answer.accept(Recovery.NOTHING);
		}

		@Override
		public void keep(String destination, Update update, Consumer<Kept> answer) {
			answer.accept(new Kept(true, update.groups().size()));
		}

		@Override
		public void keepIncidents(String destination, List<SpooledGroup> changed, Consumer<Kept> answer) {
			answer.accept(new Kept(true, changed.size()));
		}

		@Override
		public void keepJobs(List<KeptJob> jobs, Consumer<Kept> answer) {
		}

		@Override
		public void keepMutes(List<KeptMute> mutes, Consumer<Kept> answer) {
			answer.accept(new Kept(true, mutes.size()));
		}

		@Override
		public void reject(RejectedMessage message) {
		}

		@Override
		public List<RejectedMessage> rejected() {
			return List.of();
		}

		@Override
		public void deadLetters(Consumer<Optional<List<DeadLetter>>> answer) {
			answer.accept(Optional.empty());
		}

		@Override
		public void settle(DeadLetter letter) {
		}

		@Override
		public SpoolStatus status() {
			if (this.exhausted && this.failures.get() < this.times) {
				this.failures.incrementAndGet();
				throw new OutOfMemoryError("as if");
			}
			return new SpoolStatus("nowhere", false, null, 0, Map.of(), 0, 0);
		}

		@Override
		public void close() {
		}

	}

}
