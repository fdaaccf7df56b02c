package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Pace;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import io.github.slacklogging.actuate.SlackLoggingHealthIndicator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each threshold of health is driven to its limit, beyond and back, as the pipeline and
 * the health indicator see it. That what is merely busy breaks none:
 * {@link HealthyBusinessTests}.
 */
class HealthThresholdTests {

	private static final SendResult UNAVAILABLE = new SendResult.Unavailable("connect", "connect refused");

	private static final SendResult SLOW_DOWN = new SendResult.Throttled("429", Duration.ofSeconds(30));

	private final PipelineHarness harness = new PipelineHarness().decorated();

	private final SlackLoggingHealthIndicator indicator = new SlackLoggingHealthIndicator(this.harness.pipeline,
			new SlackLoggingHealthIndicator.Settings("DEGRADED", true), () -> this.harness.clock.get().nanos());

	private int kinds;

	@Test
	void oneFailureInTwentyAttemptsIsAllowedTwoInTwentyTwoAreNot() {
		for (int i = 0; i < 19; i++) {
			deliver();
		}
		this.harness.sender.answer(UNAVAILABLE);
		logNews();
		this.harness.pass(Duration.ofMillis(1_500));
		assertThat(status().attempts()).isEqualTo(20);
		assertThat(status().successRate()).isEqualTo(0.95);
		assertHealthy();
		this.harness.pass(Duration.ofSeconds(5));
		this.harness.sender.answer(UNAVAILABLE);
		logNews();
		this.harness.pass(Duration.ofMillis(1_500));
		assertThat(status().attempts()).isEqualTo(22);
		assertBroken(HealthThreshold.SUCCESS_RATE, "20 of 22 attempts acknowledged within 5m", "at least 95 %");
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(find(HealthThreshold.SUCCESS_RATE)).as("21 of 23").isPresent();
	}

	@Test
	void shareOfTooFewAttemptsSaysNothing() {
		for (int i = 0; i < 4; i++) {
			this.harness.sender.answer(UNAVAILABLE);
		}
		logNews();
		passUntilSent(4);
		assertThat(status().successRate()).isZero();
		assertThat(status().broken()).isEmpty();
		passUntilSent(5);
		this.harness.run();
		assertBroken(HealthThreshold.SUCCESS_RATE, "1 of 5 attempts acknowledged within 5m", "at least 95 %");
	}

	@Test
	void idleWorkerSeesFailuresLeaveTheWindow() {
		for (int i = 0; i < 4; i++) {
			this.harness.sender.answer(UNAVAILABLE);
		}
		logNews();
		passUntilSent(5);
		this.harness.run();
		assertThat(find(HealthThreshold.SUCCESS_RATE)).isPresent();
		int rounds = idle(Duration.ofMinutes(5));
		assertHealthy();
		assertThat(status().successRate()).isEqualTo(1);
		assertThat(rounds).as("the worker's rounds").isLessThan(10);
		assertThat(this.harness.run()).as("and none from then on").isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void fiveHundredEventsMayBeOverdueForLong() {
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		logSame(500);
		this.harness.pass(Duration.ofMinutes(1));
		assertThat(status().overdue()).isEqualTo(500);
		assertThat(find(HealthThreshold.OVERDUE)).isEmpty();
	}

	@Test
	void moreAreAnIllnessAfterTheLongestLatencyAndNoMoreOnceTheyAreTold() {
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		logSame(501);
		this.harness.run();
		assertThat(status().overdue()).as("so many wait for no company").isEqualTo(501);
		Instant due = now();
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(find(HealthThreshold.OVERDUE)).isEmpty();
		this.harness.pass(Duration.ofMillis(100));
		assertBroken(HealthThreshold.OVERDUE, "501 events", "500 events for 10s, any for 5m");
		assertThat(find(HealthThreshold.OVERDUE).orElseThrow().since()).isEqualTo(due.plusMillis(10_100));
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(find(HealthThreshold.OVERDUE).orElseThrow().since()).as("since when it broke")
			.isEqualTo(due.plusMillis(10_100));
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofMinutes(1));
		assertThat(status().overdue()).isZero();
		assertThat(find(HealthThreshold.OVERDUE)).isEmpty();
	}

