package io.github.slacklogging.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.GroupSpool.DeadLetter;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.Mute;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpooledGroup;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.SpooledFixture.group;
import static io.github.slacklogging.testing.SpooledFixture.incident;
import static io.github.slacklogging.testing.SpooledFixture.over;
import static org.assertj.core.api.Assertions.assertThat;

/** What every spool does, wherever it keeps what waits. */
public abstract class GroupSpoolContract {

	private static final Set<String> CONFIGURED = Set.of("default", "oncall");

	/** The spool of a process that starts in the place of those before. */
	protected abstract GroupSpool start(Set<String> destinations);

	/** Ends the process without notice. */
	protected abstract void crash(GroupSpool spool);

	@Test
	void firstStartFindsNothing() throws Exception {
		assertThat(recover(start(CONFIGURED))).isEqualTo(Recovery.NOTHING);
	}

	@Test
	void whatWasKeptSurvivesACrash() throws Exception {
		GroupSpool spool = started();
		assertThat(add(spool, "default", group("a", 3), group("b", 1))).isEqualTo(new Kept(true, 2));
		Recovery recovery = recoverAfterCrash(spool);
		assertThat(recovery.end()).isEqualTo(End.CRASHED);
		assertThat(recovery.groups()).containsOnlyKeys("default");
		assertThat(recovery.groups().get("default")).containsExactlyInAnyOrder(group("a", 3), group("b", 1));
		assertThat(recovery.damagedEvents()).isZero();
		assertThat(recovery.expiredEvents()).isZero();
	}

	@Test
	void orderlyEndIsKnown() throws Exception {
		GroupSpool spool = started();
		add(spool, "default", group("a", 3));
		spool.close();
		Recovery recovery = recover(start(CONFIGURED));
		assertThat(recovery.end()).isEqualTo(End.STOPPED);
		assertThat(recovery.groups()).isEqualTo(Map.of("default", List.of(group("a", 3))));
	}

	@Test
	void addedGroupsOfOneKindAreSummed() throws Exception {
		GroupSpool spool = started();
		for (int i = 0; i < 20; i++) {
			add(spool, "default", group("a", 1), group("b", 2));
		}
		assertThat(recoverAfterCrash(spool).groups().get("default")).extracting(SpooledGroup::events)
			.containsExactlyInAnyOrder(20L, 40L);
	}

	@Test
	void replacingTakesThePlaceOfEverythingBefore() throws Exception {
		GroupSpool spool = started();
		add(spool, "default", group("a", 3));
		add(spool, "default", group("b", 1));
		keep(spool, "default", new Update(List.of(group("b", 7)), true, false));
		add(spool, "default", group("c", 1));
		assertThat(recoverAfterCrash(spool).groups().get("default")).containsExactlyInAnyOrder(group("b", 7),
				group("c", 1));
	}

	@Test
	void replacingByNothingForgets() throws Exception {
		GroupSpool spool = started();
		add(spool, "default", group("a", 3));
		add(spool, "oncall", group("a", 4));
		assertThat(keep(spool, "default", new Update(List.of(), true, false))).isEqualTo(new Kept(true, 0));
		assertThat(recoverAfterCrash(spool).groups()).isEqualTo(Map.of("oncall", List.of(group("a", 4))));
	}

	@Test
	void whatWasRecoveredStaysUntilItIsReplaced() throws Exception {
		GroupSpool spool = started();
		add(spool, "default", group("a", 3));
		crash(spool);
		GroupSpool second = started();
		add(second, "default", group("a", 1));
		crash(second);
		GroupSpool third = start(CONFIGURED);
		assertThat(recover(third).groups().get("default")).extracting(SpooledGroup::events).containsExactly(4L);
		keep(third, "default", new Update(List.of(), true, false));
		assertThat(recoverAfterCrash(third).groups()).isEmpty();
	}

	@Test
	void whatIsKeptWhileAMessageIsUnderWayMayBeARepeat() throws Exception {
		GroupSpool spool = started();
		add(spool, "default", group("a", 3));
		add(spool, "oncall", group("a", 4));
		keep(spool, "default", new Update(List.of(), false, true));
		Recovery recovery = recoverAfterCrash(spool);
		assertThat(recovery.groups().get("default")).containsExactly(group("a", 3).repeated());
		assertThat(recovery.groups().get("oncall")).containsExactly(group("a", 4));
	}

	@Test
	void whatMayBeARepeatStaysOneInTheNextProcess() throws Exception {
		GroupSpool spool = started();
		keep(spool, "default", new Update(List.of(group("a", 3)), false, true));
		crash(spool);
		GroupSpool second = started();
		add(second, "default", group("b", 1));
		assertThat(recoverAfterCrash(second).groups().get("default"))
			.containsExactlyInAnyOrder(group("a", 3).repeated(), group("b", 1));
	}

