package io.github.slacklogging.grouping;

import io.github.slacklogging.Destination;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of incidents, told as texts: what is logged when, and what is said when. They
 * stand in {@code src/test/resources/transcripts}; {@link Scenario} says how to read
 * them.
 */
class IncidentTranscriptTests {

	@Test
	void oneErrorIsToldOnceAndCalledQuiet() {
		plays("one-error");
	}

	@Test
	void steadyTrickleSpeaksAtMilestonesAndAfterFourHours() {
		plays("steady-trickle");
	}

	@Test
	void remindersComeAfterFourHoursThenEveryDay() {
		plays("reminders");
	}

	@Test
	void missedRemindersAreOne() {
		plays("reminder-after-a-long-mute");
	}

	@Test
	void restartDoesNotForgetThatItCameBack() {
		plays("restart-after-a-return");
	}

	@Test
	void burstIsOneMessageWithItsMilestonesAndGoesQuiet() {
		plays("burst-then-silence");
	}

	@Test
	void burstEveryHourComesBackEachTime() {
		plays("burst-every-hour");
	}

	@Test
	void errorThatBecomesCriticalSpeaksAtOnce() {
		plays("error-becomes-critical");
	}

	@Test
	void warningThatBecomesAnErrorLeavesTheDigest() {
		plays("warning-becomes-error");
	}

	@Test
	void warningOfADigestThatBecomesAnErrorHasAMessageOfItsOwn() {
		plays("told-warning-becomes-error");
	}

	@Test
	void twoKindsAlternatingHaveALifeEach() {
		plays("two-kinds-alternating");
	}

	@Test
	void threeKindsAtOnceHaveAMessageEachWhereTheyCanBeEdited() {
		plays("three-kinds-at-once");
	}

	@Test
	void fourKindsAtOnceAreSummedUp() {
		plays("four-kinds-at-once");
	}

	@Test
	void stormOfKindsHasOneBanner() {
		plays("storm");
	}

	@Test
	void stormThatGoesOnIsToldAgain() {
		plays("storm-that-goes-on");
	}

	@Test
	void criticalIsNotHeldBackByAStorm() {
		plays("storm-with-a-critical");
	}

	@Test
	void whatComesBackWithinADayIsTheSameIncident() {
		plays("return-after-three-hours");
	}

	@Test
	void returnKeepsItsDistanceToTheClosingLine() {
		plays("return-soon-after-the-closing-line");
	}

	@Test
	void whatComesBackAfterADayLinksTheOldMessage() {
		plays("return-after-a-day");
	}

	@Test
	void returnIsToldWithoutALinkWhereNoneIsToBeHad() {
		plays("return-without-a-link");
	}

	@Test
	void returnLinksNoMessageThatIsGone() {
		plays("return-to-a-deleted-message");
	}

	@Test
	void newVersionBeginsAnotherIncident() {
		plays("return-in-a-new-version");
	}

	@Test
	void restartGoesOnInTheSameMessage() {
		plays("restart");
	}

	@Test
	void restartDoesNotForgetThatItWasQuiet() {
		plays("restart-while-quiet");
	}

	@Test
	void quietIsNoticedByTheNextRun() {
		plays("restart-before-quiet");
	}

	@Test
	void restartInANewVersionTellsWhatWasLeftFirst() {
		plays("restart-in-a-new-version");
	}

	@Test
	void mutedKindIsCountedAndSpeaksAfterwards() {
		plays("mute-for-an-hour");
	}

	@Test
	void whatWasMutedUntilItIsQuietIsLetGoWhereNothingShowsIt() {
		plays("muted-until-it-is-quiet");
	}

	@Test
	void muteHoldsAcrossARestart() {
		plays("muted-across-a-restart");
	}

	@Test
	void muteUntilTenTimesMoreEndsByTheCountAndGoesOnAfterARestart() {
		plays("mute-until-ten-times-more");
	}

