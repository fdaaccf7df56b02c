package io.github.slacklogging.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.testing.ManualClock;
import io.github.slacklogging.testing.SpooledFixture;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.GroupSpoolContract.add;
import static io.github.slacklogging.testing.GroupSpoolContract.keep;
import static io.github.slacklogging.testing.GroupSpoolContract.recover;
import static io.github.slacklogging.testing.SpooledFixture.START;
import static io.github.slacklogging.testing.SpooledFixture.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What the files do beyond the contract, on a disk in memory. */
class FileGroupSpoolTests {

	private static final Path DIRECTORY = Path.of("/var/spool/orders");

	private static final Update NOTHING = new Update(List.of(), true, false);

	private final ManualClock clock = new ManualClock();

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	private final MemoryDisk disk = new MemoryDisk();

	@Test
	void constructorTouchesNoDisk() {
		FileGroupSpool spool = spool(1_000_000);
		assertThat(spool.status().place()).isEqualTo(DIRECTORY.toString());
		spool.close();
		assertThat(this.disk.names(DIRECTORY)).isEmpty();
	}

	@Test
	void hourOfOutageIsAHandfulOfFiles() throws Exception {
		FileGroupSpool spool = started();
		int most = 0;
		for (int second = 0; second < 3_600; second++) {
			add(spool, "default", group("kind" + second % 5, 1));
			most = Math.max(most, groupFiles().size());
			this.clock.advance(Duration.ofSeconds(1));
		}
		assertThat(most).isEqualTo(Keeper.MAX_FILES);
		int before = this.disk.reads();
		Recovery recovery = recoverAfterCrash();
		assertThat(recovery.groups().get("default")).hasSize(5).extracting(SpooledGroup::events).containsOnly(720L);
		assertThat(this.disk.reads() - before).isLessThanOrEqualTo(Keeper.MAX_FILES + 2);
	}

	@Test
	void mergedFileTakesThePlaceOfOthersThatWereNotDeleted() throws Exception {
		FileGroupSpool spool = started();
		for (int i = 0; i < Keeper.MAX_FILES; i++) {
			add(spool, "default", group("a", 1));
		}
		this.disk.stubborn(true);
		add(spool, "default", group("a", 1));
		assertThat(groupFiles()).hasSize(Keeper.MAX_FILES + 1);
		assertThat(events(recoverAfterCrash())).isEqualTo(Keeper.MAX_FILES + 1);
		this.disk.stubborn(false);
		assertThat(events(recoverAfterCrash())).isEqualTo(Keeper.MAX_FILES + 1);
		assertThat(groupFiles()).hasSize(1);
	}

	@Test
	void whatCannotBeDeletedIsNotDeliveredAgain() throws Exception {
		FileGroupSpool spool = started();
		add(spool, "default", group("a", 1));
		add(spool, "default", group("b", 1));
		this.disk.stubborn(true);
		assertThat(keep(spool, "default", NOTHING)).isEqualTo(new Kept(true, 0));
		add(spool, "default", group("c", 1));
		assertThat(recoverAfterCrash().groups().get("default")).containsExactly(group("c", 1));
		this.disk.stubborn(false);
		FileGroupSpool next = restarted();
		keep(next, "default", NOTHING);
		keep(next, "default", NOTHING);
		assertThat(groupFiles()).isEmpty();
	}

	@Test
	void leftOverOfAnInterruptedWriteIsDeleted() throws Exception {
		FileGroupSpool spool = started();
		add(spool, "default", group("a", 1));
		Path torn = DIRECTORY.resolve(new GroupFileName(9, 9, 1, Series.waiting("default")) + Disk.TEMPORARY);
		this.disk.write(torn, new byte[] { 1, 2 });
		Recovery recovery = recoverAfterCrash();
		assertThat(recovery.damagedEvents()).isZero();
		assertThat(events(recovery)).isEqualTo(1);
		assertThat(this.disk.names(DIRECTORY)).noneMatch((name) -> name.endsWith(Disk.TEMPORARY));
	}