	@Test
	void acknowledgementTakesTheMarkOff() throws Exception {
		GroupSpool spool = started();
		keep(spool, "default", new Update(List.of(group("a", 3), group("b", 2)), true, true));
		keep(spool, "default", new Update(List.of(group("b", 2)), true, false));
		assertThat(recoverAfterCrash(spool).groups().get("default")).containsExactly(group("b", 2));
	}

	@Test
	void destinationThatIsNotConfiguredIsKeptAndCounted() throws Exception {
		GroupSpool spool = started();
		add(spool, "default", group("a", 3));
		add(spool, "oncall", group("b", 4));
		add(spool, "oncall", group("b", 5));
		crash(spool);
		GroupSpool without = start(Set.of("default"));
		assertThat(recover(without).groups()).containsOnlyKeys("default");
		assertThat(without.status().unconfigured()).isEqualTo(Map.of("oncall", 9L));
		crash(without);
		GroupSpool with = start(CONFIGURED);
		assertThat(recover(with).groups().get("oncall")).extracting(SpooledGroup::events).containsExactly(9L);
		assertThat(with.status().unconfigured()).isEmpty();
	}

	@Test
	void incidentsSurviveACrashWithEverythingTheyNeed() throws Exception {
		GroupSpool spool = started();
		assertThat(incidents(spool, "default", incident("a", 3), incident("b", 1))).isEqualTo(new Kept(true, 2));
		Recovery recovery = recoverAfterCrash(spool);
		assertThat(recovery.end()).isEqualTo(End.CRASHED);
		assertThat(recovery.incidents()).containsOnlyKeys("default");
		assertThat(recovery.incidents().get("default")).containsExactlyInAnyOrder(incident("a", 3), incident("b", 1));
		assertThat(recovery.groups()).isEmpty();
		assertThat(recovery.damagedEvents()).isZero();
		assertThat(recovery.expiredEvents()).isZero();
	}

	@Test
	void incidentsAreStillThereInTheNextProcessButOne() throws Exception {
		GroupSpool spool = started();
		incidents(spool, "default", incident("a", 3), incident("b", 1));
		crash(spool);
		GroupSpool second = started();
		incidents(second, "default", incident("b", 2));
		assertThat(recoverAfterCrash(second).incidents().get("default")).containsExactlyInAnyOrder(incident("a", 3),
				incident("b", 2));
	}

	@Test
	void laterStateOfAnIncidentTakesThePlaceOfTheEarlier() throws Exception {
		GroupSpool spool = started();
		incidents(spool, "default", incident("rare", 1));
		for (int total = 1; total <= 40; total++) {
			incidents(spool, "default", incident("a", total), incident("b" + total % 3, total));
		}
		assertThat(recoverAfterCrash(spool).incidents().get("default")).containsExactlyInAnyOrder(incident("rare", 1),
				incident("a", 40), incident("b1", 40), incident("b0", 39), incident("b2", 38));
	}

	@Test
	void incidentThatIsOverIsLetGo() throws Exception {
		GroupSpool spool = started();
		incidents(spool, "default", incident("a", 1), incident("b", 2), incident("c", 3));
		assertThat(incidents(spool, "default", over("a"), over("c"), over("never kept"))).isEqualTo(new Kept(true, 3));
		incidents(spool, "default", incident("c", 4));
		assertThat(recoverAfterCrash(spool).incidents().get("default")).containsExactlyInAnyOrder(incident("b", 2),
				incident("c", 4));
	}

	@Test
	void lastIncidentThatIsOverLeavesNothing() throws Exception {
		GroupSpool spool = started();
		for (int i = 0; i < 20; i++) {
			incidents(spool, "default", incident("a", i));
			incidents(spool, "default", over("a"));
		}
		crash(spool);
		GroupSpool next = start(CONFIGURED);
		assertThat(recover(next).incidents()).isEmpty();
		assertThat(next.status().bytes()).isZero();
	}

	@Test
	void whatWaitsAndIncidentsOfOneKindDoNotTouch() throws Exception {
		GroupSpool spool = started();
		incidents(spool, "default", incident("a", 3));
		add(spool, "default", group("a", 2));
		incidents(spool, "oncall", incident("b", 1));
		add(spool, "oncall", group("b", 5));
		keep(spool, "default", new Update(List.of(), true, false));
		incidents(spool, "oncall", over("b"));
		Recovery recovery = recoverAfterCrash(spool);
		assertThat(recovery.incidents()).isEqualTo(Map.of("default", List.of(incident("a", 3))));
		assertThat(recovery.groups()).isEqualTo(Map.of("oncall", List.of(group("b", 5))));
	}

