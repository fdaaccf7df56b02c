package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Mention;
import io.github.slacklogging.Mute;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.pipeline.PipelineHarness.Extras;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.testing.RecordedThrowable;
import io.github.slacklogging.testing.RecordingSlackSender.Sent;
import io.github.slacklogging.worker.Round;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/** One kind of error is one message that stays alive, where Slack lets us edit it. */
class LivingMessageTests {

	private static final Set<String> DEFAULT = Set.of("default");

	private final PipelineHarness harness = PipelineHarness.bot(null).decorated();

	private static List<SlackCall> calls(PipelineHarness harness) {
		return harness.sender.sent().stream().map(Sent::call).toList();
	}

	private static <T extends SlackCall> List<T> calls(PipelineHarness harness, Class<T> type) {
		return calls(harness).stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** Fifty a second, for thirty seconds. */
	private static void storm(PipelineHarness harness, int from, int to) {
		for (int tenth = from; tenth < to; tenth++) {
			for (int i = 0; i < 5; i++) {
				harness.log(event().withSequence(tenth * 5L + i).at(harness.clock.get().instant()));
			}
			harness.pass(Duration.ofMillis(100));
		}
	}

	@Test
	void fifteenHundredErrorsInThirtySecondsAreOneMessageWithTheExactCount() {
		storm(this.harness, 0, 300);
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(calls(this.harness, SlackCall.Post.class)).hasSize(1);
		List<SlackCall.Edit> edits = calls(this.harness, SlackCall.Edit.class);
		assertThat(edits).hasSizeBetween(2, 12);
		assertThat(edits.get(edits.size() - 1).message().text()).contains("1,500");
		assertThat(calls(this.harness, SlackCall.Reply.class)).extracting((reply) -> reply.message().text())
			.satisfiesExactly((text) -> assertThat(text).contains("reached 10"),
					(text) -> assertThat(text).contains("reached 100"),
					(text) -> assertThat(text).contains("reached 1,000"));
		assertThat(this.harness.status().waiting()).isZero();
		assertThat(this.harness.status().delivered().values().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(1_500);
	}

	@Test
	void restartGoesOnInTheSameMessage() {
		MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);
		PipelineHarness first = PipelineHarness.bot(spool).decorated();
		storm(first, 0, 150);
		// a crash would cost what the disk has not got in these two seconds
		first.pass(Duration.ofSeconds(2));
		PipelineHarness next = PipelineHarness.bot(new MemoryGroupSpool(DEFAULT, spool.remains())).decorated();
		storm(next, 150, 300);
		next.pass(Duration.ofMinutes(2));
		assertThat(calls(first, SlackCall.Post.class)).hasSize(1);
		assertThat(calls(next, SlackCall.Post.class)).isEmpty();
		List<SlackCall.Edit> edits = calls(next, SlackCall.Edit.class);
		assertThat(edits).isNotEmpty();
		assertThat(edits.get(0).target()).isEqualTo(calls(first, SlackCall.Edit.class).get(0).target());
		assertThat(edits.get(edits.size() - 1).message().text()).contains("1,500");
		assertThat(next.status().waiting()).isZero();
	}

	@Test
	void restartInAnotherVersionPostsAnewAndLinksTheOldMessage() {
		MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);
		PipelineHarness first = PipelineHarness.bot(spool).decorated();
		first.log(event().at(first.clock.get().instant()));
		first.pass(Duration.ofSeconds(10));
		PipelineHarness next = new PipelineHarness(List.of("default"), List.of(),
				Extras.bot(new MemoryGroupSpool(DEFAULT, spool.remains())).version("1.8.3"))
			.decorated();
		next.log(event().withSequence(2).at(next.clock.get().instant()));
		next.pass(Duration.ofSeconds(10));
		assertThat(calls(next, SlackCall.LookUp.class)).hasSize(1);
		assertThat(calls(next, SlackCall.Post.class)).singleElement()
			.satisfies((post) -> assertThat(post.message().blocks()).contains("https://slack.example/archives/")
				.contains("1.8.2"));
	}