	@Test
	void startThatWasInterruptedDoesNotHideTheNextCrash() throws Exception {
		this.disk.claim(DIRECTORY);
		this.disk.write(DIRECTORY.resolve(SpoolPlace.RUNNING + Disk.TEMPORARY), new byte[0]);
		FileGroupSpool spool = started();
		assertThat(spool.status().problem()).isNull();
		add(spool, "default", group("a", 1));
		assertThat(recoverAfterCrash().end()).isEqualTo(End.CRASHED);
	}

	@Test
	void damagedRecordIsCountedAndItsFileQuarantined() throws Exception {
		FileGroupSpool spool = started();
		add(spool, "default", group("a", 3), group("b", 4));
		add(spool, "default", group("c", 5));
		Path file = DIRECTORY.resolve(groupFiles().get(0));
		byte[] bytes = this.disk.read(file);
		bytes[bytes.length - 1] ^= 1;
		this.disk.overwrite(file, bytes);
		Recovery recovery = recoverAfterCrash();
		assertThat(recovery.damagedEvents()).isEqualTo(4);
		assertThat(recovery.groups().get("default")).containsExactlyInAnyOrder(group("a", 3), group("c", 5));
		assertThat(this.disk.names(DIRECTORY.resolve("quarantine"))).hasSize(1);
		Recovery again = recoverAfterCrash();
		assertThat(again.damagedEvents()).isZero();
		assertThat(again.groups()).isEqualTo(recovery.groups());
		assertThat(restarted().status().quarantined()).isEqualTo(1);
	}

	@Test
	void fileCutAnywhereLosesWhatItCountsAndNoMore() throws Exception {
		FileGroupSpool spool = started();
		add(spool, "default", group("a", 3), group("b", 4));
		this.disk.killProcess();
		Path file = DIRECTORY.resolve(groupFiles().get(0));
		byte[] whole = this.disk.read(file);
		for (int length = 0; length < whole.length; length++) {
			MemoryDisk copy = this.disk.copy();
			copy.overwrite(file, Arrays.copyOf(whole, length));
			Recovery recovery = recover(spool(copy, 1_000_000));
			assertThat(events(recovery) + recovery.damagedEvents()).as("cut at %d", length).isEqualTo(7);
			assertThat(recovery.damagedEvents()).as("cut at %d", length).isPositive();
		}
	}

	@Test
	void noiseIsQuarantinedWithinBounds() throws Exception {
		FileGroupSpool spool = started();
		add(spool, "default", group("a", 3));
		for (int i = 10; i < 30; i++) {
			this.disk.overwrite(DIRECTORY.resolve(new GroupFileName(i, i, 2, Series.waiting("default")).toString()),
					new byte[i]);
		}
		Recovery recovery = recoverAfterCrash();
		assertThat(recovery.damagedEvents()).isEqualTo(40);
		assertThat(recovery.groups().get("default")).containsExactly(group("a", 3));
		assertThat(this.disk.names(DIRECTORY.resolve("quarantine"))).hasSize(8);
	}

	@Test
	void fileLargerThanAllowedIsNotRead() throws Exception {
		started();
		this.disk.killProcess();
		this.disk.overwrite(DIRECTORY.resolve(new GroupFileName(3, 3, 9, Series.waiting("default")).toString()),
				new byte[3_000_000]);
		int before = this.disk.reads();
		Recovery recovery = recover(spool(1_000_000));
		assertThat(recovery.damagedEvents()).isEqualTo(9);
		assertThat(this.disk.reads() - before).isLessThanOrEqualTo(1);
	}

	@Test
	void leastImportantGroupsFindNoRoom() throws Exception {
		long one = GroupFile.record(group("a", 1)).length;
		FileGroupSpool spool = started(GroupFile.HEADER + 3 * one + 2);
		SpooledGroup[] groups = { group("a", 1), group("b", 1), group("c", 1), group("d", 1) };
		assertThat(keep(spool, "default", new Update(List.of(groups), true, false))).isEqualTo(new Kept(true, 3));
		assertThat(spool.status().bytes()).isLessThanOrEqualTo(GroupFile.HEADER + 3 * one + 2);
		assertThat(add(spool, "oncall", group("e", 1))).isEqualTo(new Kept(true, 0));
		assertThat(recoverAfterCrash().groups().get("default")).extracting(SpooledGroup::fingerprint)
			.containsExactlyInAnyOrder(groups[0].fingerprint(), groups[1].fingerprint(), groups[2].fingerprint());
	}

