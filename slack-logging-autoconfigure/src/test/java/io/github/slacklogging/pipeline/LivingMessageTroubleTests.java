package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.channel.ChannelRouting.Route;
import io.github.slacklogging.pipeline.PipelineHarness.Extras;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.testing.RecordedThrowable;
import io.github.slacklogging.testing.RecordingSlackSender.Sent;
import io.github.slacklogging.worker.Round;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/** Where Slack does one thing and refuses another, nothing hangs and nothing is lost. */
class LivingMessageTroubleTests {

	private static final String FILES = "files.getUploadURLExternal";

	private final PipelineHarness harness = PipelineHarness.bot(null).decorated();

	private <T extends SlackCall> List<T> calls(Class<T> type) {
		return this.harness.sender.sent().stream().map(Sent::call).filter(type::isInstance).map(type::cast).toList();
	}

	private static LogEvent deep() {
		StackTraceElement[] frames = new StackTraceElement[300];
		for (int i = 0; i < frames.length; i++) {
			frames[i] = new StackTraceElement("com.acme.Deep", "call" + i, "Deep.java", i + 1);
		}
		Throwable thrown = new IllegalStateException("deep");
		thrown.setStackTrace(frames);
		return event().withThrowable(RecordedThrowable.of(thrown)).build();
	}

	@Test
	void afterAGapTheThreadHearsOfItsMilestoneThoughNothingElseWaits() {
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		this.harness.sender.answerAlways("default", new SendResult.Unavailable("connect", "connection refused"));
		for (int i = 0; i < 20; i++) {
			this.harness.log(event().withSequence(2 + i));
		}
		this.harness.pass(Duration.ofMinutes(5));
		this.harness.sender.answerNormally();
		int before = this.harness.sender.sent().size();
		this.harness.pass(Duration.ofMinutes(2));
		List<Sent> after = this.harness.sender.sent().subList(before, this.harness.sender.sent().size());
		assertThat(after).filteredOn((sent) -> sent.call() instanceof SlackCall.Reply)
			.singleElement()
			.satisfies((sent) -> assertThat(sent.message().text()).contains("reached 10"));
		assertThat(this.harness.status().waiting()).isZero();
	}

	@Test
	void editThatWaitsInItsPlainFormHoldsUpNothingCritical() {
		List<String> names = List.of("default", "other");
		PipelineHarness two = new PipelineHarness(names,
				List.of(new Route(null, List.of(), List.of(), List.of(), null, List.of(), names)),
				new Extras(Map.of(), null, null, Set.copyOf(names), Map.of(), "1"))
			.decorated();
		two.log(event());
		two.pass(Duration.ofSeconds(2));
		two.log(event().withSequence(2));
		two.sender.answer(new SendResult.PayloadRefused("200", "invalid_blocks"))
			.answer(new SendResult.Throttled("429", Duration.ofMinutes(10)));
		two.pass(Duration.ofSeconds(6));
		assertThat(two.sender.sent()).filteredOn((sent) -> sent.call() instanceof SlackCall.Edit).hasSize(2);
		two.log(event().withLogger("com.acme.Other").withSeverity(Severity.CRITICAL).withSequence(3));
		two.pass(Duration.ofSeconds(2));
		assertThat(two.sender.sent()).filteredOn((sent) -> sent.call() instanceof SlackCall.Post)
			.extracting(Sent::destination)
			.containsExactlyInAnyOrder("default", "default", "other", "other");
		two.pass(Duration.ofMinutes(15));
		assertThat(two.status().waiting()).isZero();
		assertThat(two.status().dropped()).isEmpty();
	}

	@Test
	void introductionComesAfterWhatIsUrgent() {
		PipelineHarness young = PipelineHarness.bot(null);
		young.log(event().withSeverity(Severity.CRITICAL));
		young.decorated();
		assertThat(young.sender.sent()).extracting(Sent::call).first().isInstanceOf(SlackCall.Post.class);
		young.pass(Duration.ofSeconds(5));
		assertThat(young.sender.sent()).extracting(Sent::call).anyMatch((call) -> call instanceof SlackCall.Identify);
	}