	@Test
	void whatAStormsBannerIsToTellIsOverdueToo() {
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		for (int i = 0; i < 900; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i % 30));
		}
		this.harness.pass(Duration.ofSeconds(15));
		assertThat(status().overdue()).isEqualTo(900);
		assertBroken(HealthThreshold.OVERDUE, "900 events", "500 events for 10s, any for 5m");
	}

	@Test
	void idleWorkerSeesThatTooMuchIsOverdueForTooLong() {
		this.harness.sender.answerAlways("default", new SendResult.CredentialRefused("404", "no_service"));
		logSame(501);
		this.harness.run();
		idle(Duration.ofSeconds(11));
		assertThat(find(HealthThreshold.OVERDUE)).isPresent();
	}

	@Test
	void interruptionBeginsAnew() {
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		logSame(501);
		this.harness.pass(Duration.ofSeconds(8));
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofSeconds(8));
		assertThat(status().overdue()).isZero();
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		for (int i = 0; i < 501; i++) {
			this.harness.log(event().withSequence(1_000 + i).withLogger("com.acme.Another"));
		}
		this.harness.pass(Duration.ofSeconds(8));
		assertThat(status().overdue()).isEqualTo(501);
		assertThat(find(HealthThreshold.OVERDUE)).isEmpty();
	}

	@Test
	void slackThatSaysSlowDownForEverIsAnIllnessThoughLittleWaits() {
		this.harness.sender.answerAlways("default", SLOW_DOWN);
		logNews();
		this.harness.pass(Duration.ofMinutes(5));
		assertThat(status().overdue()).isEqualTo(1);
		assertThat(problems()).isEmpty();
		idle(Duration.ofSeconds(2));
		assertBroken(HealthThreshold.OVERDUE, "1 event, none acknowledged for 5m", "500 events for 10s, any for 5m");
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofMinutes(1));
		assertThat(status().overdue()).isZero();
		assertHealthy();
	}

	@Test
	void answersThatTakeLongerThanAllowedAreAnIllnessUntilTheyLeaveTheWindow() {
		for (int i = 0; i < 5; i++) {
			deliverWithin(Duration.ofSeconds(10));
		}
		assertThat(status().p95Latency()).isEqualTo(Duration.ofSeconds(10));
		assertHealthy();
		deliverWithin(Duration.ofMillis(10_100));
		assertBroken(HealthThreshold.LATENCY, "10.1s for the slowest of 95 %", "10s");
		int rounds = idle(Duration.ofMillis(300_001));
		assertHealthy();
		assertThat(rounds).as("the worker's rounds").isLessThan(20);
	}

	@Test
	void latencyOfTooFewSaysNothing() {
		for (int i = 0; i < 4; i++) {
			deliverWithin(Duration.ofSeconds(20));
		}
		assertThat(status().p95Latency()).isEqualTo(Duration.ofSeconds(20));
		assertHealthy();
		deliverWithin(Duration.ofSeconds(20));
		assertBroken(HealthThreshold.LATENCY, "20s for the slowest of 95 %", "10s");
	}

	@Test
	void fiveFailuresInARowAreAllowedSixAreNotAndOneSuccessEndsThem() {
		deliver();
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		logNews();
		passUntilSent(6);
		assertThat(status().consecutiveFailures()).isEqualTo(5);
		assertThat(status().circuit()).as("shown, and not judged").isEqualTo(CircuitState.OPEN);
		assertThat(find(HealthThreshold.CONSECUTIVE_FAILURES)).isEmpty();
		passUntilSent(7);
		assertBroken(HealthThreshold.CONSECUTIVE_FAILURES, "6 in a row", "5");
		this.harness.sender.answerNormally();
		passUntilSent(8);
		this.harness.run();
		assertThat(find(HealthThreshold.CONSECUTIVE_FAILURES)).isEmpty();
	}

	@Test
	void circuitMayBeOpenForFiveMinutesAndNotLonger() {
		deliver();
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		logNews();
		passUntilSent(6);
		assertThat(status().circuit()).isEqualTo(CircuitState.OPEN);
		Instant opened = now();
		this.harness.pass(Duration.ofMinutes(5));
		assertThat(find(HealthThreshold.CIRCUIT_OPEN)).isEmpty();
		this.harness.clock.advance(Duration.ofNanos(1));
		this.harness.run();
		assertBroken(HealthThreshold.CIRCUIT_OPEN, "5m", "5m");
		assertThat(find(HealthThreshold.CIRCUIT_OPEN).orElseThrow().since())
			.isEqualTo(opened.plus(Duration.ofMinutes(5)).plusNanos(1));
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofSeconds(31));
		assertThat(status().circuit()).isEqualTo(CircuitState.CLOSED);
		assertThat(find(HealthThreshold.CIRCUIT_OPEN)).isEmpty();
	}

	@Test
	void idleWorkerSeesTheCircuitOpenForTooLong() {
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		logNews();
		passUntilSent(5);
		Instant opened = now();
		idle(Duration.ofMinutes(6));
		assertThat(find(HealthThreshold.CIRCUIT_OPEN).orElseThrow().since())
			.isEqualTo(opened.plus(Duration.ofMinutes(5)).plusNanos(1));
	}

	@Test
	void oneDestinationsIllnessIsNotAnothers() {
		PipelineHarness two = new PipelineHarness(List.of("default", "oncall"), List.of()).decorated();
		two.sender.answerAlways("default", UNAVAILABLE);
		two.log(event());
		two.pass(Duration.ofMinutes(10));
		assertThat(two.status("default").broken()).extracting(BrokenThreshold::threshold)
			.containsExactly(HealthThreshold.SUCCESS_RATE, HealthThreshold.OVERDUE,
					HealthThreshold.CONSECUTIVE_FAILURES, HealthThreshold.CIRCUIT_OPEN);
		assertThat(two.status("oncall").broken()).isEmpty();
	}

	@Test
	void whatWaitedForAnotherDestinationIsNoLatencyOfTheOneThatStandsIn() {
		PipelineHarness two = new PipelineHarness(List.of("default", "backup"), List.of(),
				new PipelineHarness.Extras(
						Map.of("default", new SlackPipeline.StandIn("backup", Duration.ofMinutes(1))), null, null))
			.decorated();
		two.sender.answerAlways("default", UNAVAILABLE);
		for (int i = 0; i < 60; i++) {
			two.log(event().withSequence(i).withLogger("com.acme.L" + i));
			two.pass(Duration.ofSeconds(5));
		}
		two.pass(Duration.ofMinutes(1));
		assertThat(two.texts("backup")).hasSizeGreaterThan(5);
		assertThat(two.status("backup").broken()).isEmpty();
		assertThat(two.status("backup").p95Latency()).isNull();
		assertThat(two.status("default").p95Latency()).isNotNull();
	}

	@Test
	void limitsThatMeanNeverAreTakenAsSuch() {
		Duration never = Duration.ofSeconds(Long.MAX_VALUE);
		TrackRecord track = new TrackRecord(new HealthLimits(0.95, never, 5, 500, never, 5, never));
		Tick now = this.harness.clock.get();
		track.window().failed(now);
		track.pacing(Pace.POST).look(true, 0, now);
		assertThat(track.window().nanosToChange(true, now)).isPositive();
		assertThat(track.pacing(Pace.POST).nanosToSilence(now)).isPositive();
		assertThat(track.limits().maxCircuitOpen().toNanos()).isPositive();
		assertThat(track.limits().maxLatency().toNanos()).isPositive();
	}

	private void logNews() {
		this.harness.log(event().withSequence(10_000 + this.kinds).withLogger("com.acme.News" + this.kinds++));
	}

	private void logSame(int times) {
		for (int i = 0; i < times; i++) {
			this.harness.log(event().withSequence(i));
		}
	}

	/** Not so many at once that a storm's banner would tell of them. */
	private void deliver() {
		logNews();
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(this.harness.status().waiting()).isZero();
	}

	private void deliverWithin(Duration answer) {
		CompletableFuture<SendResult> later = this.harness.sender.answerLater();
		int sent = this.harness.sender.sent().size();
		logNews();
		passUntilSent(sent + 1);
		this.harness.pass(answer);
		later.complete(new SendResult.Accepted("200"));
		this.harness.run();
		assertThat(this.harness.status().waiting()).isZero();
	}

	private void passUntilSent(int messages) {
		for (int i = 0; i < 1_000 && this.harness.sender.sent().size() < messages; i++) {
			this.harness.pass(Duration.ofMillis(100));
		}
		assertThat(this.harness.sender.sent()).hasSize(messages);
	}

	/** Only looks when the worker wants to. */
	private int idle(Duration duration) {
		int rounds = 0;
		long left = duration.toNanos();
		while (left > 0) {
			long next = Math.min(left, this.harness.run());
			this.harness.clock.advance(Duration.ofNanos(next));
			left -= next;
			rounds++;
		}
		this.harness.run();
		return rounds;
	}

	private Instant now() {
		return this.harness.clock.get().instant();
	}

	private DestinationStatus status() {
		return this.harness.status("default");
	}

	private Optional<BrokenThreshold> find(HealthThreshold threshold) {
		return status().broken().stream().filter((each) -> each.threshold() == threshold).findFirst();
	}

	private void assertHealthy() {
		assertThat(status().broken()).isEmpty();
		assertThat(this.indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	private void assertBroken(HealthThreshold threshold, String measured, String limit) {
		BrokenThreshold broken = find(threshold).orElseThrow(() -> new AssertionError(status().toString()));
		assertThat(broken.measured()).isEqualTo(measured);
		assertThat(broken.limit()).isEqualTo(limit);
		assertThat(this.indicator.health().getStatus()).isEqualTo(new Status("DEGRADED"));
		assertThat(problems()).anySatisfy((problem) -> assertThat(problem).contains("'default'", measured, limit,
				"slack.logging." + threshold.property(), broken.since().toString(), threshold.advice()));
	}

	@SuppressWarnings("unchecked")
	private List<String> problems() {
		Health health = this.indicator.health();
		return new ArrayList<>(
				(List<String>) Objects.requireNonNullElse(health.getDetails().get("problems"), List.of()));
	}

}
