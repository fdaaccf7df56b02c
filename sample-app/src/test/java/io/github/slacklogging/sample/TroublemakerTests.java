package io.github.slacklogging.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.Tick;
import io.github.slacklogging.job.JobNotifier;
import io.github.slacklogging.job.NotifyOn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class TroublemakerTests {

	@RegisterExtension
	final RecordedLog log = new RecordedLog();

	private final StockRepository stock = new StockRepository();

	private final List<JobReport> reports = new ArrayList<>();

	private final JobNotifier jobs = new JobNotifier(
			new JobNotifier.Settings(NotifyOn.ALL, List.of(), List.of(), Set.of(), Duration.ZERO),
			new RecordedJobs(this.reports), () -> new Tick(Instant.EPOCH, 0), (trouble) -> {
			});

	private final Troublemaker troublemaker = new Troublemaker(
			new OrderService(this.stock, new PaymentClient(), new ShippingClient()), new Inventory(this.stock),
			new StockTaking(this.jobs, this.stock, Runnable::run, Duration.ZERO));

	@Test
	void declinedPaymentIsOneError() {
		this.troublemaker.declinedPayment();
		assertThat(this.log.only().getLevel()).isEqualTo(Level.ERROR);
		assertThat(this.log.only().getFormattedMessage()).startsWith("Payment of order ");
	}

	@Test
	void databaseDownIsOneError() {
		this.troublemaker.databaseDown();
		assertThat(this.log.only().getLevel()).isEqualTo(Level.ERROR);
		assertThat(this.log.only().getFormattedMessage()).endsWith("stock of warehouse south cannot be read");
	}

	@Test
	void sameErrorAgainIsOneKindAboutManyOrders() {
		this.troublemaker.sameErrorAgain(1_000);
		List<ILoggingEvent> events = this.log.warningsAndErrors();
		assertThat(events).hasSize(1_000).allMatch((event) -> event.getLevel() == Level.ERROR);
		assertThat(events.stream().map(ILoggingEvent::getMessage).distinct()).hasSize(1);
		assertThat(events.stream().map(ILoggingEvent::getFormattedMessage).distinct()).hasSize(1_000);
	}

	@Test
	void manyKindsAreMoreThanAnybodyReadsAndHaveOneCause() {
		this.troublemaker.manyKinds();
		List<ILoggingEvent> events = this.log.warningsAndErrors();
		assertThat(events).hasSize(25).allMatch((event) -> event.getLevel() == Level.ERROR);
		assertThat(events.stream().map((event) -> event.getKeyValuePairs().toString()).distinct()).hasSize(25)
			.allMatch((pairs) -> pairs.contains("slack.fingerprint=\"{{default}} "));
		assertThat(events.stream().map((event) -> event.getThrowableProxy().getClassName()).distinct())
			.containsExactly(StockAccessException.class.getName());
	}

	@Test
	void warningsAreThreeOfTwoKindsAndNoError() {
		this.troublemaker.warnings();
		List<ILoggingEvent> events = this.log.warningsAndErrors();
		assertThat(events).hasSize(3).allMatch((event) -> event.getLevel() == Level.WARN);
		assertThat(events.stream().map(ILoggingEvent::getMessage).distinct()).hasSize(2);
	}

	@Test
	void criticalOneIsMarked() {
		this.troublemaker.criticalOne();
		assertThat(this.log.only().getMarkerList()).extracting(Object::toString).containsExactly("CRITICAL");
	}

	@Test
	void failedJobStartsAndFailsHalfway() {
		this.troublemaker.failedJob();
		assertThat(this.reports).extracting(JobReport::outcome).containsExactly(JobOutcome.STARTED, JobOutcome.FAILED);
		assertThat(this.reports.get(1).counts()).containsEntry("articles", 13L);
	}

	@Test
	void jobCountsEveryArticle() {
		this.troublemaker.job();
		assertThat(this.reports).extracting(JobReport::outcome)
			.containsExactly(JobOutcome.STARTED, JobOutcome.SUCCEEDED);
		assertThat(this.reports.get(1).counts()).containsEntry("articles", 25L);
	}

	@Test
	void jobThatFindsHardlyAnythingWarnsOnceAndGoesOn() {
		this.troublemaker.jobWithAWarning();
		assertThat(this.reports).extracting(JobReport::outcome).containsExactly(JobOutcome.STARTED, JobOutcome.WARNING);
		assertThat(this.reports.get(1).counts()).containsEntry("articles", 25L);
	}

	private record RecordedJobs(List<JobReport> reports) implements JobReporting {

		@Override
		public void report(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
			this.reports.add(report);
		}

		@Override
		public void succeeded(String name, Instant at) {
		}

	}

}
