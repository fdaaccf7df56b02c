package io.github.slacklogging.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.actuate.SlackLoggingHealthIndicator.Settings;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.pipeline.BrokenThreshold;
import io.github.slacklogging.pipeline.HealthThreshold;
import io.github.slacklogging.testing.DestinationStatuses;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.SettablePipelineView;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlackLoggingHealthIndicatorTests {

	private static final Status DEGRADED = new Status("DEGRADED");

	private static final Settings DEVELOPMENT = new Settings("DEGRADED", true);

	private static final Settings PRODUCTION = new Settings("DEGRADED", false);

	private static final Instant SINCE = Instant.parse("2026-03-01T10:20:00Z");

	private long now;

	@Test
	void withoutDestinationItIsUnknownAndSaysWhatToSet() {
		Health health = health(SettablePipelineView.inert());
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health.getDetails()).containsEntry("state", "inert");
		assertThat(health.getDetails().get("hint")).asString()
			.contains("slack.logging.webhook-url", "slack.logging.bot-token", "slack.logging.channel");
	}

	@Test
	void beforeTheFirstMessageItIsUnknown() {
		assertThat(health(PipelineStatuses.running(DestinationStatuses.fresh("default"))).getStatus())
			.isEqualTo(Status.UNKNOWN);
	}

	@Test
	void singleFailureBeforeAnySuccessProvesNothing() {
		assertThat(health(PipelineStatuses.running(DestinationStatuses.fresh("default").failed(1, "connect timeout")))
			.getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void oneAcknowledgedMessageMakesItUp() {
		Health health = health(PipelineStatuses.running(DestinationStatuses.delivering("default"),
				DestinationStatuses.fresh("oncall")));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).doesNotContainKeys("problems", "inbox");
	}

	@ParameterizedTest
	@EnumSource(names = { "OPEN", "HALF_OPEN" })
	void circuitThatIsNotClosedIsShownAndJudgedByTheThresholds(CircuitState circuit) {
		Health health = health(PipelineStatuses.running(DestinationStatuses.delivering("oncall").circuit(circuit)));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(detail(health, "destinations").get("oncall")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("circuit", circuit.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.doesNotContainKey("broken");
	}

	@ParameterizedTest
	@EnumSource
	void brokenThresholdDegradesAndSaysSinceWhenAndWhatToDo(HealthThreshold threshold) {
		Health health = health(PipelineStatuses.running(DestinationStatuses.delivering("default"),
				DestinationStatuses.delivering("oncall")
					.broken(new BrokenThreshold(threshold, "612 of them", "500 of them", SINCE))));
		String property = "slack.logging." + threshold.property();
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("Destination 'oncall' is beyond " + property
				+ " since 2026-03-01T10:20:00Z: 612 of them, where the limit is 500 of them. What to do: "
				+ threshold.advice());
		assertThat(detail(health, "destinations").get("oncall")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("broken",
					List.of(Map.of("threshold", threshold.name().toLowerCase(Locale.ROOT).replace('_', '-'), "measured",
							"612 of them", "limit", "500 of them", "since", "2026-03-01T10:20:00Z", "property",
							property, "advice", threshold.advice())));
	}

	@Test
	void refusedDestinationDegradesEvenBesideOneThatDelivers() {
		Health health = health(PipelineStatuses.running(DestinationStatuses.delivering("default"),
				DestinationStatuses.fresh("oncall").stoppedBy("channel_not_found")));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("Slack refuses destination 'oncall': channel_not_found");
	}

	@Test
	void lossDegradesForFiveMinutes() {
		SlackLoggingHealthIndicator indicator = indicator(
				SettablePipelineView
					.of(delivering().accepted(3).delivered(DeliveryKind.SHOWN, 2).dropped(DropReason.QUEUE_FULL, 1)),
				DEVELOPMENT);
		assertThat(problems(indicator.health())).containsExactly("Events were lost in the last 5 minutes");
		assertThat(indicator.health().getStatus()).isEqualTo(DEGRADED);
		this.now += Duration.ofMinutes(5).toNanos();
		assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void dryRunDoesNotDegrade() {
		assertThat(health(delivering().dropped(DropReason.DRY_RUN, 9)).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void stoppedPipelineDegrades() {
		Health health = health(delivering().state(PipelineState.STOPPED));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("The pipeline has stopped");
	}

	@Test
	void drainingPipelineIsStillAtWork() {
		assertThat(health(delivering().state(PipelineState.DRAINING)).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void inboxIsFineInDevelopment() {
		Health health = health(SettablePipelineView.of(delivering()).withInbox("http://localhost:8025/"));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("inbox", "http://localhost:8025/");
	}

	@Test
	void inboxDegradesOutsideDevelopment() {
		Health health = indicator(SettablePipelineView.of(delivering()).withInbox("http://localhost:8025/"), PRODUCTION)
			.health();
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("The inbox stands in for Slack outside development");
		assertThat(health.getDetails()).containsEntry("inbox", "http://localhost:8025/");
	}

	@Test
	void failureStatusIsTheOneAskedFor() {
		SettablePipelineView view = SettablePipelineView.of(delivering().state(PipelineState.STOPPED));
		assertThat(indicator(view, new Settings("DOWN", true)).health().getStatus()).isEqualTo(Status.DOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void emptyFailureStatusIsRefusedByName(String failureStatus) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Settings(failureStatus, true))
			.withMessageContaining("slack.logging.health.failure-status");
	}

	@Test
	void detailsTellOfEveryDestination() {
		Health health = health(PipelineStatuses.running(
				DestinationStatuses.delivering("default")
					.rate(0.75, 8)
					.p95Latency(Duration.ofMillis(420))
					.waiting(12, 4)
					.spooled(11)
					.standIn("oncall")
					.failed(2, "503"),
				DestinationStatuses.fresh("oncall").circuit(CircuitState.HALF_OPEN).stoppedBy("invalid_auth")));
		assertThat(detail(health, "destinations")).containsExactly(
				Map.entry("default",
						Map.ofEntries(Map.entry("circuit", "closed"), Map.entry("consecutiveFailures", 2),
								Map.entry("lastSuccess", "2026-03-01T10:15:30Z"),
								Map.entry("lastFailure", "2026-03-01T10:20:00Z"), Map.entry("lastFailureReason", "503"),
								Map.entry("successRate", 0.75), Map.entry("attempts", 8),
								Map.entry("p95LatencyMillis", 420L), Map.entry("waiting", 12L),
								Map.entry("overdue", 4L), Map.entry("spooled", 11L), Map.entry("standIn", "oncall"))),
				Map.entry("oncall", Map.of("circuit", "half-open", "stoppedBy", "invalid_auth", "consecutiveFailures",
						0, "successRate", 1.0, "attempts", 0, "waiting", 0L, "overdue", 0L, "spooled", 0L)));
	}

	@Test
	void detailsTellWhatSlackDoesNotDo() {
		Health health = health(PipelineStatuses
			.running(DestinationStatuses.delivering("default").limitations("reactions.add (missing_scope)")));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(detail(health, "destinations").get("default")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("limitations", List.of("reactions.add (missing_scope)"));
	}

	@Test
	void detailsShowTheBooksAndTheBuffer() {
		Health health = health(delivering().accepted(17)
			.recovered(3)
			.filtered(3)
			.delivered(DeliveryKind.SHOWN, 5)
			.delivered(DeliveryKind.FOLDED, 7)
			.dropped(DropReason.SPOOL_FULL, 6)
			.waiting(2)
			.buffer(9, 4096));
		assertThat(health.getDetails()).containsEntry("state", "running");
		assertThat(detail(health, "events")).containsOnly(Map.entry("accepted", 17L), Map.entry("recovered", 3L),
				Map.entry("filtered", 3L), Map.entry("spooled", 0L),
				Map.entry("delivered", Map.of("shown", 5L, "folded", 7L, "summarised", 0L)),
				Map.entry("dropped", Map.of("spool_full", 6L)), Map.entry("waiting", 2L));
		assertThat(detail(health, "buffer")).containsOnly(Map.entry("size", 9), Map.entry("capacity", 8192),
				Map.entry("bytes", 4096L));
	}

	@Test
	void spoolThatCannotKeepAnythingIsAProblemAndNamed() {
		Health health = health(delivering().spool(
				new SpoolStatus("/var/spool/shop", false, "No space left on device", 4096, Map.of("gone", 12L), 2, 1)));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("What waits is kept in memory only: No space left on device");
		assertThat(detail(health, "spool")).containsOnly(Map.entry("place", "/var/spool/shop"),
				Map.entry("survives", "a crash and a restart"), Map.entry("problem", "No space left on device"),
				Map.entry("bytes", 4096L), Map.entry("rejectedMessages", 2), Map.entry("quarantinedFiles", 1),
				Map.entry("unconfiguredDestinations", Map.of("gone", 12L)));
	}

	@Test
	void spoolInATemporaryPlaceSaysWhatItSurvives() {
		Health health = health(
				delivering().spool(new SpoolStatus("/tmp/slack-logging/shop", true, null, 0, Map.of(), 0, 0)));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(detail(health, "spool")).containsEntry("survives", "a crash of the process")
			.doesNotContainKeys("problem", "unconfiguredDestinations");
	}

	@Test
	void beanThatHoldsTheWorkerUpIsNamed() {
		Health health = health(delivering().heldUpBy("com.acme.SlowMasker.mask"));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("The worker is held up by com.acme.SlowMasker.mask");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.slack.com/services/T000/B000/XXX_test",
			"HTTPS://hooks.slack.com/services/T000/B000/XXX_test", "xoxb-XXX_test", "xoxe.xoxb-XXX_test",
			"xapp-XXX_test" })
	void secretInAFailureTextDoesNotPass(String secret) {
		Health health = health(PipelineStatuses.running(DestinationStatuses.delivering("default")
			.failed(1, "POST " + secret + " timed out")
			.stoppedBy("refused " + secret)));
		assertThat(health.toString()).doesNotContain("XXX_test")
			.doesNotContain("hooks.slack.com")
			.contains("POST *** timed out");
	}

	private static PipelineStatuses delivering() {
		return PipelineStatuses.running(DestinationStatuses.delivering("default"));
	}

	private Health health(PipelineStatuses status) {
		return health(SettablePipelineView.of(status));
	}

	private Health health(SettablePipelineView view) {
		return indicator(view, DEVELOPMENT).health();
	}

	private SlackLoggingHealthIndicator indicator(SettablePipelineView view, Settings settings) {
		return new SlackLoggingHealthIndicator(view, settings, () -> this.now);
	}

	@SuppressWarnings("unchecked")
	private static List<String> problems(Health health) {
		return (List<String>) Objects.requireNonNull(health.getDetails().get("problems"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> detail(Health health, String name) {
		return (Map<String, Object>) Objects.requireNonNull(health.getDetails().get(name));
	}

}
