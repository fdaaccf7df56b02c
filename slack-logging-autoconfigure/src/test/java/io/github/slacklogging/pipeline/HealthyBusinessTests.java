package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.actuate.SlackLoggingHealthIndicator;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.testing.EventFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/** What is merely busy, or told to be slow, is healthy in every single round. */
class HealthyBusinessTests {

	private static final SendResult SLOW_DOWN = new SendResult.Throttled("429", Duration.ofSeconds(30));

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void stormOfTheSameErrorIsHealthy(boolean bot) {
		Subject subject = new Subject(bot);
		for (int second = 0; second < 60; second++) {
			subject.log(event(), 1_000);
			subject.pass(Duration.ofSeconds(1));
		}
		subject.pass(Duration.ofMinutes(20));
		assertThat(subject.harness.status().waiting()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tenThousandEventsAtOnceAreHealthy(boolean bot) {
		Subject subject = new Subject(bot);
		subject.log(event(), 10_000);
		subject.pass(Duration.ofMinutes(20));
		assertThat(subject.harness.status().accepted()).isEqualTo(10_000);
		assertThat(subject.harness.status().waiting()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void stormOfManyKindsIsHealthy(boolean bot) {
		Subject subject = new Subject(bot);
		for (int second = 0; second < 120; second++) {
			for (int kind = 0; kind < 5; kind++) {
				subject.log(event().withLogger("com.acme.L" + (5 * second + kind)), 17);
			}
			subject.pass(Duration.ofSeconds(1));
		}
		subject.pass(Duration.ofMinutes(20));
		assertThat(subject.harness.status().waiting()).isZero();
	}

	@Test
	void hundredsOfKindsThatGoOnAreHealthyThoughEditsTakeTheirTurns() {
		Subject subject = new Subject(true);
		for (int kind = 0; kind < 100; kind++) {
			subject.log(event().withLogger("com.acme.L" + kind), 1);
			subject.pass(Duration.ofSeconds(4));
		}
		for (int second = 0; second < 120; second++) {
			for (int kind = 0; kind < 100; kind++) {
				subject.log(event().withLogger("com.acme.L" + kind), 5);
			}
			subject.pass(Duration.ofSeconds(1));
		}
		assertThat(subject.mostOverdue).as("edits that wait for their turn").isGreaterThan(500);
	}

	@Test
	void digestThatWaitsForItsHourIsHealthy() {
		Subject subject = new Subject(false);
		subject.log(event().withSeverity(Severity.WARN), 5_000);
		subject.pass(Duration.ofSeconds(290));
		assertThat(subject.harness.sender.sent()).isEmpty();
		assertThat(subject.harness.status().waiting()).isEqualTo(5_000);
		subject.pass(Duration.ofMinutes(1));
		assertThat(subject.harness.status().waiting()).isZero();
	}

	@Test
	void minutesOfSlowDownAreHealthyAndSoIsThePaceThatTheyLeaveBehind() {
		Subject subject = new Subject(false);
		subject.log(event().withLogger("com.acme.Before"), 1);
		subject.pass(Duration.ofSeconds(5));
		subject.harness.sender.answerAlways("default", SLOW_DOWN);
		subject.log(event(), 5_000);
		subject.pass(Duration.ofMinutes(4));
		assertThat(subject.harness.status("default").overdue()).isEqualTo(5_000);
		subject.harness.sender.answerNormally();
		subject.pass(Duration.ofMinutes(1));
		assertThat(subject.harness.status().waiting()).isZero();
		for (int i = 0; i < 12; i++) {
			subject.log(event().withLogger("com.acme.After" + i), 600);
			subject.pass(Duration.ofSeconds(7));
		}
		assertThat(subject.mostOverdue).isGreaterThan(500);
	}

	@Test
	void slowDownAfterAFailureIsHealthyToo() {
		Subject subject = new Subject(false);
		subject.log(event().withLogger("com.acme.Before"), 1);
		subject.pass(Duration.ofSeconds(5));
		subject.harness.sender.answer(new SendResult.Unavailable("connect", "connect refused"));
		subject.log(event(), 5_000);
		subject.pass(Duration.ofMillis(500));
		subject.harness.sender.answerAlways("default", SLOW_DOWN);
		subject.pass(Duration.ofMinutes(4));
		assertThat(subject.harness.status("default").overdue()).isEqualTo(5_000);
	}

	/** A pipeline that is asked after each round. */
	private static final class Subject {

		private final PipelineHarness harness;

		private final SlackLoggingHealthIndicator indicator;

		private long mostOverdue;

		private long sequence;

		Subject(boolean bot) {
			this.harness = new PipelineHarness(List.of("default"), List.of(),
					new EventBuffer.Settings(20_000, 100_000_000), bot ? Set.of("default") : Set.of());
			this.harness.decorated();
			this.indicator = new SlackLoggingHealthIndicator(this.harness.pipeline,
					new SlackLoggingHealthIndicator.Settings("DEGRADED", true), () -> this.harness.clock.get().nanos());
		}

		void log(EventFixture event, int times) {
			for (int i = 0; i < times; i++) {
				this.harness.log(event.withSequence(this.sequence++));
			}
		}

		void pass(Duration duration) {
			long steps = duration.toMillis() / 100;
			for (int i = 0; i < steps; i++) {
				this.harness.pass(Duration.ofMillis(100));
				DestinationStatus status = this.harness.status("default");
				this.mostOverdue = Math.max(this.mostOverdue, status.overdue());
				Health health = this.indicator.health();
				assertThat(status.broken()).isEmpty();
				assertThat(health.getStatus()).as("%s", health)
					.isEqualTo((status.lastSuccess() != null) ? Status.UP : Status.UNKNOWN);
			}
		}

	}

}