	@Test
	void messageUnderWaySaysNothingAboutIncidents() throws Exception {
		GroupSpool spool = started();
		keep(spool, "default", new Update(List.of(group("a", 3)), false, true));
		incidents(spool, "default", incident("a", 3));
		Recovery recovery = recoverAfterCrash(spool);
		assertThat(recovery.incidents().get("default")).containsExactly(incident("a", 3));
		assertThat(recovery.groups().get("default")).containsExactly(group("a", 3).repeated());
	}

	@Test
	void incidentsOfADestinationThatIsNotConfiguredWaitForItAndCountNoEvents() throws Exception {
		GroupSpool spool = started();
		incidents(spool, "default", incident("a", 3));
		incidents(spool, "oncall", incident("b", 4));
		crash(spool);
		GroupSpool without = start(Set.of("default"));
		assertThat(recover(without).incidents()).containsOnlyKeys("default");
		assertThat(without.status().unconfigured()).isEmpty();
		assertThat(recoverAfterCrash(without).incidents().get("oncall")).containsExactly(incident("b", 4));
	}

	@Test
	void noIncidentsAreKeptAtOnce() throws Exception {
		GroupSpool spool = started();
		assertThat(incidents(spool, "default")).isEqualTo(new Kept(true, 0));
		assertThat(spool.status().bytes()).isZero();
	}

	@Test
	void rejectedMessagesAreCountedAcrossProcesses() throws Exception {
		GroupSpool spool = started();
		spool.reject(new RejectedMessage(SpooledFixture.START, "default", "invalid_blocks", 3,
				new SlackMessage("text", "[]", null, null, null, null)));
		add(spool, "default", group("a", 3));
		assertThat(spool.status().rejected()).isEqualTo(1);
		crash(spool);
		assertThat(started().status().rejected()).isEqualTo(1);
	}

	@Test
	void deadLetterThatIsSettledIsGoneForEveryProcess() throws Exception {
		GroupSpool spool = started();
		RejectedMessage first = rejected(1);
		RejectedMessage second = rejected(2);
		spool.reject(first);
		spool.reject(second);
		List<DeadLetter> letters = letters(spool);
		assertThat(letters).extracting(DeadLetter::message).containsExactly(second, first);
		spool.settle(letters.get(0));
		assertThat(letters(spool)).extracting(DeadLetter::message).containsExactly(first);
		assertThat(spool.rejected()).containsExactly(first);
		crash(spool);
		assertThat(started().rejected()).containsExactly(first);
	}

	private static RejectedMessage rejected(int number) {
		return new RejectedMessage(SpooledFixture.START.plusSeconds(number), "default", "invalid_blocks", number,
				new SlackMessage("text " + number, "[]", null, null, null, null));
	}

	private static List<DeadLetter> letters(GroupSpool spool) throws Exception {
		CompletableFuture<Optional<List<DeadLetter>>> answer = new CompletableFuture<>();
		spool.deadLetters(answer::complete);
		return answer.get(20, TimeUnit.SECONDS).orElseThrow();
	}

	@Test
	void mutesOfTheLastUpdateSurvive() throws Exception {
		GroupSpool spool = started();
		KeptMute kind = mute(new Mute.Subject.Kind("k7f3q2a"), new Mute.End.At(SpooledFixture.START));
		KeptMute logger = mute(new Mute.Subject.Logger("com.acme"), new Mute.End.AtTotal(1_000));
		KeptMute version = mute(new Mute.Subject.Logger("com"), new Mute.End.AfterVersion("1.8.2"));
		assertThat(mutes(spool, kind)).isEqualTo(new Kept(true, 1));
		assertThat(mutes(spool, kind, logger, version)).isEqualTo(new Kept(true, 3));
		assertThat(recoverAfterCrash(spool).mutes()).containsExactly(kind, logger, version);
		GroupSpool next = started();
		mutes(next);
		assertThat(recoverAfterCrash(next).mutes()).isEmpty();
	}

	private static KeptMute mute(Mute.Subject subject, Mute.End end) {
		return new KeptMute(new Mute(subject, end, SpooledFixture.START), 7);
	}

	private static Kept mutes(GroupSpool spool, KeptMute... mutes) throws Exception {
		CompletableFuture<Kept> answer = new CompletableFuture<>();
		spool.keepMutes(List.of(mutes), answer::complete);
		return answer.get(20, TimeUnit.SECONDS);
	}