	@Test
	void muteUntilTheNextVersionEndsByARestartWithAnotherOne() {
		plays("mute-until-the-next-version");
	}

	@Test
	void unmutedKindSaysWhatItOwes() {
		plays("unmuted");
	}

	@Test
	void midnightChangesNothing() {
		plays("midnight");
	}

	@Test
	void settingTheWallClockChangesNothing() {
		plays("wall-clock-set");
	}

	@Test
	void rateOfTenTimesItsPeakIsTold() {
		plays("rate-ten-times-its-peak");
	}

	@Test
	void milestoneOfAWebhookIsExemptFromTheFloorAfterARate() {
		plays("rate-within-the-floor");
	}

	@Test
	void tenMinutesLieBetweenLinesInTheChannel() {
		plays("floor");
	}

	@Test
	void severalReasonsAreOneMessage() {
		plays("several-reasons-at-once");
	}

	@Test
	void deletedMessageIsToldAnewOnce() {
		plays("message-deleted");
	}

	@Test
	void milestoneWithoutItsMessageIsToldByTheNewOne() {
		plays("message-deleted-before-a-milestone");
	}

	@Test
	void deletedMessageIsNotMissedWhileNothingComes() {
		plays("message-deleted-and-quiet");
	}

	@Test
	void traceIsToldWhenNothingElseIs() {
		plays("trace-gives-way");
	}

	@Test
	void whatSlackRefusesIsNotTriedAgain() {
		plays("refused-mark");
	}

	@Test
	void digestAndErrorsKeepApart() {
		plays("digest-beside-an-error");
	}

	@Test
	void kindsWithoutRoomAreToldAsOther() {
		plays("no-room-for-more-kinds");
	}

	@Test
	void withoutGroupingNothingHasALife() {
		plays("grouping-disabled");
	}

	@Test
	void failedStartHasAMessageOfItsOwn() {
		plays("failed-start");
	}

	@Test
	void crowdEndsTheLinger() {
		plays("crowd-ends-the-linger");
	}

	@Test
	void criticalWaitsForNothing() {
		plays("critical-at-once");
	}

	@Test
	void endTellsWhatWaits() {
		plays("end-of-the-application");
	}

	@Test
	void outageEndsWithTheExactCount() {
		plays("outage");
	}

	@Test
	void jobSpeaksAtItsStartAndAtItsEnd() {
		plays("job-that-succeeds");
	}

	@Test
	void jobThatFailsIsHeardOnceEachNight() {
		plays("job-that-fails");
	}

	@Test
	void warningOfAJobSpeaksByItself() {
		plays("job-with-a-warning");
	}

	@Test
	void floodOfFailuresOfAJobIsOneMessage() {
		plays("job-that-fails-again-and-again");
	}

	@Test
	void jobThatIsOverdueSpeaksEachTime() {
		plays("job-that-is-overdue");
	}

	@Test
	void jobGoesOnInItsMessageAcrossARestart() {
		plays("job-across-a-restart");
	}

	@Test
	void jobThatStaysOverdueGoesOnInItsMessageAcrossARestart() {
		plays("job-told-before-a-restart");
	}

	@Test
	void runThatEndedWithItsProcessIsToldByTheNext() {
		plays("job-cut-off-by-a-restart");
	}

	@Test
	void upToThreeJobsHaveAMessageEach() {
		plays("five-jobs-at-once");
	}

	@Test
	void jobsAreNoStorm() {
		plays("jobs-and-a-storm");
	}

	@Test
	void runIsOneMessageAlsoWithoutGrouping() {
		plays("jobs-without-grouping");
	}

	private static void plays(String name) {
		Scenario scenario = Scenario.named(name);
		assertThat(scenario.expected()).isNotEmpty();
		for (Destination.Kind kind : scenario.expected().keySet()) {
			assertThat(new Playback(scenario, kind).play()).as("%s, %s", name, kind)
				.isEqualTo(scenario.expected().get(kind));
		}
	}

}
