package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Mute.End;
import io.github.slacklogging.Mute.Subject;
import io.github.slacklogging.Mute.Term;
import io.github.slacklogging.OpenIncident;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.grouping.Muting;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.testing.RecordingSlackSender.Sent;
import io.github.slacklogging.worker.Round;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is muted is counted and told to nobody, until it is over. */
class MutingTests {

	private static final Set<String> DEFAULT = Set.of("default");

	private final MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);

	private final PipelineHarness harness = bot(this.spool, "1.8.2");

	private int sequence;

	private static PipelineHarness bot(MemoryGroupSpool spool, String version) {
		return new PipelineHarness(List.of("default"), List.of(), PipelineHarness.Extras.bot(spool).version(version))
			.decorated();
	}

	private PipelineHarness next(String version) {
		return bot(new MemoryGroupSpool(DEFAULT, this.spool.remains()), version);
	}

	private static <T> T answer(PipelineHarness harness, CompletionStage<T> order) {
		harness.run();
		assertThat(order.toCompletableFuture()).isDone();
		return order.toCompletableFuture().join();
	}

	private Optional<Mute> mute(Subject subject, Term term) {
		return answer(this.harness, this.harness.pipeline.control().mute(subject, term));
	}

	private static List<Mute> mutes(PipelineHarness harness) {
		return answer(harness, harness.pipeline.control().mutes());
	}

	private void log(PipelineHarness harness, int times) {
		for (int i = 0; i < times; i++) {
			harness.log(event().withSequence(this.sequence++).at(harness.clock.get().instant()));
		}
		harness.run();
	}

	private Subject.Kind kind() {
		List<OpenIncident> incidents = answer(this.harness, this.harness.pipeline.control().incidents());
		return new Subject.Kind(incidents.get(0).fingerprint());
	}

	private static List<String> footers(PipelineHarness harness) {
		return harness.sender.sent()
			.stream()
			.map(Sent::call)
			.filter(SlackCall.Edit.class::isInstance)
			.map((call) -> String.valueOf(((SlackCall.Edit) call).message().attachments()))
			.toList();
	}

	private static List<String> texts(PipelineHarness harness) {
		return harness.sender.sent()
			.stream()
			.filter((sent) -> sent.call().message() != null)
			.map((sent) -> sent.message().text())
			.toList();
	}

	private static long lines(PipelineHarness harness) {
		return harness.sender.sent()
			.stream()
			.filter((sent) -> sent.call() instanceof SlackCall.Post || sent.call() instanceof SlackCall.Reply)
			.count();
	}

	private void told() {
		log(this.harness, 3);
		this.harness.pass(Duration.ofSeconds(30));
	}

	@Test
	void messageSaysAtOnceUntilWhenAndAtTheEndNoMore() {
		told();
		int before = footers(this.harness).size();
		Mute mute = mute(kind(), new Term.For(Duration.ofHours(1))).orElseThrow();
		this.harness.run();
		Instant end = ((End.At) mute.end()).instant();
		assertThat(end).isEqualTo(mute.since().plus(Duration.ofHours(1)));
		assertThat(footers(this.harness)).hasSize(before + 1).last().asString().contains("MUTED until <!date^");
		OpenIncident muted = answer(this.harness, this.harness.pipeline.control().incidents()).get(0);
		assertThat(muted.mute()).isEqualTo(mute);
		assertThat(muted.nextSpeaks()).isEqualTo(end);
		this.harness.pass(Duration.ofMinutes(61));
		assertThat(footers(this.harness)).last().asString().doesNotContain("MUTED");
		assertThat(mutes(this.harness)).isEmpty();
	}

	@Test
	void kindMutedForAWhileStaysSoAfterACrash() {
		told();
		Mute mute = mute(kind(), new Term.For(Duration.ofHours(1))).orElseThrow();
		this.harness.pass(Duration.ofSeconds(2));
		PipelineHarness next = next("1.8.2");
		assertThat(mutes(next)).containsExactly(mute);
		log(next, 200);
		next.pass(Duration.ofMinutes(2));
		assertThat(lines(next)).isZero();
		assertThat(footers(next)).last().asString().contains("MUTED until");
	}

	@Test
	void tenTimesMoreCountsOnAfterACrash() {
		told();
		Mute mute = mute(kind(), new Term.TenTimesMore()).orElseThrow();
		assertThat(mute.end()).isEqualTo(new End.AtTotal(30));
		log(this.harness, 20);
		this.harness.pass(Duration.ofSeconds(25));
		assertThat(footers(this.harness)).last().asString().contains("MUTED until 30 events");
		PipelineHarness next = next("1.8.2");
		log(next, 6);
		next.pass(Duration.ofSeconds(5));
		assertThat(mutes(next)).containsExactly(mute);
		assertThat(lines(next)).isZero();
		log(next, 1);
		assertThat(mutes(next)).isEmpty();
		next.pass(Duration.ofSeconds(5));
		assertThat(lines(next)).as("the milestone that was passed").isPositive();
	}

	@Test
	void untilTheNextVersionEndsWithTheFirstStartOfAnother() {
		told();
		Mute mute = mute(kind(), new Term.UntilNextVersion()).orElseThrow();
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(footers(this.harness)).last().asString().contains("MUTED until the next version");
		assertThat(mutes(next("1.8.2"))).containsExactly(mute);
		PipelineHarness other = next("1.8.3");
		other.pass(Duration.ofSeconds(5));
		assertThat(mutes(other)).isEmpty();
		assertThat(footers(other)).as("the old message says so no more").last().asString().doesNotContain("MUTED");
		log(other, 1);
		other.pass(Duration.ofSeconds(10));
		assertThat(lines(other)).isEqualTo(1);
	}

	@Test
	void mutedLoggerTakesInWhatComesLaterAndWholeSegmentsOnly() {
		mute(new Subject.Logger("com.acme"), new Term.For(Duration.ofHours(1)));
		this.harness.log(event().withLogger("com.acme.Orders").withMessage("one"));
		this.harness.log(event().withLogger("com.acmex.Orders").withMessage("two"));
		this.harness.log(event().withLogger("com.acme").withMessage("three"));
		this.harness.log(event().withLogger("com.acme.Stock").withMessage("four").withSeverity(Severity.WARN));
		this.harness.pass(Duration.ofMinutes(10));
		assertThat(texts(this.harness)).allSatisfy((text) -> assertThat(text).contains("two"));
		assertThat(this.harness.status().waiting()).isEqualTo(3);
		this.harness.pass(Duration.ofMinutes(51));
		assertThat(this.harness.status().waiting()).isZero();
		assertThat(this.harness.status().dropped()).containsOnly(Map.entry(DropReason.MUTED, 3L));
	}

	@Test
	void mutedLoggerStaysSoAfterACrash() {
		Mute mute = mute(new Subject.Logger("com.acme"), new Term.TenTimesMore()).orElseThrow();
		assertThat(mute.end()).isEqualTo(new End.AtTotal(10));
		PipelineHarness next = next("1.8.2");
		log(next, 9);
		next.pass(Duration.ofSeconds(10));
		assertThat(next.sender.sent()).extracting(Sent::call).noneMatch(SlackCall.Post.class::isInstance);
		log(next, 1);
		next.pass(Duration.ofSeconds(10));
		assertThat(lines(next)).isPositive();
		assertThat(next.status().waiting()).isZero();
	}

	@Test
	void stormOfMutedKindsIsNoStorm() {
		mute(new Subject.Logger("com.acme"), new Term.For(Duration.ofHours(1)));
		for (int i = 0; i < 40; i++) {
			this.harness.log(event().withMessage("kind " + "k".repeat(i)).withSequence(i));
		}
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(lines(this.harness)).isZero();
	}

	@Test
	void unmutedKindSpeaksAgain() {
		told();
		Subject.Kind kind = kind();
		mute(kind, new Term.UntilNextVersion());
		log(this.harness, 100);
		this.harness.pass(Duration.ofSeconds(10));
		long before = lines(this.harness);
		assertThat(answer(this.harness, this.harness.pipeline.control().unmute(kind))).isTrue();
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(lines(this.harness)).isGreaterThan(before);
		assertThat(answer(this.harness, this.harness.pipeline.control().unmute(kind))).isFalse();
		assertThat(this.spool.keptMutes()).isEmpty();
	}

	@Test
	void unknownKindCannotBeMuted() {
		assertThat(mute(new Subject.Kind("zzzzzzz"), new Term.UntilNextVersion())).isEmpty();
		assertThat(mutes(this.harness)).isEmpty();
	}

	@Test
	void nameThatIsNoLoggerIsRefused() {
		for (String name : List.of("", " ", "com.acme.", ".acme", "x".repeat(1_001))) {
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> mute(new Subject.Logger(name), new Term.UntilNextVersion()))
				.withCauseInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void tooManyMutesAreRefused() {
		for (int i = 0; i < Muting.MAX_MUTES; i++) {
			mute(new Subject.Logger("logger" + i), new Term.UntilNextVersion());
		}
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> mute(new Subject.Logger("more"), new Term.UntilNextVersion()))
			.withCauseInstanceOf(IllegalArgumentException.class)
			.withMessageContaining("200 mutes stand already");
		assertThat(mute(new Subject.Logger("logger7"), new Term.TenTimesMore())).isPresent();
	}

	@Test
	void endOfThePipelineTellsNobodyOfWhatIsMutedAndDoesNotWaitForIt() {
		mute(new Subject.Logger("com.acme"), new Term.For(Duration.ofHours(1)));
		log(this.harness, 5);
		this.harness.pipeline.askForEnd();
		assertThat(this.harness.run()).isEqualTo(Round.DONE);
		assertThat(lines(this.harness)).isZero();
		PipelineHarness next = next("1.8.2");
		next.pass(Duration.ofSeconds(5));
		assertThat(lines(next)).as("not even a word about the restart").isLessThanOrEqualTo(1);
		assertThat(next.status().waiting()).isEqualTo(5);
	}

	@Test
	void muteWorksWithoutASpool() {
		PipelineHarness forgetful = PipelineHarness.bot(null).decorated();
		answer(forgetful,
				forgetful.pipeline.control().mute(new Subject.Logger("com"), new Term.For(Duration.ofMinutes(5))));
		log(forgetful, 3);
		forgetful.pass(Duration.ofMinutes(4));
		assertThat(lines(forgetful)).isZero();
		forgetful.pass(Duration.ofMinutes(2));
		assertThat(lines(forgetful)).isPositive();
	}

	@Test
	void muteSurvivesAnotherSetOfDestinations() {
		mute(new Subject.Logger("com.acme"), new Term.UntilNextVersion());
		PipelineHarness other = new PipelineHarness(List.of("other"), List.of(), new PipelineHarness.Extras(Map.of(),
				new MemoryGroupSpool(Set.of("other"), this.spool.remains()), null, Set.of(), Map.of(), "1.8.2"))
			.decorated();
		assertThat(mutes(other)).hasSize(1);
	}

	@Test
	void diskThatFailsCostsNoMuteAndIsTriedAgain() {
		this.spool.fail(true);
		mute(new Subject.Logger("com.acme"), new Term.UntilNextVersion());
		assertThat(this.spool.keptMutes()).isEmpty();
		this.spool.fail(false);
		this.harness.pass(Duration.ofSeconds(61));
		assertThat(this.spool.keptMutes()).hasSize(1);
		assertThat(mutes(this.harness)).hasSize(1);
	}

	@Test
	void gapIsMadeUpForWithoutWhatIsMuted() {
		this.harness.sender.answerAlways("default", new SendResult.Unavailable("connect", "no"));
		mute(new Subject.Logger("com.acme.Stock"), new Term.For(Duration.ofHours(2)));
		log(this.harness, 2);
		this.harness.log(event().withLogger("com.acme.Stock").withMessage("hushed"));
		this.harness.pass(Duration.ofMinutes(5));
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofMinutes(3));
		assertThat(texts(this.harness)).noneMatch((text) -> text.contains("hushed"));
		assertThat(this.harness.status().waiting()).isEqualTo(1);
	}

	@Test
	void endWaitsNoLongerThanTheDiskForWhatAMuteCountedMeanwhile() {
		told();
		mute(kind(), new Term.TenTimesMore());
		this.harness.run();
		log(this.harness, 1);
		this.harness.pass(Duration.ofSeconds(11));
		this.spool.hang();
		log(this.harness, 2);
		this.harness.pass(Duration.ofSeconds(12));
		log(this.harness, 3);
		this.harness.pipeline.askForEnd();
		this.harness.run();
		this.spool.release();
		int tenths = 0;
		while (this.harness.run() != Round.DONE) {
			this.harness.clock.advance(Duration.ofMillis(100));
			tenths++;
		}
		assertThat(tenths).isLessThan(10);
		assertThat(this.spool.keptMutes()).singleElement().satisfies((kept) -> assertThat(kept.counted()).isEqualTo(9));
	}

	@Test
	void whatStandsForKindsWithoutRoomIsMutedAsItIsExplained() {
		this.harness.sender.answerLater();
		for (int kind = 0; kind < 1_001; kind++) {
			this.harness.log(event().withMessage("kind " + (char) ('a' + kind % 26) + "x".repeat(kind / 26)));
			this.harness.run();
		}
		String logger = event().build().loggerName();
		String other = Fingerprint.of(List.of("orders-api", "test", "other ERROR", "logger " + logger)).id();
		assertThat(answer(this.harness, this.harness.pipeline.control().explain(other))).isPresent();
		assertThat(mute(new Subject.Kind(other), new Term.TenTimesMore())).get()
			.satisfies((mute) -> assertThat(mute.end()).isEqualTo(new End.AtTotal(10)));
		assertThat(answer(this.harness, this.harness.pipeline.control().explain(other)).orElseThrow().incidents())
			.allSatisfy((incident) -> assertThat(incident.mute()).isNotNull());
	}

	@Test
	void nameOfALoggerHasNoLineBreak() {
		CompletionStage<Optional<Mute>> order = this.harness.pipeline.control()
			.mute(new Subject.Logger("com.acme\nX"), new Term.UntilNextVersion());
		this.harness.run();
		assertThat(order.toCompletableFuture()).isCompletedExceptionally();
	}

	@Test
	void noteAboutAGapDoesNotAnnounceWhatIsMuted() {
		PipelineHarness webhook = new PipelineHarness().decorated();
		webhook.pipeline.control().mute(new Subject.Logger("com.acme.noise"), new Term.UntilNextVersion());
		webhook.sender.answerAlways("default", new SendResult.Unavailable("connect", "connect refused"));
		webhook.log(event().withMessage("Order failed"));
		webhook.log(event().withLogger("com.acme.noise.Loud").withMessage("again"));
		webhook.log(event().withLogger("com.acme.noise.Louder").withMessage("and again"));
		webhook.pass(Duration.ofMinutes(3));
		webhook.sender.answerNormally();
		webhook.pass(Duration.ofMinutes(2));
		assertThat(texts(webhook)).filteredOn((text) -> text.contains("was not reachable"))
			.last()
			.asString()
			.contains("Folded meanwhile: 1 kind, 1 event.");
	}

}
