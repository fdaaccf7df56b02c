package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When something is told at a webhook, on a clock that is moved by hand and overflows
 * meanwhile. What the life of an incident looks like: {@link IncidentTranscriptTests}.
 */
class SpeakingRulesTests {

	private static final Duration LINGER = GroupingAtHand.LINGER;

	private static final Duration DIGEST = GroupingAtHand.DIGEST;

	private static final Duration QUIET = GroupingAtHand.QUIET;

	private final GroupingAtHand grouping = new GroupingAtHand();

	@Test
	void nothingIsDueWhereNothingWaits() {
		assertThat(this.grouping.isDue()).isFalse();
		assertThat(this.grouping.grouping().nextDueNanos(GroupingAtHand.HERE, Pace.POST)).isEmpty();
		assertThat(this.grouping.tryTake()).isEmpty();
		assertThat(this.grouping.grouping().takeAll(GroupingAtHand.HERE, true, this.grouping.now())).isEmpty();
	}

	@Test
	void firstErrorWaitsForCompany() {
		this.grouping.fold(Severity.ERROR, "a", 1);

		assertThat(this.grouping.tryTake()).isEmpty();
		assertThat(this.grouping.isDueExactlyAfter(LINGER)).isTrue();
		assertThat(this.grouping.take().dueNanos()).isEqualTo(this.grouping.now().nanos());
	}

