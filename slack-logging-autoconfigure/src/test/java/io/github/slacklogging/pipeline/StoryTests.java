package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.MemoryGroupSpool;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the trail is told. Where it is off, {@code RecordingTrail} refuses every word. */
class StoryTests {

	private static final ChannelRouting.Route TO_ONCALL = new ChannelRouting.Route(Severity.CRITICAL, List.of(),
			List.of(), List.of(), null, List.of(), List.of("oncall"));

	private static final ChannelRouting.Route TO_NOBODY = new ChannelRouting.Route(null, List.of("com.acme.noise"),
			List.of(), List.of(), null, List.of(), List.of("none"));

	private final PipelineHarness harness = listening(
			new PipelineHarness(List.of("default", "oncall"), List.of(TO_ONCALL, TO_NOBODY)));

	private static PipelineHarness listening(PipelineHarness harness) {
		harness.decorated();
		harness.trail.listen();
		return harness;
	}

	@Test
	void wayOfAnEventIsToldFromItsRuleToItsAcknowledgement() {
		LogEvent event = EventFixture.event().withMessage("Login of kim with password=hunter failed").build();
		String linger = second(Duration.ofSeconds(1));
		this.harness.log(event);
		this.harness.pass(Duration.ofSeconds(2));
		String id = event.logId();
		String kind = kind();
		assertThat(this.harness.trail.lines()).containsExactly(
				"[channel] " + id + " ERROR com.acme.Orders kept: no route matches → default",
				"[grouping] " + id + " is #" + kind + ": orders-api; test; logger com.acme.Orders; "
						+ "template Login of kim with password=*** failed",
				"[grouping] #" + kind + " at default waits for its linger until " + linger,
				"[masking] #" + kind + " masked secret-key ×1",
				"[message] #" + kind + " post because of first, tells of 1 event, latest " + id,
				"[relay] #" + kind + " attempt 1 → default",
				"[slack] #" + kind + " default answered 200 after 0 ms: acknowledged");
	}

	@Test
	void ruleThatDecidesIsNamed() {
		this.harness.log(EventFixture.event().withSeverity(Severity.CRITICAL));
		this.harness.log(EventFixture.event().withLogger("com.acme.noise.X"));
		this.harness.log(EventFixture.event().withMarkers("NO_SLACK"));
		this.harness.run();
		assertThat(this.harness.trail.lines("channel")).extracting((line) -> line.substring(line.indexOf("com.")))
			.containsExactly("com.acme.Orders kept: routes[0] → oncall", "com.acme.noise.X filtered: routes[1] → none",
					"com.acme.Orders filtered: filter.exclude-markers[0]");
	}

	@Test
	void whatWaitsIsToldWhenItsReasonChangesAndNotEachRound() {
		String digest = second(Duration.ofMinutes(5));
		this.harness.log(EventFixture.event().withSeverity(Severity.WARN));
		this.harness.pass(Duration.ofSeconds(30));
		this.harness.log(EventFixture.event().withSeverity(Severity.WARN).withSequence(2));
		this.harness.pass(Duration.ofSeconds(30));
		assertThat(this.harness.trail.lines("grouping")).filteredOn((line) -> line.contains("waits"))
			.containsExactly("[grouping] #" + kind() + " at default waits for the digest until " + digest);
	}

	@Test
	void rateLimitIsNamedOnce() {
		this.harness.log(EventFixture.event());
		this.harness.pass(Duration.ofMillis(1_100));
		this.harness.trail.lines().clear();
		this.harness.log(EventFixture.event().withSeverity(Severity.CRITICAL).withLogger("com.acme.A"));
		this.harness.pass(Duration.ofMillis(200));
		this.harness.log(EventFixture.event().withSeverity(Severity.CRITICAL).withLogger("com.acme.B"));
		this.harness.pass(Duration.ofSeconds(3));
		assertThat(this.harness.trail.lines("relay")).filteredOn((line) -> line.contains("waits"))
			.containsOnlyOnce("[relay] oncall waits: rate limit");
	}

