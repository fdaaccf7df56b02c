package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.slacklogging.Destination;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.ManualClock;
import io.github.slacklogging.testing.RecordingSlackSender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RehearsalTests {

	private final ManualClock clock = new ManualClock();

	private final RecordingSlackSender sender = new RecordingSlackSender();

	@Test
	void madeUpErrorIsComposedSentAndAcknowledgedWithoutAThread() {
		Rehearsal rehearsal = new Rehearsal(settings(), parts(null), this.clock.get());
		assertThat(rehearsal.play(EventFixture.event().build())).isTrue();
		assertThat(this.sender.sent()).hasSize(1);
	}

	@Test
	void nothingThatOutlivesItIsTaken() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Rehearsal(settings(), parts(new NoSpool()), this.clock.get()));
	}

	private static SlackPipeline.Settings settings() {
		return new SlackPipeline.Settings(Duration.ofSeconds(10), Duration.ofSeconds(5), HealthLimits.DEFAULTS,
				Duration.ofDays(7));
	}

	private SlackPipeline.Parts parts(@Nullable NoSpool spool) {
		List<Destination> all = List.of(new Destination("default", Destination.Kind.WEBHOOK, null, "default"));
		return new SlackPipeline.Parts(new EventBuffer(new EventBuffer.Settings(2, 1_000_000)), routing(),
				new EventGrouping(
						new EventGrouping.Settings(true, List.of(), List.of(), 1_000, Duration.ofSeconds(1), 100, 5,
								Severity.WARN, Duration.ofMinutes(5), EventGrouping.Incidents.DEFAULTS),
						List.of(), all, () -> "1.8.2", this.clock.get()),
				new EventMasking(EventMasking.Settings.defaults(), List.of(), new PipelineListener() {
				}),
				new MessageComposer(MessageComposer.Settings.defaults(),
						() -> new ServiceIdentity("orders-api", "1.8.2", null, "test", "host-1", null)),
				new Relay(new Relay.Settings(1, 1, Duration.ofSeconds(1), Duration.ofMinutes(1), 0, 0, 5,
						Duration.ofSeconds(30)), all, (name) -> false, new Random(7)),
				this.sender, all, Map.of(), spool, null, Map.of(),
				new JobExpectations(JobExpectations.Settings.NONE, this.clock.get()));
	}

	private static ChannelRouting routing() {
		return new ChannelRouting(
				new ChannelRouting.Settings(new ChannelRouting.FilterSettings(List.of(), List.of(), List.of(),
						List.of(), List.of(), List.of()), List.of(), Set.of("default")),
				List.of(), List.of(), (text) -> {
				});
	}

}