	@Test
	void importantGroupTakesTheRoomOfALessImportantOne() throws Exception {
		long one = GroupFile.record(group("a", 1)).length;
		FileGroupSpool spool = started(GroupFile.HEADER + 2 * one + one / 2);
		add(spool, "default", group("a", 1), group("b", 5));
		SpooledGroup critical = group("c", Severity.CRITICAL, 1, START);
		assertThat(add(spool, "default", critical, group("d", 1))).isEqualTo(new Kept(true, 1));
		assertThat(recoverAfterCrash().groups().get("default")).containsExactlyInAnyOrder(critical, group("b", 5));
	}

	@Test
	void groupThatMadeRoomIsNotPassedOverInSilence() throws Exception {
		long one = GroupFile.record(group("a", 1)).length;
		FileGroupSpool spool = started(GroupFile.HEADER + 2 * one + one / 2);
		add(spool, "default", group("a", 1), group("b", 5));
		SpooledGroup critical = group("c", Severity.CRITICAL, 1, START);
		assertThat(add(spool, "default", critical)).isEqualTo(new Kept(true, 0));
		assertThat(recoverAfterCrash().groups().get("default")).containsExactlyInAnyOrder(critical, group("b", 5));
	}

	@Test
	void groupsOfAFileThatWasDamagedMeanwhileAreNotPassedOverInSilence() throws Exception {
		FileGroupSpool spool = started();
		for (int i = 0; i < Keeper.MAX_FILES; i++) {
			add(spool, "default", group("a" + i, 1));
		}
		this.disk.overwrite(DIRECTORY.resolve(groupFiles().get(3)), new byte[9]);
		assertThat(add(spool, "default", group("b", 1))).isEqualTo(new Kept(true, 0));
		assertThat(keep(spool, "default", new Update(List.of(group("a3", 1), group("b", 1)), true, false)))
			.isEqualTo(new Kept(true, 2));
		assertThat(this.disk.names(DIRECTORY.resolve("quarantine"))).hasSize(1);
	}

	@Test
	void groupsThatWaitedTooLongExpireOnce() throws Exception {
		FileGroupSpool spool = started();
		this.clock.advance(Duration.ofDays(8));
		add(spool, "default", group("old", 3), group("fresh", Severity.ERROR, 4, this.clock.get().instant()));
		Recovery recovery = recoverAfterCrash();
		assertThat(recovery.expiredEvents()).isEqualTo(3);
		assertThat(events(recovery)).isEqualTo(4);
		assertThat(recoverAfterCrash().expiredEvents()).isZero();
	}

	@Test
	void filesOfUnconfiguredDestinationsExpireByTheirAge() throws Exception {
		FileGroupSpool spool = started();
		add(spool, "gone", group("a", 3));
		this.clock.advance(Duration.ofDays(6));
		add(spool, "gone", group("a", 4));
		recoverAfterCrash();
		this.clock.advance(Duration.ofDays(2));
		Recovery recovery = recoverAfterCrash();
		assertThat(recovery.expiredEvents()).isEqualTo(3);
		assertThat(restarted().status().unconfigured()).isEqualTo(Map.of("gone", 4L));
	}

	@Test
	void secondProcessTakesAFolderOfItsOwnThatTheNextOneAdopts() throws Exception {
		FileGroupSpool one = started();
		FileGroupSpool two = started();
		assertThat(two.status().place()).isEqualTo(DIRECTORY.resolve("2").toString());
		add(one, "default", group("a", 1));
		add(two, "default", group("a", 2));
		add(two, "oncall", group("b", 4));
		assertThat(events(recoverAfterCrash())).isEqualTo(3 + 4);
		assertThat(this.disk.names(DIRECTORY)).doesNotContain("2");
		assertThat(events(recoverAfterCrash())).isEqualTo(3 + 4);
	}