	@Test
	void gapThatAnEditEndedIsNotToldDaysLater() {
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		this.harness.sender.answerAlways("default", new SendResult.Unavailable("connect", "connection refused"));
		this.harness.log(event().withSequence(2));
		this.harness.pass(Duration.ofMinutes(5));
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofHours(3));
		assertThat(this.harness.status().waiting()).isZero();
		this.harness.log(event().withLogger("com.acme.Other").withSequence(3));
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(calls(SlackCall.Post.class)).extracting((post) -> post.message().text())
			.noneMatch((text) -> text.contains("not reachable"));
	}

	@Test
	void traceWhoseFileIsRefusedByAnAnswerNobodyKnowsIsToldAsAMessage() {
		this.harness.sender.answerAlways(SlackCall.Attach.class,
				new SendResult.FeatureRefused("200", FILES, "unexpected_answer"));
		this.harness.log(deep());
		this.harness.pass(Duration.ofMinutes(1));
		assertThat(calls(SlackCall.Attach.class)).hasSize(1);
		assertThat(calls(SlackCall.Reply.class)).hasSize(1);
	}

	@Test
	void traceIsToldAsAMessageWhereOnlyFilesCannotBeReached() {
		this.harness.sender.answerAlways(SlackCall.Attach.class,
				new SendResult.Unavailable("connect_timeout", "no connection in time"));
		this.harness.log(deep());
		this.harness.pass(Duration.ofMinutes(5));
		assertThat(calls(SlackCall.Attach.class)).hasSize(1);
		assertThat(calls(SlackCall.Reply.class)).hasSize(1);
		assertThat(this.harness.status("default").limitations()).containsExactly(FILES + " (no connection in time)");
		assertThat(this.harness.status("default").circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void featureThatIsAllowedLaterIsNoLimitationAnyMore() {
		this.harness.sender.answerAlways(SlackCall.React.class,
				new SendResult.FeatureRefused("200", "reactions.add", "missing_scope"));
		this.harness.log(event());
		this.harness.pass(Duration.ofMinutes(20));
		assertThat(this.harness.status("default").limitations()).containsExactly("reactions.add (missing_scope)");
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofMinutes(61));
		this.harness.log(event().withSequence(2).withLogger("com.acme.Other"));
		this.harness.pass(Duration.ofMinutes(20));
		assertThat(calls(SlackCall.React.class)).hasSize(2);
		assertThat(this.harness.status("default").limitations()).isEmpty();
	}

	@Test
	void messageInAChannelWeLeftIsToldAnewWhereWeAreAndStopsNothing() {
		MemoryGroupSpool spool = new MemoryGroupSpool(Set.of("default"));
		PipelineHarness first = PipelineHarness.bot(spool).decorated();
		first.log(event().at(first.clock.get().instant()));
		first.pass(Duration.ofSeconds(10));
		PipelineHarness next = PipelineHarness.bot(new MemoryGroupSpool(Set.of("default"), spool.remains()))
			.decorated();
		next.sender.answerAlways(SlackCall.Edit.class, new SendResult.DestinationRefused("200", "channel_not_found"));
		next.log(event().withSequence(2).at(next.clock.get().instant()));
		next.pass(Duration.ofSeconds(50));
		assertThat(next.sender.sent()).filteredOn((sent) -> sent.call() instanceof SlackCall.Post).hasSize(1);
		assertThat(next.status("default").stoppedBy()).isNull();
		assertThat(next.status().waiting()).isZero();
		next.log(event().withSequence(3).at(next.clock.get().instant()));
		next.pass(Duration.ofSeconds(10));
		assertThat(next.status("default").stoppedBy()).as("in the channel we are in").isEqualTo("channel_not_found");
	}

	@Test
	void incidentThatWentQuietWhileNobodyRanIsNoSlowDelivery() {
		MemoryGroupSpool spool = new MemoryGroupSpool(Set.of("default"));
		PipelineHarness first = PipelineHarness.bot(spool).decorated();
		first.log(event());
		first.pass(Duration.ofSeconds(10));
		PipelineHarness next = PipelineHarness.bot(new MemoryGroupSpool(Set.of("default"), spool.remains()))
			.decorated();
		next.pass(Duration.ofSeconds(10));
		assertThat(next.sender.sent()).filteredOn((sent) -> sent.call() instanceof SlackCall.Edit).hasSize(1);
		assertThat(next.status("default").p95Latency()).as("nobody waited for it").isNull();
	}

	@Test
	void messageThatIsGoneAgainAndAgainIsToldAnewMoreAndMoreRarely() {
		this.harness.sender.answerAlways(SlackCall.Edit.class, new SendResult.Gone("200", "edit_window_closed"));
		for (int second = 0; second < 3_600; second++) {
			this.harness.log(event().withSequence(second));
			this.harness.pass(Duration.ofSeconds(1));
		}
		assertThat(calls(SlackCall.Post.class)).hasSizeBetween(3, 12);
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofHours(2));
		assertThat(this.harness.status().waiting()).isZero();
		assertThat(this.harness.status().dropped()).isEmpty();
	}

	@Test
	void endTellsAllThatEditsHaveNoTimeFor() {
		for (int i = 0; i < 15; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
			this.harness.pass(Duration.ofSeconds(10));
		}
		this.harness.pass(Duration.ofMinutes(1));
		for (int i = 0; i < 15; i++) {
			this.harness.log(event().withSequence(100 + i).withLogger("com.acme.L" + i));
		}
		this.harness.run();
		this.harness.pipeline.askForEnd();
		while (this.harness.run() != Round.DONE) {
			this.harness.clock.advance(Duration.ofMillis(100));
		}
		assertThat(this.harness.status().dropped()).isEmpty();
	}

	@Test
	void customizerThatThrowsIsSaidAndCostsNothingElse() {
		PipelineHarness customized = PipelineHarness.bot(null).decorated(List.of(), List.of((group, present) -> {
			throw new IllegalStateException("a secret, perhaps");
		}, (group, present) -> present.withField("Region", "eu-1")));
		customized.log(event());
		customized.pass(Duration.ofSeconds(2));
		assertThat(customized.sender.sent()).filteredOn((sent) -> sent.call() instanceof SlackCall.Post)
			.singleElement()
			.satisfies((sent) -> assertThat(sent.message().attachments()).contains("eu-1"));
		assertThat(String.join("\n", customized.stderr)).containsOnlyOnce("MessageCustomizer")
			.contains("IllegalStateException")
			.doesNotContain("a secret");
	}

}