	@Test
	void answerAndWhatFollowsAreTold() {
		this.harness.sender.answer(new SendResult.Throttled("429", Duration.ofSeconds(30)));
		this.harness.log(EventFixture.event());
		this.harness.pass(Duration.ofSeconds(40));
		assertThat(this.harness.trail.lines("slack")).satisfiesExactly(
				(line) -> assertThat(line)
					.endsWith("default answered 429 (asks for 30 s) after 0 ms: " + "not delivered, tried again later"),
				(line) -> assertThat(line).endsWith("default answered 200 after 0 ms: acknowledged"));
		assertThat(this.harness.trail.lines("relay")).contains("[relay] default waits: 429, Slack asked to wait");
	}

	@Test
	void destinationThatSlackRefusesSaysSo() {
		this.harness.sender.answerAlways("default", new SendResult.CredentialRefused("403", "no_service"));
		this.harness.log(EventFixture.event());
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(this.harness.trail.lines("slack")).singleElement()
			.asString()
			.endsWith("default answered 403 (no_service) after 0 ms: not delivered, kept until that is mended");
		assertThat(this.harness.trail.lines("relay"))
			.contains("[relay] default waits: refused by Slack (no_service), probed rarely");
	}

	@Test
	void attemptsAreCountedAndTheBackOffAndTheCircuitNamed() {
		this.harness.sender.answerAlways("default", new SendResult.Unavailable("none", "connect timeout"));
		this.harness.log(EventFixture.event());
		this.harness.pass(Duration.ofSeconds(60));
		assertThat(this.harness.trail.lines("relay")).anyMatch((line) -> line.endsWith("attempt 3 → default"))
			.contains("[relay] default waits: back-off (connect timeout)",
					"[relay] default waits: circuit open (connect timeout)");
	}

	@Test
	void refusalsOfTheBufferAreToldByTheWorker() {
		PipelineHarness small = listening(
				new PipelineHarness(List.of("default"), List.of(), new EventBuffer.Settings(1, 1_000_000)));
		for (int i = 0; i < 5; i++) {
			small.log(EventFixture.event().withSequence(i));
		}
		assertThat(small.trail.lines()).isEmpty();
		small.run();
		assertThat(small.trail.lines("pipeline")).singleElement()
			.asString()
			.startsWith("[pipeline] - dropped: queue_full ×");
	}

	@Test
	void whatIsOnDiskIsTold() {
		PipelineHarness spooling = listening(new PipelineHarness(new MemoryGroupSpool(Set.of("default"))));
		spooling.sender.answerAlways("default", new SendResult.Unavailable("none", "connect timeout"));
		spooling.log(EventFixture.event());
		spooling.pass(Duration.ofSeconds(5));
		assertThat(spooling.trail.lines("spool")).contains("[spool] default has 1 waiting events on disk");
	}

	@Test
	void dryRunIsCalledOne() {
		this.harness.sender.answerAlways("default", new SendResult.Accepted(SendResult.DRY_RUN));
		this.harness.log(EventFixture.event());
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.harness.trail.lines("slack")).singleElement()
			.asString()
			.endsWith("default answered dry_run after 0 ms: dry run, dropped");
		assertThat(this.harness.trail.lines("pipeline")).containsExactly("[pipeline] - dropped: dry_run ×1");
	}

	@Test
	void nothingOfTheContextIsTold() {
		this.harness.log(EventFixture.event().withMdc(Map.of("customer", "kim")));
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.harness.trail.lines()).isNotEmpty().noneMatch((line) -> line.contains("kim"));
	}

	private String second(Duration later) {
		return this.harness.clock.get().instant().plus(later).truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private String kind() {
		String line = this.harness.trail.lines("grouping").get(0);
		int at = line.indexOf('#') + 1;
		return line.substring(at, at + 7);
	}

	@Test
	void eachKindOfALargeMessageIsToldWhereItWent() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.trail.listen();
		for (int kind = 0; kind < 12; kind++) {
			harness.log(EventFixture.event().withMessage("kind " + (char) ('a' + kind)).withSequence(kind));
		}
		harness.pass(Duration.ofSeconds(4));
		List<String> kinds = harness.trail.lines("grouping")
			.stream()
			.filter((line) -> line.contains(" is #"))
			.map((line) -> line.substring(line.indexOf('#'), line.indexOf(':')))
			.toList();
		assertThat(kinds).hasSize(12)
			.allSatisfy((kind) -> assertThat(harness.trail.lines("message")).anyMatch((line) -> line.contains(kind)));
	}

}