	@Test
	void repeatsDoNotPutItOff() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER.dividedBy(2)).fold(Severity.ERROR, "a", 1);

		assertThat(this.grouping.isDueExactlyAfter(LINGER.dividedBy(2))).isTrue();
	}

	@Test
	void newKindsGoTogetherWhenTheFirstIsDue() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER.dividedBy(2)).fold(Severity.ERROR, "b", 1);
		this.grouping.pass(LINGER.dividedBy(2));

		GroupBatch batch = this.grouping.tell();

		assertThat(GroupingAtHand.kindsOf(batch)).containsExactly("a", "b");
		assertThat(batch.span()).isEqualTo(LINGER);
		assertThat(this.grouping.waiting()).isZero();
	}

	@Test
	void criticalWaitsForNothingAndTakesNewKindsAlong() {
		this.grouping.fold(Severity.ERROR, "a", 1);
		assertThat(this.grouping.isDue()).isFalse();

		this.grouping.fold(Severity.CRITICAL, "b", 1);

		assertThat(this.grouping.isDue()).isTrue();
		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("b", "a");
	}

	@Test
	void crowdOfNewEventsEndsTheWait() {
		this.grouping.fold(Severity.ERROR, "a", 98).pass(Duration.ofMillis(300)).fold(Severity.ERROR, "b", 1);
		assertThat(this.grouping.isDue()).isFalse();

		this.grouping.pass(Duration.ofMillis(300)).fold(Severity.ERROR, "a", 1);

		assertThat(this.grouping.isDue()).isTrue();
		assertThat(this.grouping.overdue()).isEqualTo(100);
		GroupBatch batch = this.grouping.tell();
		assertThat(batch.dueNanos()).as("due since the crowd, not since the first")
			.isEqualTo(this.grouping.now().nanos());
		this.grouping.fold(Severity.ERROR, "c", 99);
		assertThat(this.grouping.isDue()).as("the crowd is gone").isFalse();
	}

	@Test
	void whoJoinsACrowdIsDueAtOnce() {
		this.grouping.fold(Severity.ERROR, "a", 100).pass(Duration.ofMillis(300)).fold(Severity.ERROR, "b", 1);

		assertThat(this.grouping.overdue()).isEqualTo(101);
	}

	@Test
	void knownKindsAndDigestsAreNoCrowdAndNotHurriedByOne() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).tell();

		this.grouping.fold(Severity.ERROR, "a", 8).fold(Severity.WARN, "w", 99).fold(Severity.ERROR, "b", 99);
		assertThat(this.grouping.isDue()).isFalse();
		this.grouping.fold(Severity.ERROR, "c", 1);

		assertThat(this.grouping.overdue()).isEqualTo(100);
		assertThat(GroupingAtHand.kindsOf(this.grouping.take())).containsExactly("b", "c");
	}

	@Test
	void warningsJoinTheCrowdWithTheirFirstError() {
		this.grouping.fold(Severity.WARN, "a", 99).fold(Severity.ERROR, "a", 1);

		assertThat(this.grouping.overdue()).isEqualTo(100);
	}

	@Test
	void crowdThatFoundNoRoomIsStillACrowd() {
		for (int kind = 1; kind <= 8; kind++) {
			this.grouping.fold(Severity.ERROR, "k" + kind, 50);
		}
		this.grouping.tell();
		assertThat(this.grouping.overdue()).isEqualTo(150);

		this.grouping.fold(Severity.ERROR, "late", 1);

		assertThat(this.grouping.overdue()).isEqualTo(151);
	}

	@ParameterizedTest
	@EnumSource(names = { "DEBUG", "INFO", "WARN" })
	void lowSeveritiesWaitForTheDigest(Severity severity) {
		this.grouping.fold(severity, "a", 200);

		assertThat(this.grouping.isDueExactlyAfter(DIGEST)).isTrue();
	}

	@Test
	void digestTellsAllOfIt() {
		this.grouping.fold(Severity.WARN, "a", 1).pass(DIGEST.minusSeconds(1)).fold(Severity.INFO, "b", 1);
		this.grouping.fold(Severity.ERROR, "c", 1).pass(LINGER);

		GroupBatch batch = this.grouping.tell();

		assertThat(GroupingAtHand.kindsOf(batch)).containsExactly("c", "a", "b");
		assertThat(batch.span()).isEqualTo(DIGEST);
	}

	@Test
	void errorTakesNoDigestAlong() {
		this.grouping.fold(Severity.WARN, "a", 1).fold(Severity.ERROR, "b", 1).pass(LINGER);

		assertThat(this.grouping.overdue()).isOne();
		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("b");
		assertThat(this.grouping.waiting()).isOne();
	}

	@Test
	void digestTakesNoNewErrorAlongThatStillWaitsForCompany() {
		this.grouping.fold(Severity.WARN, "a", 1).pass(DIGEST).fold(Severity.ERROR, "b", 1);

		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("a");
	}

	@Test
	void nextDigestIsAWholePauseAfterItsFirstEvent() {
		this.grouping.fold(Severity.WARN, "a", 1).pass(DIGEST).tell();
		this.grouping.pass(Duration.ofSeconds(7)).fold(Severity.WARN, "a", 1);

		assertThat(this.grouping.isDueExactlyAfter(DIGEST)).isTrue();
		assertThat(this.grouping.take().span()).isEqualTo(DIGEST);
	}

	@Test
	void nextDigestCountsFromTheLineBeforeEvenIfItsFirstEventCameEarlier() {
		this.grouping.fold(Severity.WARN, "a", 1).pass(DIGEST);
		GroupBatch batch = this.grouping.take();
		this.grouping.fold(Severity.WARN, "a", 1).pass(Duration.ofSeconds(3)).acknowledge(batch);

		assertThat(this.grouping.isDueExactlyAfter(DIGEST)).isTrue();
	}

	@Test
	void knownErrorKeepsNobodyCompany() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).tell();
		this.grouping.fold(Severity.ERROR, "a", 1).fold(Severity.CRITICAL, "b", 1);

		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("b");
		assertThat(this.grouping.waiting()).isOne();
	}

	@Test
	void riseThatWaitsForCompanyKeepsCompanyItself() {
		this.grouping.fold(Severity.WARN, "a", 1).pass(DIGEST).tell();
		this.grouping.fold(Severity.ERROR, "a", 1).fold(Severity.CRITICAL, "b", 1);

		assertThat(GroupingAtHand.kindsOf(this.grouping.tell())).containsExactly("b", "a");
	}

	@Test
	void durationsBeyondTheClockMeanNever() {
		Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
		GroupingAtHand patient = new GroupingAtHand(GroupingAtHand.settings(true, 10, forever, forever));
		patient.fold(Severity.ERROR, "a", 1).fold(Severity.WARN, "b", 1);

		assertThat(patient.isDue()).isFalse();
		assertThat(patient.pass(Duration.ofDays(10_000)).isDue()).isFalse();
		patient.acknowledge(patient.takeAll());
		assertThat(patient.fold(Severity.ERROR, "a", 1).pass(Duration.ofDays(10_000)).isDue()).isFalse();
	}

	@Test
	void riseToCriticalIsDueAtOnce() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).tell();
		this.grouping.fold(Severity.ERROR, "a", 1).pass(Duration.ofMillis(500));
		assertThat(this.grouping.isDue()).isFalse();

		this.grouping.fold(Severity.CRITICAL, "a", 1);

		assertThat(this.grouping.isDue()).isTrue();
		GroupBatch batch = this.grouping.take();
		assertThat(batch.dueNanos()).as("due since it rose").isEqualTo(this.grouping.now().nanos());
		assertThat(batch.groups()).extracting(EventGroup::severity).containsExactly(Severity.CRITICAL);
		this.grouping.acknowledge(batch);
		this.grouping.fold(Severity.CRITICAL, "a", 1);
		assertThat(this.grouping.isDue()).as("now it is known as critical").isFalse();
	}

	@Test
	void warningThatBecomesAnErrorWaitsForCompanyFromThen() {
		this.grouping.fold(Severity.WARN, "a", 1).pass(Duration.ofMinutes(4)).fold(Severity.ERROR, "a", 1);

		assertThat(this.grouping.isDueExactlyAfter(LINGER)).isTrue();
		assertThat(this.grouping.take().dueNanos()).isEqualTo(this.grouping.now().nanos());
	}

	@Test
	void riseToCriticalDoesNotPutOffWhatIsDue() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER.plusSeconds(3)).fold(Severity.CRITICAL, "a", 1);

		assertThat(this.grouping.isDue()).isTrue();
		assertThat(this.grouping.now().nanos() - this.grouping.take().dueNanos())
			.isEqualTo(Duration.ofSeconds(3).toNanos());
	}

	@Test
	void newKindThatBecomesCriticalIsDueSinceThen() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER.dividedBy(2)).fold(Severity.CRITICAL, "a", 1);

		assertThat(this.grouping.take().dueNanos()).isEqualTo(this.grouping.now().nanos());
	}

	@Test
	void riseWhileAMessageIsUnderWayIsToldByTheNext() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER);
		GroupBatch batch = this.grouping.take();
		this.grouping.fold(Severity.CRITICAL, "a", 1);

		this.grouping.acknowledge(batch);

		assertThat(batch.severity()).isEqualTo(Severity.ERROR);
		assertThat(this.grouping.isDue()).isTrue();
		assertThat(this.grouping.take().severity()).isEqualTo(Severity.CRITICAL);
	}

	@Test
	void lowerSeverityOfAKnownErrorIsARepeatOfThatError() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).tell();
		this.grouping.fold(Severity.WARN, "a", 1);

		assertThat(this.grouping.isDueExactlyAfter(QUIET)).as("no digest, but the closing line").isTrue();
		GroupBatch batch = this.grouping.take();
		assertThat(batch.severity()).isEqualTo(Severity.ERROR);
		assertThat(batch.speech().occasions()).containsExactly(Occasion.QUIET);
	}

	@Test
	void closingLineIsPutOffByWhatComes() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).tell();
		for (int minutes = 0; minutes < 60; minutes += 10) {
			this.grouping.fold(Severity.ERROR, "a", 1).pass(Duration.ofMinutes(10));
			assertThat(this.grouping.isDue()).isFalse();
		}

		assertThat(this.grouping.isDueExactlyAfter(QUIET.minusMinutes(10))).isTrue();
	}

	@Test
	void whatWasToldAndCameNoMoreHasNoClosingLine() {
		this.grouping.fold(Severity.ERROR, "a", 5).pass(LINGER).tell();

		assertThat(this.grouping.pass(Duration.ofHours(3)).isDue()).isFalse();
		assertThat(this.grouping.grouping().nextDueNanos(GroupingAtHand.HERE, Pace.POST)).isEmpty();
	}

	@Test
	void silenceWhileSomethingWaitsIsNone() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(QUIET.multipliedBy(2)).fold(Severity.ERROR, "a", 1);

		assertThat(this.grouping.take().groups().get(0).total()).isEqualTo(2);
	}

	@Test
	void failedAttemptsChangeNothingButTheCounts() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER);
		long due = this.grouping.take().dueNanos();
		this.grouping.pass(Duration.ofSeconds(10)).fold(Severity.ERROR, "a", 1);

		GroupBatch again = this.grouping.take();

		assertThat(again.dueNanos()).isEqualTo(due);
		assertThat(again.groups().get(0).count()).isEqualTo(2);
		assertThat(again.groups().get(0).spoken()).isFalse();
		assertThat(again.span()).isEqualTo(Duration.ofSeconds(11));
	}

	@Test
	void whatCameWhileAMessageWasUnderWayHasWaitedSinceItCame() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER);
		GroupBatch batch = this.grouping.take();
		this.grouping.pass(Duration.ofSeconds(4)).fold(Severity.ERROR, "a", 2).pass(Duration.ofMillis(400));
		this.grouping.fold(Severity.ERROR, "a", 1);

		this.grouping.drop(batch);

		assertThat(this.grouping.waiting()).isEqualTo(3);
		assertThat(this.grouping.isDueExactlyAfter(Duration.ofMillis(600))).isTrue();
		assertThat(this.grouping.take().span()).isEqualTo(LINGER);
	}

	@Test
	void milestoneThatPassedInsideABatchIsNotSaidAgain() {
		this.grouping.fold(Severity.ERROR, "a", 12).pass(LINGER).tell();

		assertThat(this.grouping.pass(LINGER).isDue()).isFalse();
		this.grouping.fold(Severity.ERROR, "a", 87);
		assertThat(this.grouping.isDue()).isFalse();
		this.grouping.fold(Severity.ERROR, "a", 1);
		assertThat(this.grouping.isDue()).isTrue();
		assertThat(this.grouping.tell().groups().get(0).incident().milestone()).isEqualTo(100);
	}

	@Test
	void milestoneThatIsNotAcknowledgedIsSaidWithTheNextOne() {
		this.grouping.fold(Severity.ERROR, "a", 1).pass(LINGER).tell();
		this.grouping.fold(Severity.ERROR, "a", 9).take();

		this.grouping.fold(Severity.ERROR, "a", 90);

		GroupBatch batch = this.grouping.tell();
		assertThat(batch.groups().get(0).incident().milestone()).isEqualTo(100);
		assertThat(batch.groups().get(0).count()).isEqualTo(99);
		assertThat(this.grouping.isDue()).isFalse();
	}

}