	@Test
	void kindOfTwoProcessesHasNoFewerEventsInAllThanWait() throws Exception {
		FileGroupSpool one = started();
		FileGroupSpool two = started();
		add(one, "default", group("a", 5));
		add(two, "default", group("a", 3));
		assertThat(recoverAfterCrash().groups().get("default")).singleElement().satisfies((group) -> {
			assertThat(group.events()).isEqualTo(8);
			assertThat(group.total()).isEqualTo(8);
		});
	}

	@Test
	void whatCountsNoMoreInALeftFolderIsNotAdopted() throws Exception {
		started();
		FileGroupSpool two = started();
		add(two, "default", group("told", 3));
		this.disk.stubborn(true);
		keep(two, "default", new Update(List.of(group("rest", 1)), true, false));
		this.disk.stubborn(false);
		assertThat(this.disk.names(DIRECTORY.resolve("2")).stream().filter((name) -> name.endsWith(".groups")))
			.as("the told one is still there")
			.hasSize(2);
		assertThat(recoverAfterCrash().groups().get("default")).containsExactly(group("rest", 1));
		assertThat(recoverAfterCrash().groups().get("default")).containsExactly(group("rest", 1));
	}

	@Test
	void folderOfALivingProcessIsLeftAlone() throws Exception {
		FileGroupSpool one = started();
		FileGroupSpool two = started();
		add(one, "default", group("a", 1));
		add(two, "default", group("a", 2));
		two.close();
		FileGroupSpool three = spool(1_000_000);
		assertThat(events(recover(three))).isEqualTo(2);
		assertThat(three.status().place()).isEqualTo(DIRECTORY.resolve("2").toString());
	}

	@Test
	void filesOfOthersAreLeftAlone() throws Exception {
		started();
		FileGroupSpool two = started();
		add(two, "default", group("a", 1));
		for (String name : List.of("notes.txt", "draft.tmp", "2/notes.txt", "2/draft.tmp")) {
			this.disk.overwrite(DIRECTORY.resolve(name), new byte[3]);
		}
		assertThat(events(recoverAfterCrash())).isEqualTo(1);
		assertThat(this.disk.names(DIRECTORY)).contains("notes.txt", "draft.tmp");
		assertThat(this.disk.names(DIRECTORY.resolve("2"))).containsExactlyInAnyOrder("notes.txt", "draft.tmp");
	}

	@Test
	void rejectedMessagesAreListedNewestFirst() throws Exception {
		FileGroupSpool spool = started();
		RejectedMessage first = rejected(1);
		RejectedMessage second = rejected(2);
		spool.reject(first);
		spool.reject(second);
		keep(spool, "default", NOTHING);
		assertThat(spool.rejected()).containsExactly(second, first);
	}

	@Test
	void oldestRejectedMessageMakesRoom() throws Exception {
		FileGroupSpool spool = started();
		for (int i = 0; i < 110; i++) {
			spool.reject(rejected(i));
			keep(spool, "default", NOTHING);
		}
		assertThat(spool.rejected()).hasSize(100).first().isEqualTo(rejected(109));
		assertThat(spool.status().rejected()).isEqualTo(100);
	}

	@Test
	void tooManyRejectedMessagesAtOnceAreTold() throws Exception {
		FaultyDisk hanging = new FaultyDisk(this.disk, FaultyDisk.Fault.HANGS, 1);
		FileGroupSpool spool = spool(hanging, 1_000_000);
		CompletableFuture<Recovery> recovered = new CompletableFuture<>();
		spool.recover(recovered::complete);
		for (int i = 0; i < 103; i++) {
			spool.reject(rejected(i));
		}
		assertThat(this.troubles).hasSize(3).allMatch((text) -> text.contains("Slack rejected"));
		hanging.release();
		recovered.get(20, TimeUnit.SECONDS);
	}

	@Test
	void threadBearsItsNameAndKeepsNoJvmAlive() throws Exception {
		CompletableFuture<Thread> answered = new CompletableFuture<>();
		spool(1_000_000).recover((recovery) -> answered.complete(Thread.currentThread()));
		Thread thread = answered.get(20, TimeUnit.SECONDS);
		assertThat(thread.getName()).isEqualTo("slack-logging-spool");
		assertThat(thread.isDaemon()).isTrue();
	}

