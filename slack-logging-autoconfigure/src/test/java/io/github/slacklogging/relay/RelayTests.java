package io.github.slacklogging.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Pace;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Tick;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RelayTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final SendResult ACCEPTED = new SendResult.Accepted("200");

	private static final SendResult UNAVAILABLE = new SendResult.Unavailable("connect", "connection refused");

	private static final SendResult UNCLEAR = new SendResult.Unclear("timeout", "no answer in time");

	private static final SendResult PAYLOAD = new SendResult.PayloadRefused("400", "invalid_blocks");

	private static final SendResult ARCHIVED = new SendResult.DestinationRefused("410", "channel_is_archived");

	private static final SendResult REVOKED = new SendResult.CredentialRefused("200", "token_revoked");

	private static final SendResult EDITED = new SendResult.Accepted("200", new MessageRef("C1", "1.2"), null);

	private static final SendResult GONE = new SendResult.Gone("200", "message_not_found");

	private static final SendResult UNSCOPED = new SendResult.FeatureRefused("200", "reactions.add", "missing_scope");

	private final Set<String> renewable = new HashSet<>();

	private final Set<String> replaced = new HashSet<>();

	private Relay relay = relay(settings(0));

	// A negative origin, as System.nanoTime() may have.
	private Tick now = new Tick(Instant.parse("2026-01-01T10:00:00Z"), -42_000_000_000L);

	@Test
	void oneMessageASecondIsLetThrough() {
		assertThat(tryStart("a")).isTrue();
		judge("a", ACCEPTED);
		assertThat(tryStart("a")).isFalse();
		assertThat(waitOf("a")).isEqualTo(SECOND);
		pass(SECOND.minusNanos(1));
		assertThat(tryStart("a")).isFalse();
		pass(Duration.ofNanos(1));
		assertThat(tryStart("a")).isTrue();
	}

	@Test
	void sixtyPermitsAMinuteAreExact() {
		int permits = 0;
		for (int i = 0; i < 6000; i++) {
			if (tryStart("a")) {
				judge("a", ACCEPTED);
				permits++;
			}
			pass(Duration.ofMillis(10));
		}
		assertThat(permits).isEqualTo(60);
	}

	@Test
	void destinationsOfOneCredentialAndChannelShareThePermit() {
		assertThat(tryStart("a")).isTrue();
		assertThat(tryStart("twin")).isFalse();
		assertThat(tryStart("b")).isTrue();
	}

	@Test
	void throttlingPausesTheSharedLimitAndIsNoFailure() {
		start("a");
		assertThat(judge("a", new SendResult.Throttled("429", Duration.ofSeconds(3)))).isEqualTo(Verdict.AGAIN);
		assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(3));
		assertThat(waitOf("twin")).isEqualTo(Duration.ofSeconds(3));
		assertThat(waitOf("b")).isZero();
		assertThat(this.relay.status("a").consecutiveFailures()).isZero();
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.CLOSED);
		pass(Duration.ofSeconds(3));
		assertThat(tryStart("a")).isTrue();
	}

	@Test
	void permitAndPauseAreAllThatHoldsBackUntilSomethingElseDoes() {
		assertThat(pacedFor("a")).isZero();
		start("a");
		assertThat(pacedFor("a")).as("while the call is under way").isEqualTo(SECOND);
		judge("a", new SendResult.Throttled("429", Duration.ofSeconds(30)));
		assertThat(pacedFor("a")).isEqualTo(Duration.ofSeconds(30));
		assertThat(pacedFor("twin")).as("the limit is shared").isEqualTo(Duration.ofSeconds(30));
		pass(Duration.ofSeconds(30));
		assertThat(pacedFor("a")).isZero();
		start("a");
		judge("a", UNAVAILABLE);
		assertThat(pacedFor("a")).as("a back-off").isZero();
		assertThat(waitOf("a")).isPositive();
		pass(MINUTE);
		start("a");
		judge("a", REVOKED);
		assertThat(pacedFor("a")).as("a refusal").isZero();
		fail("b", 5);
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.OPEN);
		pass(MINUTE);
		start("b");
		assertThat(pacedFor("b")).as("a circuit that is not closed").isZero();
	}

	@Test
	void throttlingForeverNeverOpensTheCircuitNorRejects() {
		this.relay = relay(settings(2));
		for (int i = 0; i < 20; i++) {
			start("a");
			assertThat(judge("a", new SendResult.Throttled("429", SECOND))).isEqualTo(Verdict.AGAIN);
		}
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void failuresBackOffExponentially() {
		this.relay = relay(new Relay.Settings(1000, 1, SECOND, Duration.ofSeconds(5), 0, 0, 100, SECOND));
		for (int seconds : new int[] { 1, 2, 4, 5, 5 }) {
			start("a");
			assertThat(judge("a", UNAVAILABLE)).isEqualTo(Verdict.AGAIN);
			assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(seconds));
		}
		start("a");
		judge("a", ACCEPTED);
		start("a");
		judge("a", UNAVAILABLE);
		assertThat(waitOf("a")).isEqualTo(SECOND);
	}

	@Test
	void failuresInARowOpenTheCircuitAndOneProbeClosesIt() {
		fail("a", 4);
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.CLOSED);
		fail("a", 1);
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(30));
		pass(Duration.ofSeconds(30).minusNanos(1));
		assertThat(tryStart("a")).isFalse();
		start("a");
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.HALF_OPEN);
		assertThat(judge("a", ACCEPTED)).isEqualTo(Verdict.DELIVERED);
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.relay.status("a").consecutiveFailures()).isZero();
	}

	@Test
	void successBetweenFailuresKeepsTheCircuitClosed() {
		fail("a", 4);
		start("a");
		judge("a", ACCEPTED);
		fail("a", 4);
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void failedProbeOpensTheCircuitAgain() {
		fail("a", 6);
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(waitOf("a")).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void throttledOrAbandonedProbeMayBeRepeated() {
		fail("a", 5);
		start("a");
		judge("a", new SendResult.Throttled("429", SECOND));
		start("a");
		this.relay.abandon("a");
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.HALF_OPEN);
		start("a");
		judge("a", ACCEPTED);
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void deadDestinationDelaysNoOther() {
		fail("a", 5);
		assertThat(tryStart("b")).isTrue();
		assertThat(this.relay.status("b").consecutiveFailures()).isZero();
	}

	@Test
	void refusedPayloadIsReducedOnceThenRejected() {
		start("a");
		assertThat(judge("a", PAYLOAD)).isEqualTo(Verdict.REDUCE);
		assertThat(waitOf("a")).isEqualTo(SECOND);
		start("a");
		assertThat(this.relay.judge("a", Pace.POST, PAYLOAD, true, this.now)).isEqualTo(Verdict.REJECTED);
		assertThat(this.relay.status("a").lastFailureReason()).isEqualTo("invalid_blocks");
		assertThat(this.relay.status("a").circuit()).isEqualTo(CircuitState.CLOSED);
		assertThat(waitOf("a")).isEqualTo(SECOND);
	}

	@Test
	void refusedDestinationStopsIsToldOnceAndProbedRarely() {
		start("a");
		assertThat(judge("a", ARCHIVED)).isEqualTo(Verdict.STOPPED);
		assertThat(this.relay.status("a").stoppedBy()).isEqualTo("channel_is_archived");
		for (int minutes : new int[] { 1, 2, 4, 8, 15, 15 }) {
			assertThat(waitOf("a")).isEqualTo(Duration.ofMinutes(minutes));
			start("a");
			assertThat(judge("a", ARCHIVED)).isEqualTo(Verdict.AGAIN);
		}
		start("a");
		assertThat(judge("a", ACCEPTED)).isEqualTo(Verdict.DELIVERED);
		assertThat(this.relay.status("a").stoppedBy()).isNull();
		start("a");
		assertThat(judge("a", ARCHIVED)).isEqualTo(Verdict.STOPPED);
		assertThat(waitOf("a")).isEqualTo(MINUTE);
	}

	@Test
	void credentialThatIsReplacedDuringAStopIsTriedWithinSeconds() {
		start("a");
		assertThat(judge("a", REVOKED)).isEqualTo(Verdict.STOPPED);
		for (int look = 0; look < 3; look++) {
			assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(5));
			pass(Duration.ofSeconds(5));
			assertThat(tryStart("a")).isFalse();
		}
		this.replaced.add("a");
		start("a");
		assertThat(judge("a", ACCEPTED)).isEqualTo(Verdict.DELIVERED);
		assertThat(this.relay.status("a").stoppedBy()).isNull();
	}

	@Test
	void credentialThatIsNotReplacedIsProbedAfterAMinuteAllTheSame() {
		start("a");
		judge("a", REVOKED);
		for (int look = 0; look < 11; look++) {
			pass(Duration.ofSeconds(5));
			assertThat(tryStart("a")).isFalse();
		}
		assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(5));
		start("a");
		assertThat(judge("a", REVOKED)).isEqualTo(Verdict.AGAIN);
	}

	@Test
	void anotherReasonToStopIsNews() {
		start("a");
		judge("a", ARCHIVED);
		start("a");
		assertThat(judge("a", REVOKED)).isEqualTo(Verdict.STOPPED);
		assertThat(this.relay.status("a").stoppedBy()).isEqualTo("token_revoked");
	}

	@Test
	void reducedFormOfAProbeNeedNotWaitForTheNextProbe() {
		start("a");
		judge("a", ARCHIVED);
		start("a");
		assertThat(judge("a", PAYLOAD)).isEqualTo(Verdict.REDUCE);
		assertThat(waitOf("a")).isEqualTo(SECOND);
		assertThat(this.relay.status("a").stoppedBy()).isEqualTo("channel_is_archived");
	}

	@Test
	void refusedCredentialIsTriedAtOnceIfItChanged() {
		this.renewable.add("a");
		start("a");
		assertThat(judge("a", REVOKED)).isEqualTo(Verdict.AGAIN_AT_ONCE);
		assertThat(this.relay.status("a").stoppedBy()).isNull();
		assertThat(waitOf("a")).isEqualTo(SECOND);
		start("a");
		assertThat(judge("a", ACCEPTED)).isEqualTo(Verdict.DELIVERED);
	}

	@Test
	void credentialThatIsAlwaysFreshAndAlwaysRefusedStops() {
		this.renewable.add("a");
		start("a");
		judge("a", REVOKED);
		start("a");
		assertThat(judge("a", REVOKED)).isEqualTo(Verdict.STOPPED);
		assertThat(this.relay.status("a").stoppedBy()).isEqualTo("token_revoked");
	}

	@Test
	void credentialsThatAreAllRefusedAreTriedEverMoreRarely() {
		this.replaced.add("a");
		start("a");
		judge("a", REVOKED);
		for (int seconds : new int[] { 5, 10, 20, 40, 80, 160, 320, 640, 900, 900 }) {
			assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(seconds));
			start("a");
			assertThat(judge("a", REVOKED)).isEqualTo(Verdict.AGAIN);
		}
	}

	@Test
	void refusedCredentialThatDidNotChangeStops() {
		this.renewable.add("b");
		start("a");
		assertThat(judge("a", REVOKED)).isEqualTo(Verdict.STOPPED);
		assertThat(this.relay.status("a").stoppedBy()).isEqualTo("token_revoked");
	}

	@Test
	void unclearAnswerIsRepeatedOnceQuicklyThenBacksOffUntilDelivered() {
		start("a");
		assertThat(judge("a", UNCLEAR)).isEqualTo(Verdict.AGAIN_AT_ONCE);
		assertThat(waitOf("a")).isEqualTo(SECOND);
		pass(Duration.ofSeconds(10));
		assertThat(waitOf("a")).isZero();
		start("a");
		assertThat(judge("a", UNCLEAR)).isEqualTo(Verdict.AGAIN);
		assertThat(waitOf("a")).isEqualTo(SECOND);
		start("a");
		assertThat(judge("a", UNAVAILABLE)).isEqualTo(Verdict.AGAIN);
		assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(2));
		start("a");
		judge("a", ACCEPTED);
		start("a");
		assertThat(judge("a", UNCLEAR)).isEqualTo(Verdict.AGAIN_AT_ONCE);
	}

	@Test
	void forcedAttemptStartsWhateverHoldsOthersBackAndIsJudgedAsTheyAre() {
		start("a");
		judge("a", new SendResult.Throttled("429", MINUTE));
		fail("b", 5);
		this.relay.force("a", Pace.POST, this.now);
		assertThat(judge("a", ACCEPTED)).isEqualTo(Verdict.DELIVERED);
		this.relay.force("b", Pace.POST, this.now);
		assertThat(judge("b", UNAVAILABLE)).isEqualTo(Verdict.AGAIN);
		this.relay.force("b", Pace.POST, this.now);
		assertThat(judge("b", ACCEPTED)).isEqualTo(Verdict.DELIVERED);
		assertThat(this.relay.status("b").lastSuccess()).isNotNull();
	}

	@Test
	void probeOfAnOpenCircuitDecidesWhetherItCloses() {
		fail("b", 5);
		this.relay.probe("b", Pace.POST, this.now);
		judge("b", UNAVAILABLE);
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(waitOf("b")).isGreaterThan(SECOND);
		this.relay.probe("b", Pace.POST, this.now);
		judge("b", ACCEPTED);
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.CLOSED);
		assertThat(waitOf("b")).isLessThanOrEqualTo(SECOND);
	}

	@Test
	void attemptsAreUnlimitedByDefault() {
		for (int i = 0; i < 200; i++) {
			start("a");
			assertThat(judge("a", UNAVAILABLE)).isEqualTo(Verdict.AGAIN);
		}
	}

	@Test
	void lastAttemptRejectsButTheBackOffStays() {
		this.relay = relay(settings(3));
		fail("a", 2);
		start("a");
		assertThat(judge("a", UNCLEAR)).isEqualTo(Verdict.REJECTED);
		assertThat(this.relay.status("a").consecutiveFailures()).isEqualTo(3);
		assertThat(waitOf("a")).isEqualTo(Duration.ofSeconds(4));
		start("a");
		assertThat(judge("a", UNAVAILABLE)).isEqualTo(Verdict.AGAIN);
	}

	@Test
	void statusTellsTimesAndTheLastReason() {
		Instant delivered = this.now.instant();
		start("a");
		judge("a", ACCEPTED);
		pass(MINUTE);
		start("a");
		judge("a", UNAVAILABLE);
		RelayStatus status = this.relay.status("a");
		assertThat(status.lastSuccess()).isEqualTo(delivered);
		assertThat(status.lastFailure()).isEqualTo(delivered.plus(MINUTE));
		assertThat(status.lastFailureReason()).isEqualTo("connection refused");
		assertThat(status.consecutiveFailures()).isEqualTo(1);
	}

	@Test
	void fortyEditsAMinuteAreLetThroughAndFourOfThemAtOnce() {
		assertThat(edits("b")).isEqualTo(4);
		int permits = 0;
		for (int i = 0; i < 6000; i++) {
			pass(Duration.ofMillis(10));
			permits += edits("b");
		}
		assertThat(permits).isEqualTo(40);
		assertThat(waitOf("b", Pace.EDIT)).isLessThanOrEqualTo(Duration.ofMillis(1500));
	}

	@Test
	void editsAreSharedByAllChannelsOfACredentialAndByNobodyElse() {
		assertThat(edits("b")).isEqualTo(4);
		assertThat(edits("c")).isZero();
		assertThat(edits("a")).isEqualTo(4);
	}

	@Test
	void postsAndEditsDoNotWaitForEachOther() {
		edits("b");
		assertThat(waitOf("b")).isZero();
		start("b");
		judge("b", ACCEPTED);
		assertThat(waitOf("b")).isEqualTo(SECOND);
		pass(Duration.ofMillis(1500).minus(SECOND));
		assertThat(waitOf("b")).isEqualTo(Duration.ofMillis(500));
		assertThat(waitOf("b", Pace.EDIT)).isEqualTo(SECOND);
	}

	@Test
	void throttledEditPausesTheEditsOfTheCredentialAndNoPost() {
		startEdit("b");
		assertThat(judgeEdit("b", new SendResult.Throttled("429", Duration.ofSeconds(30)))).isEqualTo(Verdict.AGAIN);
		assertThat(waitOf("b", Pace.EDIT)).isEqualTo(Duration.ofSeconds(30));
		assertThat(waitOf("c", Pace.EDIT)).isEqualTo(Duration.ofSeconds(30));
		assertThat(waitOf("b")).isZero();
		assertThat(this.relay.status("b").consecutiveFailures()).isZero();
	}

	@Test
	void throttledPostPausesNoEdit() {
		start("b");
		judge("b", new SendResult.Throttled("429", Duration.ofSeconds(30)));
		assertThat(waitOf("b")).isEqualTo(Duration.ofSeconds(30));
		assertThat(waitOf("b", Pace.EDIT)).isZero();
	}

	@Test
	void failedEditIsAFailureAndHoldsBackPostsToo() {
		for (int i = 0; i < 5; i++) {
			startEdit("b");
			assertThat(judgeEdit("b", UNAVAILABLE)).isEqualTo(Verdict.AGAIN);
			assertThat(waitOf("b")).isEqualTo(waitOf("b", Pace.EDIT)).isPositive();
		}
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(this.relay.status("b").consecutiveFailures()).isEqualTo(5);
		startEdit("b");
		assertThat(judgeEdit("b", EDITED)).isEqualTo(Verdict.DELIVERED);
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.relay.status("b").consecutiveFailures()).isZero();
	}

	@Test
	void stopHoldsForBothPaces() {
		startEdit("b");
		assertThat(judgeEdit("b", ARCHIVED)).isEqualTo(Verdict.STOPPED);
		assertThat(waitOf("b")).isEqualTo(MINUTE);
		assertThat(waitOf("b", Pace.EDIT)).isEqualTo(MINUTE);
		assertThat(waitOf("c", Pace.EDIT)).isZero();
	}

	@Test
	void goneMessageIsPostedAnewAtOnceAndIsNoFailure() {
		startEdit("b");
		assertThat(judgeEdit("b", GONE)).isEqualTo(Verdict.REPOST);
		assertThat(waitOf("b")).isZero();
		assertThat(this.relay.status("b").consecutiveFailures()).isZero();
		assertThat(this.relay.status("b").lastFailure()).isNull();
	}

	@Test
	void messageGoneAgainAndAgainWaitsForThePermitsOfPosts() {
		start("b");
		assertThat(judge("b", GONE)).isEqualTo(Verdict.REPOST);
		assertThat(waitOf("b")).isEqualTo(SECOND);
		start("b");
		assertThat(judge("b", GONE)).isEqualTo(Verdict.REPOST);
		assertThat(waitOf("b")).isEqualTo(SECOND);
	}

	@Test
	void probeThatFindsItsMessageGoneIsFollowedByAPost() {
		start("b");
		judge("b", ARCHIVED);
		startEdit("b");
		assertThat(judgeEdit("b", GONE)).isEqualTo(Verdict.REPOST);
		assertThat(waitOf("b")).isZero();
		assertThat(this.relay.status("b").stoppedBy()).isEqualTo("channel_is_archived");
	}

	@Test
	void refusedFeatureIsLeftOutAndIsNoFailure() {
		startEdit("b");
		assertThat(judgeEdit("b", UNSCOPED)).isEqualTo(Verdict.SKIP);
		assertThat(waitOf("b")).isZero();
		assertThat(this.relay.status("b").stoppedBy()).isNull();
		assertThat(this.relay.status("b").consecutiveFailures()).isZero();
	}

	@Test
	void goneMessagesAndRefusedFeaturesShowThatSlackAnswers() {
		fail("b", 4);
		startEdit("b");
		judgeEdit("b", UNSCOPED);
		fail("b", 4);
		startEdit("b");
		judgeEdit("b", GONE);
		fail("b", 4);
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.CLOSED);
		fail("b", 1);
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.OPEN);
		startEdit("b");
		judgeEdit("b", UNSCOPED);
		assertThat(this.relay.status("b").circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void onlyAMessageProvesThatAStoppedDestinationTakesMessages() {
		start("b");
		judge("b", ARCHIVED);
		startEdit("b");
		assertThat(judgeEdit("b", ACCEPTED)).isEqualTo(Verdict.DELIVERED);
		assertThat(this.relay.status("b").stoppedBy()).isEqualTo("channel_is_archived");
		assertThat(this.relay.status("b").lastSuccess()).isNull();
		startEdit("b");
		assertThat(judgeEdit("b", EDITED)).isEqualTo(Verdict.DELIVERED);
		assertThat(this.relay.status("b").stoppedBy()).isNull();
		assertThat(this.relay.status("b").lastSuccess()).isNotNull();
	}

	@Test
	void tooLongEditIsReducedUnderItsOwnPace() {
		edits("b");
		startEdit("b");
		assertThat(judgeEdit("b", PAYLOAD)).isEqualTo(Verdict.REDUCE);
		assertThat(waitOf("b", Pace.EDIT)).isEqualTo(Duration.ofMillis(1500));
		startEdit("b");
		assertThat(this.relay.judge("b", Pace.EDIT, PAYLOAD, true, this.now)).isEqualTo(Verdict.REJECTED);
	}

	@Test
	void unknownDestinationIsAnError() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.relay.status("nobody"));
	}

	@Test
	void badSettingsNameTheProperty() {
		assertBad("rate-limit.per-second", 0, 1, SECOND, MINUTE, 0.2, 0, 5, SECOND);
		assertBad("rate-limit.per-second", Double.NaN, 1, SECOND, MINUTE, 0.2, 0, 5, SECOND);
		assertBad("rate-limit.burst", 1, 0, SECOND, MINUTE, 0.2, 0, 5, SECOND);
		assertBad("retry.initial-backoff", 1, 1, Duration.ZERO, MINUTE, 0.2, 0, 5, SECOND);
		assertBad("retry.max-backoff", 1, 1, MINUTE, SECOND, 0.2, 0, 5, SECOND);
		assertBad("retry.max-backoff", 1, 1, SECOND, Duration.ofDays(2), 0.2, 0, 5, SECOND);
		assertBad("retry.jitter", 1, 1, SECOND, MINUTE, 1.1, 0, 5, SECOND);
		assertBad("retry.max-attempts", 1, 1, SECOND, MINUTE, 0.2, -1, 5, SECOND);
		assertBad("circuit-breaker.failures", 1, 1, SECOND, MINUTE, 0.2, 0, 0, SECOND);
		assertBad("circuit-breaker.open-for", 1, 1, SECOND, MINUTE, 0.2, 0, 5, SECOND.negated());
	}

	private static void assertBad(String property, double perSecond, int burst, Duration initial, Duration max,
			double jitter, int attempts, int failures, Duration openFor) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Relay.Settings(perSecond, burst, initial, max, jitter, attempts, failures, openFor))
			.withMessageStartingWith("slack.logging." + property + " must");
	}

	private Relay relay(Relay.Settings settings) {
		List<Destination> destinations = List.of(new Destination("a", Destination.Kind.WEBHOOK, null, "one"),
				new Destination("twin", Destination.Kind.WEBHOOK, null, "one"),
				new Destination("b", Destination.Kind.BOT, "#b", "two", "token"),
				new Destination("c", Destination.Kind.BOT, "#c", "three", "token"));
		RandomGenerator unused = () -> 0;
		return new Relay(settings, destinations, new Relay.Credentials() {

			@Override
			public boolean renew(String destination) {
				return RelayTests.this.renewable.contains(destination);
			}

			@Override
			public boolean hasOther(String destination) {
				return RelayTests.this.replaced.contains(destination);
			}

		}, unused);
	}

	private static Relay.Settings settings(int maxAttempts) {
		return new Relay.Settings(1, 1, SECOND, MINUTE, 0, maxAttempts, 5, Duration.ofSeconds(30));
	}

	private boolean tryStart(String destination) {
		return this.relay.tryStart(destination, Pace.POST, this.now);
	}

	/** Waits as long as the relay says, and not a nanosecond longer. */
	private void start(String destination) {
		Duration wait = waitOf(destination);
		if (!wait.isZero()) {
			pass(wait.minusNanos(1));
			assertThat(tryStart(destination)).isFalse();
			pass(Duration.ofNanos(1));
		}
		assertThat(tryStart(destination)).isTrue();
	}

	private void startEdit(String destination) {
		pass(waitOf(destination, Pace.EDIT));
		assertThat(this.relay.tryStart(destination, Pace.EDIT, this.now)).isTrue();
	}

	/** As many as are let through now. */
	private int edits(String destination) {
		int edits = 0;
		while (this.relay.tryStart(destination, Pace.EDIT, this.now)) {
			judgeEdit(destination, EDITED);
			edits++;
		}
		return edits;
	}

	private Verdict judgeEdit(String destination, SendResult result) {
		return this.relay.judge(destination, Pace.EDIT, result, false, this.now);
	}

	private void fail(String destination, int times) {
		for (int i = 0; i < times; i++) {
			start(destination);
			judge(destination, UNAVAILABLE);
		}
	}

	private Verdict judge(String destination, SendResult result) {
		return this.relay.judge(destination, Pace.POST, result, false, this.now);
	}

	private Duration waitOf(String destination) {
		return waitOf(destination, Pace.POST);
	}

	private Duration waitOf(String destination, Pace pace) {
		return Duration.ofNanos(this.relay.nextStartNanos(destination, pace, this.now) - this.now.nanos());
	}

	private Duration pacedFor(String destination) {
		return Duration.ofNanos(this.relay.pacedUntilNanos(destination, Pace.POST, this.now) - this.now.nanos());
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
