package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.KindExplanation.Component;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.OpenIncident;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.pipeline.PipelineControl.RetryResult;
import io.github.slacklogging.pipeline.PipelineControl.TestResult;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.worker.Round;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What people ask of a pipeline, and have it do. */
class PipelineControlTests {

	private static final Set<String> DEFAULT = Set.of("default");

	private static final SendResult UNAVAILABLE = new SendResult.Unavailable("connect", "connect refused");

	private static final SendResult REFUSED = new SendResult.PayloadRefused("400", "invalid_blocks");

	private final MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);

	private final PipelineHarness harness = new PipelineHarness(this.spool).decorated();

	private PipelineControl control() {
		return this.harness.pipeline.control();
	}

	private <T> T answer(CompletionStage<T> order) {
		this.harness.run();
		assertThat(order.toCompletableFuture()).isCompleted();
		return order.toCompletableFuture().join();
	}

	@Test
	void incidentIsToldMaskedInOneLineWithWhatComesNext() {
		this.harness.log(event().withMessage("Login\nwith password=hunter2 failed"));
		this.harness.pass(Duration.ofSeconds(2));
		this.harness.log(event().withMessage("Login\nwith password=hunter2 failed").withSequence(2));
		OpenIncident incident = answer(control().incidents()).get(0);
		assertThat(incident.destination()).isEqualTo("default");
		assertThat(incident.text()).startsWith("Login with password=").doesNotContain("hunter2");
		assertThat(incident.phase()).isEqualTo(Phase.ONGOING);
		assertThat(incident.severity()).isEqualTo(Severity.ERROR);
		assertThat(incident.total()).isEqualTo(2);
		assertThat(incident.waiting()).isEqualTo(1);
		assertThat(incident.lastSpoke()).isNotNull();
		assertThat(incident.nextSpeaks()).isEqualTo(this.harness.clock.get().instant().plus(Duration.ofMinutes(15)));
		assertThat(incident.speaksBecause()).isEqualTo(Occasion.QUIET);
		assertThat(incident.mute()).isNull();
	}

	@Test
	void loudestIncidentsComeFirstAndAtMostFiveHundred() {
		for (int kind = 0; kind < 520; kind++) {
			this.harness.log(event().withMessage("kind " + (char) ('a' + kind % 26) + "x".repeat(kind / 26)));
		}
		this.harness.log(event().withSeverity(Severity.CRITICAL).withMessage("worst"));
		List<OpenIncident> incidents = answer(control().incidents());
		assertThat(incidents).hasSize(500);
		assertThat(incidents.get(0).text()).isEqualTo("worst");
	}

	@Test
	void explanationNamesThePartsOfTheKey() {
		this.harness.log(event().withMessage("Order failed"));
		OpenIncident incident = answer(control().incidents()).get(0);
		KindExplanation explained = answer(control().explain(incident.fingerprint())).orElseThrow();
		assertThat(explained.rule()).startsWith("no exception: ");
		assertThat(explained.components()).contains(new Component("service", "orders-api"),
				new Component("environment", "test"), new Component("template", "Order failed"));
		assertThat(explained.components()).extracting(Component::name)
			.containsExactly("service", "environment", "logger", "template");
		assertThat(explained.incidents()).containsExactly(incident);
		assertThat(answer(control().explain("zzzzzzz"))).isEmpty();
	}

	@Test
	void kindOfAnEarlierRunIsExplainedToo() {
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		PipelineHarness next = next("1.8.2");
		CompletionStage<List<OpenIncident>> incidents = next.pipeline.control().incidents();
		next.run();
		OpenIncident incident = incidents.toCompletableFuture().join().get(0);
		assertThat(incident.total()).isEqualTo(1);
		CompletionStage<Optional<KindExplanation>> explained = next.pipeline.control().explain(incident.fingerprint());
		next.run();
		assertThat(explained.toCompletableFuture().join()).get()
			.satisfies((each) -> assertThat(each.components()).extracting(Component::name).contains("template"));
	}

	private PipelineHarness next(String version) {
		return new PipelineHarness(List.of("default"), List.of(), new PipelineHarness.Extras(Map.of(),
				new MemoryGroupSpool(DEFAULT, this.spool.remains()), null, Set.of(), Map.of(), version))
			.decorated();
	}

	@Test
	void flushTellsWhatIsNotDueYet() {
		this.harness.log(event().withSeverity(Severity.WARN));
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(this.harness.sender.sent()).isEmpty();
		this.harness.log(event().withSeverity(Severity.WARN).withSequence(2));
		assertThat(answer(control().flush())).isEqualTo(2);
		this.harness.pass(Duration.ofSeconds(2));
		assertThat(this.harness.sender.sent()).hasSize(1);
		assertThat(this.harness.status().waiting()).isZero();
	}

	@Test
	void flushOfNothingHurriesNothingThatComesLater() {
		assertThat(answer(control().flush())).isZero();
		this.harness.pass(Duration.ofSeconds(1));
		this.harness.log(event().withSeverity(Severity.WARN));
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(this.harness.sender.sent()).isEmpty();
	}

	@Test
	void flushEditsWhatHasAMessage() {
		PipelineHarness bot = PipelineHarness.bot(null).decorated();
		bot.log(event());
		bot.pass(Duration.ofMinutes(2));
		bot.log(event().withSequence(2));
		bot.pass(Duration.ofSeconds(1));
		bot.log(event().withSequence(3));
		bot.run();
		assertThat(bot.status().waiting()).isPositive();
		bot.pipeline.control().flush();
		bot.pass(Duration.ofSeconds(2));
		assertThat(bot.status().waiting()).isZero();
	}

	@Test
	void flushWaitsForTheCircuit() {
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		this.harness.log(event());
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(this.harness.status("default").circuit()).isEqualTo(CircuitState.OPEN);
		int before = this.harness.sender.sent().size();
		assertThat(answer(control().flush())).isEqualTo(1);
		assertThat(this.harness.sender.sent()).hasSize(before);
		this.harness.sender.answerNormally();
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(this.harness.status().waiting()).isZero();
	}

	@Test
	void testMessageSaysWhatItIsAndCountsNoEvent() {
		List<TestResult> results = answer(control().test(null));
		assertThat(results).containsExactly(new TestResult("default", true, "200", "ok", Duration.ZERO));
		assertThat(this.harness.texts("default")).singleElement()
			.asString()
			.contains("Test message from orders-api", "nothing is wrong");
		assertThat(this.harness.status().accepted()).isZero();
		assertThat(this.harness.status().delivered().values()).allMatch((count) -> count == 0);
	}

	@Test
	void testClosesACircuitThatIsOpen() {
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		this.harness.log(event());
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(this.harness.status("default").circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(answer(control().test("default"))).extracting(TestResult::answer).containsExactly("connect refused");
		assertThat(this.harness.status("default").circuit()).isEqualTo(CircuitState.OPEN);
		this.harness.sender.answerNormally();
		assertThat(answer(control().test("default"))).extracting(TestResult::delivered).containsExactly(true);
		assertThat(this.harness.status("default").circuit()).isEqualTo(CircuitState.CLOSED);
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(this.harness.status().waiting()).isZero();
	}

	@Test
	void testLiftsTheStopOfARefusedCredential() {
		this.harness.sender.answerAlways("default", new SendResult.CredentialRefused("403", "invalid_token"));
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(this.harness.status("default").stoppedBy()).isEqualTo("invalid_token");
		assertThat(answer(control().test(null))).extracting(TestResult::answer).containsExactly("invalid_token");
		this.harness.sender.answerNormally();
		assertThat(answer(control().test(null))).extracting(TestResult::answer).containsExactly("ok");
		assertThat(this.harness.status("default").stoppedBy()).isNull();
	}

	@Test
	void testThatIsTheFirstToBeRefusedIsToldAsATrouble() {
		this.harness.sender.answerAlways("default", new SendResult.CredentialRefused("403", "invalid_token"));
		answer(control().test(null));
		this.harness.pass(Duration.ofMinutes(2));
		assertThat(this.harness.stderr).anyMatch((line) -> line.contains("Slack refuses destination 'default'"));
	}

	@Test
	void testWaitsForTheFlightBeforeItAndNotLongForAPermit() {
		CompletableFuture<SendResult> held = this.harness.sender.answerLater();
		this.harness.log(event());
		this.harness.pass(Duration.ofSeconds(2));
		CompletionStage<List<TestResult>> test = control().test(null);
		this.harness.pass(Duration.ofSeconds(10));
		assertThat(this.harness.sender.sent()).hasSize(1);
		held.complete(new SendResult.Throttled("429", Duration.ofMinutes(5)));
		this.harness.pass(Duration.ofSeconds(4));
		assertThat(this.harness.sender.sent()).hasSize(2);
		assertThat(test.toCompletableFuture().join()).extracting(TestResult::delivered).containsExactly(true);
	}

	@Test
	void testSaysHowLongSlackWantsToBeLeftAlone() {
		this.harness.sender.answer(new SendResult.Throttled("429", Duration.ofSeconds(30)));
		assertThat(answer(control().test(null)))
			.containsExactly(new TestResult("default", false, "429", "429 retry after 30 s", Duration.ZERO));
	}

	@Test
	void testIsAnsweredAlsoWhereSlackNeverAnswers() {
		this.harness.sender.answerLater();
		CompletionStage<List<TestResult>> test = control().test(null);
		this.harness.pass(Duration.ofSeconds(125));
		assertThat(test.toCompletableFuture().join()).singleElement().satisfies((result) -> {
			assertThat(result.answer()).isEqualTo("no answer");
			assertThat(result.took()).isEqualTo(Duration.ofMinutes(2));
		});
	}

	@Test
	void unknownDestinationIsToldAtOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> control().test("nowhere"))
			.withMessageContaining("nowhere");
	}

	@Test
	void ordersFailOnceThePipelineHasEnded() {
		this.harness.sender.answerLater();
		CompletionStage<List<TestResult>> outstanding = control().test(null);
		this.harness.run();
		end();
		CompletionStage<List<OpenIncident>> late = control().incidents();
		for (CompletionStage<?> order : List.of(outstanding, late)) {
			assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> order.toCompletableFuture().join())
				.withCauseInstanceOf(IllegalStateException.class);
		}
	}

	@Test
	void orderBeforeTheWorkerRunsWaitsForIt() {
		PipelineHarness held = new PipelineHarness();
		CompletionStage<List<OpenIncident>> order = held.pipeline.control().incidents();
		held.run();
		assertThat(order.toCompletableFuture()).isNotDone();
		held.decorated();
		assertThat(order.toCompletableFuture()).isCompletedWithValue(List.of());
	}

	@Test
	void orderNobodyWaitsForAnyMoreIsNotCarriedOut() {
		CompletionStage<Optional<Mute>> order = control().mute(new Mute.Subject.Logger("com.acme"),
				new Mute.Term.TenTimesMore());
		order.toCompletableFuture().cancel(false);
		assertThat(answer(control().mutes())).isEmpty();
	}

	@Test
	void closeAnswersOrdersOfAWorkerThatNeverRan() {
		PipelineHarness idle = new PipelineHarness();
		CompletionStage<List<OpenIncident>> order = idle.pipeline.control().incidents();
		idle.pipeline.close();
		assertThat(order.toCompletableFuture()).isCompletedExceptionally();
	}

	private void end() {
		this.harness.pipeline.askForEnd();
		for (int tenths = 0; this.harness.run() != Round.DONE; tenths++) {
			assertThat(tenths).as("tenths of a second until the end").isLessThan(100);
			this.harness.clock.advance(Duration.ofMillis(100));
		}
	}

	private void reject(int messages) {
		for (int i = 0; i < messages; i++) {
			this.harness.sender.answer(REFUSED).answer(REFUSED);
			this.harness.log(event().withMessage("Order " + "abcdefgh".charAt(i) + " failed").withSequence(i));
			this.harness.pass(Duration.ofSeconds(5));
		}
		assertThat(this.spool.rejected()).hasSize(messages);
		assertThat(this.harness.status().dropped()).containsEntry(DropReason.REJECTED, (long) messages);
	}

	@Test
	void rejectedMessageIsSentOnceMoreAndComesBackIntoTheBooks() {
		reject(2);
		CompletionStage<RetryResult> retry = control().retryRejected();
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(retry.toCompletableFuture()).isCompletedWithValue(new RetryResult(2, 2, List.of()));
		assertThat(this.spool.rejected()).isEmpty();
		assertThat(this.harness.status().recovered()).isEqualTo(2);
		assertThat(this.harness.status().delivered().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
		assertThat(this.harness.texts("default").subList(4, 6)).satisfiesExactly(
				(text) -> assertThat(text).contains("Order a failed"),
				(text) -> assertThat(text).contains("Order b failed"));
	}

	@Test
	void whatIsRefusedAgainStaysADeadLetter() {
		reject(2);
		this.harness.sender.answer(REFUSED);
		CompletionStage<RetryResult> retry = control().retryRejected();
		this.harness.pass(Duration.ofSeconds(5));
		RetryResult result = retry.toCompletableFuture().join();
		assertThat(result.tried()).isEqualTo(2);
		assertThat(result.delivered()).isEqualTo(1);
		assertThat(result.refused()).containsExactly(new PipelineControl.Refusal("default", "invalid_blocks"));
		assertThat(this.spool.rejected()).hasSize(1);
	}

	@Test
	void secondOrderJoinsTheFirst() {
		reject(2);
		CompletionStage<RetryResult> first = control().retryRejected();
		this.harness.run();
		CompletionStage<RetryResult> second = control().retryRejected();
		this.harness.pass(Duration.ofSeconds(5));
		assertThat(second.toCompletableFuture().join()).isEqualTo(first.toCompletableFuture().join());
		assertThat(this.harness.sender.sent()).hasSize(6);
	}

	@Test
	void unreachableSlackEndsTheRetryAndKeepsAll() {
		reject(3);
		this.harness.sender.answerAlways("default", UNAVAILABLE);
		CompletionStage<RetryResult> retry = control().retryRejected();
		this.harness.pass(Duration.ofMinutes(2));
		RetryResult result = retry.toCompletableFuture().join();
		assertThat(result.tried()).isEqualTo(1);
		assertThat(result.refused()).hasSize(3).allMatch((refusal) -> refusal.reason().equals("connect refused"));
		assertThat(this.spool.rejected()).hasSize(3);
		assertThat(this.harness.status().recovered()).isZero();
	}

	@Test
	void endInTheMidstOfARetryLosesNothing() {
		reject(2);
		this.harness.sender.answerLater();
		CompletionStage<RetryResult> retry = control().retryRejected();
		this.harness.pass(Duration.ofSeconds(1));
		end();
		assertThat(retry.toCompletableFuture()).isCompletedExceptionally();
		assertThat(this.spool.rejected()).hasSize(2);
	}

	@Test
	void letterOfADestinationThatIsGoneStays() {
		reject(1);
		PipelineHarness other = new PipelineHarness(List.of("other"), List.of(),
				new PipelineHarness.Extras(Map.of(), new MemoryGroupSpool(Set.of("other"), this.spool.remains()), null))
			.decorated();
		CompletionStage<RetryResult> retry = other.pipeline.control().retryRejected();
		other.pass(Duration.ofSeconds(3));
		assertThat(retry.toCompletableFuture().join().refused())
			.containsExactly(new PipelineControl.Refusal("default", "no such destination"));
		assertThat(other.sender.sent()).isEmpty();
	}

	@Test
	void newsGoBeforeDeadLetters() {
		reject(2);
		control().retryRejected();
		this.harness.log(event().withSeverity(Severity.CRITICAL).withMessage("worst").withSequence(99));
		this.harness.pass(Duration.ofSeconds(6));
		List<String> texts = this.harness.texts("default");
		assertThat(texts).hasSize(7);
		assertThat(texts.get(4)).contains("worst");
		assertThat(this.harness.sender.sent().get(4).call()).isInstanceOf(SlackCall.Post.class);
	}

	@Test
	void pipelineWithoutASpoolHasNoDeadLetters() throws Exception {
		PipelineHarness forgetful = new PipelineHarness().decorated();
		CompletionStage<RetryResult> retry = forgetful.pipeline.control().retryRejected();
		forgetful.run();
		assertThat(retry.toCompletableFuture()).isCompletedWithValue(new RetryResult(0, 0, List.of()));
		assertThat(forgetful.pipeline.control().rejected()).isEmpty();
		assertThat(forgetful.run()).isNotEqualTo(Round.DONE);
	}

}