	@Test
	void endLeavesNoThreadBehind() throws Exception {
		FileGroupSpool spool = spool(1_000_000);
		CompletableFuture<Thread> answered = new CompletableFuture<>();
		spool.recover((recovery) -> answered.complete(Thread.currentThread()));
		Thread thread = answered.get(20, TimeUnit.SECONDS);
		spool.close();
		thread.join(20_000);
		assertThat(thread.isAlive()).isFalse();
	}

	@Test
	void interruptedThreadEndsItInOrderAllTheSame() throws Exception {
		FileGroupSpool spool = started();
		for (int i = 0; i < 50; i++) {
			spool.keep("default", new Update(List.of(group("a" + i, 1)), false, false), (kept) -> {
			});
		}
		Thread.currentThread().interrupt();
		spool.close();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.disk.names(DIRECTORY)).doesNotContain(SpoolPlace.RUNNING);
	}

	@Test
	void evenAnErrorIsAnAnswer() throws Exception {
		FileGroupSpool spool = started();
		List<SpooledGroup> poisoned = new ArrayList<>(List.of(RichGroups.with(Poison.event())));
		assertThat(keep(spool, "default", new Update(poisoned, false, false))).isEqualTo(Kept.FAILED);
		assertThat(spool.status().problem()).isEqualTo("OutOfMemoryError");
		assertThat(add(spool, "default", group("a", 1)).successful()).isTrue();
		assertThat(spool.status().problem()).isNull();
	}

	@Test
	void settingsNameTheProperty() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0, Duration.ofDays(1)))
			.withMessageStartingWith("slack.logging.spool.max-size ");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(1, Duration.ZERO))
			.withMessageStartingWith("slack.logging.spool.max-age ");
	}

	private static RejectedMessage rejected(int number) {
		return new RejectedMessage(START.plusSeconds(number), "default", "invalid_blocks", number, new SlackMessage(
				"text " + number, "[{\"type\":\"section\"}]", null, "orders", null, "{\"event_type\":\"incident\"}"));
	}

	private List<String> groupFiles() {
		return this.disk.names(DIRECTORY).stream().filter((name) -> name.endsWith(".groups")).sorted().toList();
	}

	private static long events(Recovery recovery) {
		return recovery.groups().values().stream().flatMap(List::stream).mapToLong(SpooledGroup::events).sum();
	}

	private FileGroupSpool started() throws Exception {
		return started(1_000_000);
	}

	private FileGroupSpool started(long maxBytes) throws Exception {
		FileGroupSpool spool = spool(maxBytes);
		recover(spool);
		return spool;
	}

	private FileGroupSpool restarted() throws Exception {
		this.disk.killProcess();
		return started();
	}

	private Recovery recoverAfterCrash() throws Exception {
		this.disk.killProcess();
		return recover(spool(1_000_000));
	}

	private FileGroupSpool spool(long maxBytes) {
		return spool(this.disk, maxBytes);
	}

	private FileGroupSpool spool(Disk disk, long maxBytes) {
		return new FileGroupSpool(settings(maxBytes, Duration.ofDays(7)), this.clock, this.troubles::add, disk,
				UUID.randomUUID().toString());
	}

	private static FileGroupSpool.Settings settings(long maxBytes, Duration maxAge) {
		return new FileGroupSpool.Settings(DIRECTORY, false, false, maxBytes, maxAge, Set.of("default", "oncall"));
	}

	/** Something that cannot be written. */
	private static final class Poison extends AbstractMap<String, String> {

		static MaskedEvent event() {
			MaskedEvent plain = SpooledFixture.event("a", Severity.ERROR, "failed", null);
			return new MaskedEvent(plain.logId(), plain.timestamp(), plain.severity(), plain.loggerName(),
					plain.threadName(), plain.template(), plain.message(), new Poison(), Map.of(), null, null, 0);
		}

		@Override
		public Set<Entry<String, String>> entrySet() {
			throw new OutOfMemoryError("made by a test");
		}

	}

}
