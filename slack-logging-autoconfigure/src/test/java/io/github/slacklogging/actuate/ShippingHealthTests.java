package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.actuate.SlackLoggingHealthIndicator.Settings;
import io.github.slacklogging.testing.DestinationStatuses;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.SettablePipelineView;
import io.github.slacklogging.testing.ShippingStatuses;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class ShippingHealthTests {

	private static final Status DEGRADED = new Status("DEGRADED");

	private long now;

	@Test
	void whereNothingIsShippedThereIsNoWordOfIt() {
		Health health = indicator(SettablePipelineView.of(delivering())).health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).doesNotContainKeys("opensearch", "hint");
	}

	@Test
	void shippingThatFaresWellLeavesTheWordToSlack() {
		assertThat(health(delivering(), ShippingStatuses.fresh()).getStatus()).isEqualTo(Status.UP);
		assertThat(health(beforeTheFirstMessage(), ShippingStatuses.indexing()).getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void withoutSlackItIsUpWhenSomethingWasIndexed() {
		Health health = health(PipelineStatuses.running(), ShippingStatuses.indexing());
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).doesNotContainKey("problems");
	}

	@Test
	void withoutSlackItIsUnknownBeforeTheFirstDocument() {
		assertThat(health(PipelineStatuses.running(), ShippingStatuses.fresh()).getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void withoutSlackAHintSaysWhatToSet() {
		Health health = health(PipelineStatuses.running(), ShippingStatuses.indexing());
		assertThat(health.getDetails().get("hint")).asString()
			.startsWith("Events go to OpenSearch, but nothing is sent to Slack")
			.contains("slack.logging.webhook-url", "slack.logging.bot-token", "slack.logging.channel");
		assertThat(health(delivering(), ShippingStatuses.indexing()).getDetails()).doesNotContainKey("hint");
	}

	@Test
	void withoutAnyPipelineShippingIsJudgedAlone() {
		Health health = indicator(SettablePipelineView.inert().withShipping(ShippingStatuses.indexing().build()))
			.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsOnlyKeys("hint", "opensearch");
	}

	@Test
	void refusedCredentialDegradesThoughSlackDelivers() {
		Health health = health(delivering(), ShippingStatuses.indexing().pausedBy("the credential is refused (401)"));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("Shipping to OpenSearch pauses: the credential is refused (401)");
	}

	@Test
	void problemDegradesWithoutSlackToo() {
		Health health = health(PipelineStatuses.running(), ShippingStatuses.indexing().pausedBy("blocked"));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
	}

	@ParameterizedTest
	@EnumSource(names = { "OPEN", "HALF_OPEN" })
	void circuitThatIsNotClosedDegrades(CircuitState circuit) {
		Health health = health(delivering(), ShippingStatuses.indexing().circuit(circuit));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly(
				"The circuit of OpenSearch is " + circuit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	@Test
	void limitationDegrades() {
		Health health = health(delivering(), ShippingStatuses.indexing().limitation("the template was refused (403)"));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health))
			.containsExactly("OpenSearch does not do everything: the template was refused (403)");
	}

	@Test
	void lossDegradesForFiveMinutes() {
		SlackLoggingHealthIndicator indicator = indicator(SettablePipelineView.of(delivering())
			.withShipping(ShippingStatuses.indexing().dropped(DropReason.QUEUE_FULL, 1).build()));
		assertThat(problems(indicator.health()))
			.containsExactly("Events for OpenSearch were lost in the last 5 minutes");
		this.now += Duration.ofMinutes(5).toNanos();
		assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void lossesOfBothWaysAreTwoLines() {
		Health health = health(delivering().dropped(DropReason.QUEUE_FULL, 1),
				ShippingStatuses.indexing().dropped(DropReason.QUEUE_FULL, 1));
		assertThat(problems(health)).containsExactly("Events were lost in the last 5 minutes",
				"Events for OpenSearch were lost in the last 5 minutes");
	}

	@Test
	void beanThatHoldsTheWorkerUpIsNamed() {
		Health health = health(delivering(), ShippingStatuses.indexing().heldUpBy("com.acme.SlowMasker.mask"));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health))
			.containsExactly("The worker that ships to OpenSearch is held up by com.acme.SlowMasker.mask");
	}

	@Test
	void stoppedShippingDegrades() {
		Health health = health(delivering(), ShippingStatuses.indexing().state(PipelineState.STOPPED));
		assertThat(health.getStatus()).isEqualTo(DEGRADED);
		assertThat(problems(health)).containsExactly("Shipping to OpenSearch has stopped");
	}

	@Test
	void drainingShippingIsStillAtWork() {
		assertThat(health(delivering(), ShippingStatuses.indexing().state(PipelineState.DRAINING)).getStatus())
			.isEqualTo(Status.UP);
	}

	@Test
	void singleFailureAndRefusedDocumentAreDetailsOnly() {
		Health health = health(delivering(), ShippingStatuses.indexing().failed(1, "503").lastRejection("400"));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void detailHasTheShapeOfADestination() {
		Health health = health(delivering(),
				ShippingStatuses.indexing()
					.books(60, 40, 12)
					.dropped(DropReason.REJECTED, 8)
					.buffer(3, 4096)
					.rate(0.75, 8)
					.circuit(CircuitState.HALF_OPEN)
					.failed(2, "503")
					.pausedBy("blocked")
					.limitation("no template")
					.lastRejection("mapper_parsing_exception"));
		assertThat(detail(health)).containsOnly(Map.entry("state", "running"), Map.entry("circuit", "half-open"),
				Map.entry("pausedBy", "blocked"), Map.entry("consecutiveFailures", 2),
				Map.entry("lastSuccess", "2026-03-01T10:15:30Z"), Map.entry("lastFailure", "2026-03-01T10:20:00Z"),
				Map.entry("lastFailureReason", "503"), Map.entry("successRate", 0.75), Map.entry("attempts", 8L),
				Map.entry("limitation", "no template"), Map.entry("lastRejection", "mapper_parsing_exception"),
				Map.entry("waiting", 12L),
				Map.entry("events", Map.of("accepted", 60L, "indexed", 40L, "dropped", Map.of("rejected", 8L))),
				Map.entry("buffer", Map.of("size", 3, "capacity", 16_384, "bytes", 4096L)));
	}

	@Test
	void whatIsNotKnownIsAbsent() {
		assertThat(detail(health(delivering(), ShippingStatuses.fresh()))).containsOnlyKeys("state", "circuit",
				"consecutiveFailures", "successRate", "attempts", "waiting", "events", "buffer");
	}

	@Test
	void booksOfSlackStayTheirOwn() {
		Health health = health(delivering().accepted(2).delivered(DeliveryKind.SHOWN, 2),
				ShippingStatuses.indexing().books(60, 60, 0));
		assertThat(health.getDetails().get("events")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("accepted", 2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://shipper:XXX_test@search.example:9200/_bulk",
			"shipper:XXX_test@search.example:9200", "Basic c2hpcHBlcjpYWFhfdGVzdA==", "ApiKey VuaCfGcBCdbkQm-XXX_test",
			"bearer XXX_test.eyJhbGciOiJIUzI1NiJ9" })
	void secretInATextDoesNotPass(String secret) {
		String text = "refused " + secret + " at once";
		Health health = health(delivering(),
				ShippingStatuses.indexing().failed(1, text).pausedBy(text).limitation(text).lastRejection(text));
		assertThat(health.toString()).doesNotContain("XXX_test")
			.doesNotContain("c2hpcHBlcjpYWFhfdGVzdA")
			.contains("refused *** at once");
	}

	@ParameterizedTest
	@ValueSource(strings = { "basic authentication failed", "the bearer token was refused", "401: no API key",
			"failed at 10:15:30, see ops@example.com" })
	void wordsAboutSecretsPass(String text) {
		assertThat(detail(health(delivering(), ShippingStatuses.indexing().failed(1, text))))
			.containsEntry("lastFailureReason", text);
	}

	private static PipelineStatuses delivering() {
		return PipelineStatuses.running(DestinationStatuses.delivering("default"));
	}

	private static PipelineStatuses beforeTheFirstMessage() {
		return PipelineStatuses.running(DestinationStatuses.fresh("default"));
	}

	private Health health(PipelineStatuses slack, ShippingStatuses shipping) {
		return indicator(SettablePipelineView.of(slack).withShipping(shipping.build())).health();
	}

	private SlackLoggingHealthIndicator indicator(SettablePipelineView view) {
		return new SlackLoggingHealthIndicator(view, new Settings("DEGRADED", true), () -> this.now);
	}

	@SuppressWarnings("unchecked")
	private static List<String> problems(Health health) {
		return (List<String>) Objects.requireNonNull(health.getDetails().get("problems"));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> detail(Health health) {
		return (Map<String, Object>) Objects.requireNonNull(health.getDetails().get("opensearch"));
	}

}