	@Test
	void expectedJobsOfTheLastUpdateSurvive() throws Exception {
		GroupSpool spool = started();
		KeptJob waiting = new KeptJob("nightly", SpooledFixture.START, null, null);
		KeptJob told = new KeptJob("ledger \"EU\" é", SpooledFixture.START, SpooledFixture.START.plusSeconds(1),
				new KeptJob.Told(SpooledFixture.START.plusSeconds(2), "expectation since 7"));
		assertThat(jobs(spool, waiting)).isEqualTo(new Kept(true, 1));
		assertThat(jobs(spool, waiting, told)).isEqualTo(new Kept(true, 2));
		assertThat(recoverAfterCrash(spool).jobs()).containsExactly(waiting, told);
		GroupSpool next = started();
		jobs(next);
		assertThat(recoverAfterCrash(next).jobs()).isEmpty();
	}

	private static Kept jobs(GroupSpool spool, KeptJob... jobs) throws Exception {
		CompletableFuture<Kept> answer = new CompletableFuture<>();
		spool.keepJobs(List.of(jobs), answer::complete);
		return answer.get(20, TimeUnit.SECONDS);
	}

	@Test
	void statusCountsBytes() throws Exception {
		GroupSpool spool = started();
		assertThat(spool.status().bytes()).isZero();
		add(spool, "default", group("a", 3));
		assertThat(spool.status().bytes()).isPositive();
		assertThat(spool.status().problem()).isNull();
		keep(spool, "default", new Update(List.of(), true, false));
		assertThat(spool.status().bytes()).isZero();
	}

	@Test
	void nothingIsKeptAfterTheEnd() throws Exception {
		GroupSpool spool = started();
		spool.close();
		spool.close();
		assertThat(add(spool, "default", group("a", 3))).isEqualTo(Kept.FAILED);
		assertThat(incidents(spool, "default", incident("a", 3))).isEqualTo(Kept.FAILED);
		assertThat(recover(spool)).isEqualTo(Recovery.FAILED);
		Recovery next = recover(start(CONFIGURED));
		assertThat(next.groups()).isEmpty();
		assertThat(next.incidents()).isEmpty();
	}

	@Test
	void everyAnswerIsGivenOnceAlsoWhenTheEndCame() throws Exception {
		GroupSpool spool = start(CONFIGURED);
		AtomicInteger answers = new AtomicInteger();
		CountDownLatch answered = new CountDownLatch(101);
		spool.recover((recovery) -> {
			answers.incrementAndGet();
			answered.countDown();
		});
		for (int i = 0; i < 50; i++) {
			spool.keep("default", new Update(List.of(group("a", 1)), false, false), (kept) -> {
				answers.incrementAndGet();
				answered.countDown();
			});
			spool.keepIncidents("default", List.of(incident("a", i)), (kept) -> {
				answers.incrementAndGet();
				answered.countDown();
			});
		}
		spool.close();
		assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(answers).hasValue(101);
	}

	@Test
	void answerThatThrowsDisturbsNothing() throws Exception {
		GroupSpool spool = start(CONFIGURED);
		try {
			spool.recover((recovery) -> {
				throw new IllegalStateException("from the answer");
			});
		}
		catch (IllegalStateException ex) {
			// One that answers on the caller's thread may let it through.
		}
		assertThat(add(spool, "default", group("a", 1)).successful()).isTrue();
	}

	private GroupSpool started() throws Exception {
		GroupSpool spool = start(CONFIGURED);
		recover(spool);
		return spool;
	}

	private Recovery recoverAfterCrash(GroupSpool spool) throws Exception {
		crash(spool);
		return recover(start(CONFIGURED));
	}

	public static Recovery recover(GroupSpool spool) throws Exception {
		CompletableFuture<Recovery> answer = new CompletableFuture<>();
		spool.recover(answer::complete);
		return answer.get(20, TimeUnit.SECONDS);
	}

	public static Kept add(GroupSpool spool, String destination, SpooledGroup... groups) throws Exception {
		return keep(spool, destination, new Update(List.of(groups), false, false));
	}

	public static Kept incidents(GroupSpool spool, String destination, SpooledGroup... changed) throws Exception {
		CompletableFuture<Kept> answer = new CompletableFuture<>();
		spool.keepIncidents(destination, List.of(changed), answer::complete);
		return answer.get(20, TimeUnit.SECONDS);
	}

	public static Kept keep(GroupSpool spool, String destination, Update update) throws Exception {
		CompletableFuture<Kept> answer = new CompletableFuture<>();
		spool.keep(destination, update, answer::complete);
		return answer.get(20, TimeUnit.SECONDS);
	}

}
