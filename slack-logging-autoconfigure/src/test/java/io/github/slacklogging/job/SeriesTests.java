package io.github.slacklogging.job;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.testing.RecordedJobs.Told;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SeriesTests {

	private final Notifiers around = new Notifiers();

	private final JobNotifier notifier = this.around.telling(NotifyOn.FAILURE);

	@Test
	void jobThatFailsEveryMinuteInTheSameWayIsOneRun() {
		for (int i = 0; i < 60; i++) {
			fail("sync", "order " + (4711 + i) + " is locked");
			this.around.clock.advance(Duration.ofMinutes(1));
		}
		assertThat(keys()).hasSize(60).containsOnly(keys().get(0));
	}

	@Test
	void jobThatFailsEveryNightHasARunEveryNight() {
		for (int i = 0; i < 3; i++) {
			fail("nightly", "no disk");
			this.around.clock.advance(Duration.ofDays(1));
		}
		assertThat(keys()).doesNotHaveDuplicates();
	}

	@Test
	void pauseIsMeasuredFromTheLatestFailure() {
		fail("sync", "no disk");
		this.around.clock.advance(Duration.ofMinutes(14));
		fail("sync", "no disk");
		this.around.clock.advance(Duration.ofMinutes(14));
		fail("sync", "no disk");
		this.around.clock.advance(Notifiers.QUIET_AFTER);
		fail("sync", "no disk");
		assertThat(keys().subList(0, 3)).containsOnly(keys().get(0));
		assertThat(keys().get(3)).isNotEqualTo(keys().get(0));
	}

	@Test
	void successInBetweenEndsTheSeries() {
		fail("sync", "no disk");
		this.notifier.run("sync", () -> {
		});
		fail("sync", "no disk");
		assertThat(keys()).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void otherCauseOtherPlaceAndOtherJobAreOtherRuns() {
		fail("sync", "no disk");
		fail("sync", "no network");
		fail("other", "no disk");
		this.notifier.start("sync").failed(new IllegalArgumentException("no disk"));
		this.notifier.start("sync").failed(new IllegalStateException("no disk"));
		this.notifier.start("sync").failed("no disk");
		assertThat(keys()).hasSize(6).doesNotHaveDuplicates();
	}

	@Test
	void failuresThatTakeTurnsAreEachTheirOwnSeries() {
		for (int i = 0; i < 10; i++) {
			fail("sync", (i % 2 == 0) ? "no disk" : "no network");
		}
		assertThat(keys()).hasSize(10);
		assertThat(keys().stream().distinct()).hasSize(2);
	}

	@Test
	void sameWarningAgainAndAgainIsOneRunToo() {
		for (int i = 0; i < 5; i++) {
			int skipped = i;
			this.notifier.run("import", (job) -> job.warn(skipped + " items were skipped"));
		}
		assertThat(keys()).hasSize(5).containsOnly(keys().get(0));
	}

	@Test
	void rootCauseTellsFailuresApart() {
		this.notifier.start("sync").failed(new IllegalStateException("failed", new java.io.IOException("full")));
		this.notifier.start("sync").failed(new IllegalStateException("failed", new InterruptedException()));
		assertThat(keys()).doesNotHaveDuplicates();
	}

	@Test
	void whereStartsAreToldEachRunIsItsOwn() {
		JobNotifier all = this.around.telling(NotifyOn.ALL);
		all.start("sync").failed("no");
		all.start("sync").failed("no");
		assertThat(keys()).hasSize(4);
		assertThat(keys().get(0)).isEqualTo(keys().get(1)).isNotEqualTo(keys().get(2));
		assertThat(keys().get(2)).isEqualTo(keys().get(3));
	}

	@Test
	void exceptionThatCannotBeReadIsKnownByItsType() {
		for (int i = 0; i < 2; i++) {
			this.notifier.start("sync").failed(new Unreadable());
		}
		assertThat(keys()).hasSize(2).containsOnly(keys().get(0));
		assertThat(this.around.trouble).isEmpty();
	}

	@Test
	void cycleOfCausesEnds() {
		IllegalStateException one = new IllegalStateException("one");
		IllegalStateException other = new IllegalStateException("other", one);
		one.initCause(other);
		this.notifier.start("sync").failed(one);
		assertThat(this.around.jobs.all()).hasSize(1);
	}

	@Test
	void namesWithoutEndTakeNoMemoryWithoutEnd() {
		fail("first", "no disk");
		for (int i = 0; i < 600; i++) {
			fail("job " + i, "no disk");
		}
		fail("first", "no disk");
		assertThat(keys().get(601)).as("forgotten meanwhile").isNotEqualTo(keys().get(0));
	}

	private void fail(String job, String message) {
		assertThatIllegalStateException().isThrownBy(() -> this.notifier.run(job, () -> {
			throw new IllegalStateException(message);
		}));
	}

	private List<String> keys() {
		return this.around.jobs.all().stream().map(Told::report).map((report) -> report.run()).toList();
	}

	private static final class Unreadable extends RuntimeException {

		private static final long serialVersionUID = 1;

		@Override
		public String getMessage() {
			throw new IllegalStateException();
		}

		@Override
		public synchronized Throwable getCause() {
			throw new IllegalStateException();
		}

	}

}