	@Test
	void messageThatSomebodyDeletedIsToldAnewOnce() {
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		this.harness.log(event().withSequence(2));
		this.harness.sender.answer(new SendResult.Gone("200", "message_not_found"));
		this.harness.pass(Duration.ofSeconds(30));
		assertThat(calls(this.harness, SlackCall.Edit.class)).hasSize(1);
		assertThat(calls(this.harness, SlackCall.Post.class)).hasSize(2)
			.last()
			.satisfies((post) -> assertThat(post.message().text()).contains("2 times"));
		assertThat(this.harness.status().waiting()).isZero();
		assertThat(this.harness.status("default").stoppedBy()).isNull();
	}

	@Test
	void channelThatIsNamedIsCalledByTheIdThatSlackAnswers() {
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		this.harness.log(event().withLogger("com.acme.Other"));
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.harness.sender.sent()).filteredOn((sent) -> sent.call() instanceof SlackCall.Post)
			.extracting(Sent::channel)
			.containsExactly("#default", "C0DEFAULT");
	}

	@Test
	void missingScopeForReactionsIsSaidOnceAndNotTriedAgain() {
		for (int i = 0; i < 3; i++) {
			this.harness.log(event().withSequence(i).withLogger("com.acme.L" + i));
		}
		this.harness.pass(Duration.ofMinutes(14));
		int before = this.harness.sender.sent().size();
		this.harness.sender.answer(new SendResult.Accepted("200"))
			.answer(new SendResult.FeatureRefused("200", "reactions.add", "missing_scope"));
		this.harness.pass(Duration.ofMinutes(3));
		List<Sent> after = this.harness.sender.sent().subList(before, this.harness.sender.sent().size());
		assertThat(after.stream().filter((sent) -> sent.call() instanceof SlackCall.React)).hasSize(1);
		assertThat(after.stream().filter((sent) -> sent.call() instanceof SlackCall.Edit)).hasSize(3);
		assertThat(String.join("\n", this.harness.stderr)).containsOnlyOnce("reactions.add").contains("missing_scope");
		assertThat(this.harness.status("default").limitations()).containsExactly("reactions.add (missing_scope)");
	}

	@Test
	void wholeTraceFollowsInTheThreadAsAFileIfItIsLong() {
		this.harness.log(thrown(300));
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(calls(this.harness, SlackCall.Attach.class)).singleElement()
			.satisfies((attach) -> assertThat(attach.file().text()).contains("Deep.call0(", "Deep.call127("));
	}

	@Test
	void whereFilesAreRefusedTheTraceIsCut() {
		this.harness.log(thrown(300));
		this.harness.pass(Duration.ofMillis(1_200));
		this.harness.sender
			.answer(new SendResult.FeatureRefused("200", "files.getUploadURLExternal", "file_uploads_disabled"));
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(calls(this.harness, SlackCall.Attach.class)).hasSize(1);
		assertThat(calls(this.harness, SlackCall.Reply.class)).singleElement()
			.satisfies((reply) -> assertThat(reply.message().attachments()).contains("com.acme.Deep.call0"));
		this.harness.log(thrown(301, "com.acme.Other"));
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(calls(this.harness, SlackCall.Attach.class)).hasSize(1);
		assertThat(calls(this.harness, SlackCall.Reply.class)).hasSize(2);
	}

	private static LogEvent thrown(int depth) {
		return thrown(depth, "com.acme.Deep");
	}

	private static LogEvent thrown(int depth, String type) {
		StackTraceElement[] frames = new StackTraceElement[depth];
		for (int i = 0; i < depth; i++) {
			frames[i] = new StackTraceElement(type, "call" + i, "Deep.java", i + 1);
		}
		Throwable thrown = new IllegalStateException("deep");
		thrown.setStackTrace(frames);
		return event().withThrowable(RecordedThrowable.of(thrown)).build();
	}

	@Test
	void tokenThatIsNoGoodIsSaidAtTheStartAndNothingIsLost() {
		PipelineHarness refused = PipelineHarness.bot(null);
		refused.sender.answerAlways("default", new SendResult.CredentialRefused("200", "invalid_auth"));
		refused.decorated();
		refused.pass(Duration.ofSeconds(1));
		assertThat(String.join("\n", refused.stderr)).contains("invalid_auth");
		assertThat(refused.status("default").stoppedBy()).isEqualTo("invalid_auth");
		refused.log(event());
		refused.pass(Duration.ofMinutes(5));
		refused.sender.answerNormally();
		refused.pass(Duration.ofMinutes(15));
		assertThat(refused.status().waiting()).isZero();
		assertThat(refused.status().dropped()).isEmpty();
	}

	@Test
	void criticalCallsSomebodyOnceInHalfAnHourAndNeverByAnEdit() {
		PipelineHarness calling = new PipelineHarness(List.of("default"), List.of(),
				Extras.bot(null).mentioning(new Mention("here", Severity.CRITICAL, Duration.ofMinutes(30))))
			.decorated();
		for (int i = 0; i < 5; i++) {
			calling.log(event().withSequence(i).withSeverity(Severity.CRITICAL).withLogger("com.acme.L" + i % 2));
			calling.pass(Duration.ofSeconds(20));
		}
		assertThat(calling.sender.sent().stream().filter((sent) -> sent.call().message() != null))
			.filteredOn((sent) -> sent.message().text().contains("<!here>"))
			.singleElement()
			.satisfies((sent) -> assertThat(sent.call()).isInstanceOf(SlackCall.Post.class));
	}

	@Test
	void endBringsEveryMessageUpToDate() {
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		for (int i = 0; i < 41; i++) {
			this.harness.log(event().withSequence(i));
		}
		this.harness.run();
		this.harness.pipeline.askForEnd();
		assertThat(this.harness.run()).isEqualTo(Round.DONE);
		List<Sent> sent = this.harness.sender.sent();
		assertThat(sent.get(sent.size() - 1).call()).isInstanceOf(SlackCall.Edit.class);
		assertThat(sent.get(sent.size() - 1).message().text()).contains("42 times");
		assertThat(this.harness.status().dropped()).isEmpty();
	}

	@Test
	void mutedKindIsCountedAndSpeaksToNobody() {
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		String id = fingerprint();
		this.harness.pipeline.control().mute(new Mute.Subject.Kind(id), new Mute.Term.For(Duration.ofHours(1)));
		for (int i = 0; i < 200; i++) {
			this.harness.log(event().withSequence(i));
		}
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(calls(this.harness, SlackCall.Reply.class)).isEmpty();
		List<SlackCall.Edit> edits = calls(this.harness, SlackCall.Edit.class);
		assertThat(edits.get(edits.size() - 1).message().attachments()).contains("MUTED");
		assertThat(edits.get(edits.size() - 1).message().text()).contains("201");
		this.harness.pipeline.control().unmute(new Mute.Subject.Kind(id));
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(calls(this.harness, SlackCall.Reply.class)).hasSize(2);
	}

	private String fingerprint() {
		String metadata = calls(this.harness, SlackCall.Post.class).get(0).message().metadata();
		return String.valueOf(metadata).replaceAll("(?s).*\"fingerprint\":\"([a-z2-7]+)\".*", "$1");
	}

	@Test
	void standInHearsWhatABotCannotSayAndEditsWaitForTheBot() {
		PipelineHarness two = new PipelineHarness(List.of("default", "other"), List.of(),
				new Extras(Map.of("default", new SlackPipeline.StandIn("other", Duration.ofMinutes(1))), null, null,
						DEFAULT, Map.of(), "1"))
			.decorated();
		two.log(event());
		two.pass(Duration.ofSeconds(2));
		two.sender.answerAlways("default", new SendResult.DestinationRefused("200", "is_archived"));
		for (int second = 0; second < 300; second++) {
			two.log(event().withSequence(second));
			two.pass(Duration.ofSeconds(1));
		}
		assertThat(two.texts("other")).hasSizeBetween(1, 5)
			.allSatisfy((text) -> assertThat(text).contains("instead of default"));
		two.sender.answerNormally();
		two.pass(Duration.ofMinutes(20));
		assertThat(two.status().waiting()).isZero();
		assertThat(two.status().dropped()).doesNotContainKey(DropReason.REJECTED);
		assertThat(calls(two, SlackCall.Edit.class)).isNotEmpty();
	}

}
