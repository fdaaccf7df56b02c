package io.github.slacklogging.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.GroupSpoolContract.add;
import static io.github.slacklogging.testing.GroupSpoolContract.incidents;
import static io.github.slacklogging.testing.GroupSpoolContract.keep;
import static io.github.slacklogging.testing.GroupSpoolContract.recover;
import static io.github.slacklogging.testing.SpooledFixture.START;
import static io.github.slacklogging.testing.SpooledFixture.group;
import static io.github.slacklogging.testing.SpooledFixture.incident;
import static io.github.slacklogging.testing.SpooledFixture.over;
import static org.assertj.core.api.Assertions.assertThat;

/** What files of incidents do beyond the contract, on a disk in memory. */
class IncidentSpoolTests {

	private static final Path DIRECTORY = Path.of("/var/spool/orders");

	private static final int RECORD = GroupFile.record(incident("a", 1)).length;

	private final ManualClock clock = new ManualClock();

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	private final MemoryDisk disk = new MemoryDisk();

	@Test
	void tenThousandIncidentsCostAnUpdateNoMoreThanAFew() throws Exception {
		FileGroupSpool spool = started(64_000_000);
		for (int i = 0; i < 10; i++) {
			incidents(spool, "default", numbered(1_000 * i, 1_000, 1));
		}
		long whole = spool.status().bytes();
		long written = this.disk.written();
		int merges = 0;
		for (int i = 0; i < 100; i++) {
			int reads = this.disk.reads();
			assertThat(incidents(spool, "default", numbered(97 * i, 50, 2 + i))).isEqualTo(new Kept(true, 50));
			merges += (this.disk.reads() > reads) ? 1 : 0;
			assertThat(files()).hasSizeLessThanOrEqualTo(Keeper.MAX_FILES);
		}
		long changed = 100L * 50 * GroupFile.record(incident("kind10000", 100)).length;
		assertThat(this.disk.written() - written).as("not every merge writes all of them anew").isLessThan(6 * changed);
		assertThat(merges).as("updates that read anything").isLessThan(20);
		assertThat(spool.status().bytes()).isBetween(whole, whole + 2 * changed);
		int reads = this.disk.reads();
		List<SpooledGroup> found = recoverAfterCrash(64_000_000).incidents().get("default");
		assertThat(this.disk.reads() - reads).isLessThanOrEqualTo(Keeper.MAX_FILES + 2);
		assertThat(found).hasSize(10_000).contains(incident("kind0", 2), incident("kind9700", 1));
		assertThat(found).contains(incident("kind" + 97 * 99, 101), incident("kind" + (97 * 99 + 49), 101));
	}

	@Test
	void dayOfIncidentsIsAHandfulOfFiles() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		for (int i = 0; i < 1_000; i++) {
			incidents(spool, "default", incident("kind" + i % 20, i));
			if (i >= 10) {
				incidents(spool, "default", over("kind" + (i - 10) % 20));
			}
			assertThat(files()).hasSizeLessThanOrEqualTo(Keeper.MAX_FILES);
			assertThat(spool.status().bytes()).isLessThan(200L * RECORD);
		}
		assertThat(kinds(recoverAfterCrash(1_000_000))).hasSize(10);
	}

	@Test
	void ofAnIncidentThatIsOverOnlyTheNameIsWritten() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "default", RichGroups.incident(false));
		long open = spool.status().bytes();
		incidents(spool, "default", RichGroups.incident(true));
		assertThat(spool.status().bytes() - open).isLessThan(1_200).isLessThan(open / 4);
		assertThat(recoverAfterCrash(1_000_000).incidents()).isEmpty();
	}

	@Test
	void laterStateStaysTheLaterWhereEarlierFilesCannotBeDeleted() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "default", incident("b", 1));
		for (int i = 0; i < Keeper.MAX_FILES - 1; i++) {
			incidents(spool, "default", incident("a", i));
		}
		this.disk.stubborn(true);
		incidents(spool, "default", incident("a", 100), over("b"));
		assertThat(files()).hasSize(Keeper.MAX_FILES + 1);
		assertThat(recoverAfterCrash(1_000_000).incidents().get("default")).containsExactly(incident("a", 100));
		this.disk.stubborn(false);
		assertThat(recoverAfterCrash(1_000_000).incidents().get("default")).containsExactly(incident("a", 100));
		assertThat(files()).hasSize(1);
	}

	@Test
	void leftOverOfAnInterruptedWriteIsDeleted() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "default", incident("a", 1));
		Path torn = DIRECTORY.resolve(new GroupFileName(9, 9, 1, Series.incidents("default")) + Disk.TEMPORARY);
		this.disk.write(torn, new byte[] { 1, 2 });
		assertThat(kinds(recoverAfterCrash(1_000_000))).containsExactly("a");
		assertThat(this.disk.names(DIRECTORY)).noneMatch((name) -> name.endsWith(Disk.TEMPORARY));
	}

	@Test
	void damagedIncidentIsToldAndItsFileQuarantinedButNoEventIsLost() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "default", incident("a", 3), incident("b", 4));
		incidents(spool, "default", incident("c", 5));
		damage(files().get(0));
		Recovery recovery = recoverAfterCrash(1_000_000);
		assertThat(recovery.damagedEvents()).isZero();
		assertThat(kinds(recovery)).containsExactlyInAnyOrder("a", "c");
		assertThat(this.disk.names(DIRECTORY.resolve("quarantine"))).singleElement().asString().endsWith(".incidents");
		assertThat(this.troubles)
			.containsExactly("incidents that could not be read in slack.logging.spool.directory: 1");
		assertThat(recoverAfterCrash(1_000_000).incidents()).isEqualTo(recovery.incidents());
		assertThat(this.troubles).as("told once").hasSize(1);
	}

	@Test
	void incidentsOfAFileThatWasDamagedMeanwhileAreAskedForAgain() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		for (int i = 0; i < Keeper.MAX_FILES; i++) {
			incidents(spool, "default", incident("a" + i, 1));
		}
		damage(files().get(3));
		assertThat(incidents(spool, "default", incident("b", 1))).isEqualTo(Kept.FAILED);
		assertThat(this.troubles).hasSize(1);
		assertThat(spool.status().problem()).as("the disk works").isNull();
		incidents(spool, "default", incident("a3", 1), incident("b", 1));
		assertThat(kinds(recoverAfterCrash(1_000_000))).hasSize(Keeper.MAX_FILES + 1).contains("a3", "b");
	}

	@Test
	void whatWaitsTakesTheRoomOfTheIncidentsHeardOfLongestAgo() throws Exception {
		long maxBytes = 20L * RECORD;
		FileGroupSpool spool = started(maxBytes);
		for (int i = 0; i < 10; i++) {
			incidents(spool, "default", incident("a" + i, 1, START.plusSeconds(i), false));
		}
		SpooledGroup[] waiting = new SpooledGroup[18];
		for (int i = 0; i < waiting.length; i++) {
			waiting[i] = group("w" + i, 1);
		}
		assertThat(add(spool, "oncall", waiting)).isEqualTo(new Kept(true, 18));
		assertThat(spool.status().bytes()).isLessThanOrEqualTo(maxBytes);
		Recovery recovery = recoverAfterCrash(maxBytes);
		assertThat(recovery.groups().get("oncall")).hasSize(18);
		assertThat(kinds(recovery)).isNotEmpty().doesNotContain("a0", "a1").startsWith("a9");
	}

	@Test
	void destinationsShareTheRoomThatIsLeftForIncidents() throws Exception {
		long maxBytes = 60L * RECORD;
		FileGroupSpool spool = started(maxBytes);
		incidents(spool, "default", numbered(0, 30, 1));
		incidents(spool, "oncall", numbered(0, 15, 1));
		List<SpooledGroup> waiting = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			waiting.add(group("w" + i, 1));
		}
		keep(spool, "default", new Update(waiting, true, false));
		assertThat(spool.status().bytes()).isBetween(45L * RECORD, maxBytes);
		Recovery recovery = recoverAfterCrash(maxBytes);
		assertThat(recovery.groups().get("default")).hasSize(30);
		assertThat(recovery.incidents().get("default")).hasSizeBetween(15, 29);
		assertThat(recovery.incidents().get("oncall")).hasSizeBetween(7, 14);
	}

	@Test
	void incidentsTakeNoRoomOfWhatWaits() throws Exception {
		long maxBytes = 4L * RECORD;
		FileGroupSpool spool = started(maxBytes);
		List<SpooledGroup> waiting = new ArrayList<>();
		while (add(spool, "default", group("w" + waiting.size(), 1)).groups() == 1) {
			waiting.add(group("w" + waiting.size(), 1));
		}
		for (int i = 0; i < 5; i++) {
			assertThat(incidents(spool, "default", incident("a", 1))).isEqualTo(new Kept(true, 0));
		}
		assertThat(spool.status().bytes()).isLessThanOrEqualTo(maxBytes);
		assertThat(recoverAfterCrash(maxBytes).groups().get("default")).containsExactlyInAnyOrderElementsOf(waiting);
	}

	@Test
	void incidentsHeardOfLongestAgoMakeRoomForNewOnes() throws Exception {
		long maxBytes = 50L * RECORD;
		FileGroupSpool spool = started(maxBytes);
		int merges = 0;
		for (int i = 0; i < 200; i++) {
			int reads = this.disk.reads();
			Instant seen = START.plusSeconds(i);
			assertThat(incidents(spool, "default", incident("k" + i, 1, seen, false))).isEqualTo(new Kept(true, 1));
			assertThat(spool.status().bytes()).isLessThanOrEqualTo(maxBytes);
			merges += (this.disk.reads() > reads) ? 1 : 0;
		}
		assertThat(kinds(recoverAfterCrash(maxBytes))).hasSizeBetween(30, 50)
			.contains("k199", "k198", "k175")
			.doesNotContain("k0", "k100");
		assertThat(merges).as("most updates find room without a merge").isLessThan(60);
	}

	@Test
	void incidentThatSpokeLatelyIsMoreImportantThanOneThatWasSeenLater() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "default", incident("seen", 1, START.plusSeconds(5), false),
				incident("spoke", 1, START.minusSeconds(60), false),
				silent(incident("silent", 1, START.minusSeconds(10), false)));
		assertThat(kinds(recoverAfterCrash(1_000_000))).containsExactly("seen", "spoke", "silent");
	}

	@Test
	void incidentThatFindsNoRoomAnywhereLeavesTheOthersAlone() throws Exception {
		FileGroupSpool spool = started(GroupFile.HEADER + 3L * RECORD);
		incidents(spool, "default", incident("a", 1));
		SpooledGroup huge = RichGroups.incident(false);
		assertThat(GroupFile.record(huge).length).isGreaterThan(3 * RECORD);
		assertThat(incidents(spool, "default", huge)).isEqualTo(new Kept(true, 0));
		assertThat(kinds(recoverAfterCrash(1_000_000))).containsExactly("a");
	}

	@Test
	void incidentsNotSeenForTooLongAreForgottenAndAreNoExpiredEvents() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		this.clock.advance(Duration.ofDays(8));
		Instant now = this.clock.get().instant();
		incidents(spool, "default", incident("old", 1), incident("fresh", 2, now, false));
		Recovery recovery = recoverAfterCrash(1_000_000);
		assertThat(kinds(recovery)).containsExactly("fresh");
		assertThat(recovery.expiredEvents()).isZero();
		assertThat(GroupFile.read(this.disk.read(DIRECTORY.resolve(files().get(0)))).groups())
			.containsExactlyElementsOf(recovery.incidents().get("default"));
	}

	@Test
	void filesOfUnconfiguredDestinationsExpireByTheirAgeAndCountNoEvents() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "gone", incident("a", 3));
		this.clock.advance(Duration.ofDays(6));
		incidents(spool, "gone", incident("b", 4));
		recoverAfterCrash(1_000_000);
		assertThat(files()).hasSize(2);
		this.clock.advance(Duration.ofDays(2));
		Recovery recovery = recoverAfterCrash(1_000_000);
		assertThat(recovery.expiredEvents()).isZero();
		assertThat(files()).hasSize(1);
		this.disk.overwrite(DIRECTORY.resolve(files().get(0)), new byte[9]);
		assertThat(recoverAfterCrash(1_000_000).damagedEvents()).isZero();
		assertThat(files()).isEmpty();
		assertThat(this.troubles)
			.containsExactly("incidents that could not be read in slack.logging.spool.directory: 1");
	}

	@Test
	void incidentsOfAProcessThatIsNoMoreAreAdopted() throws Exception {
		FileGroupSpool one = started(1_000_000);
		FileGroupSpool two = started(1_000_000);
		incidents(one, "default", incident("a", 1), incident("both", 1));
		incidents(two, "default", incident("b", 1), incident("b2", 1));
		incidents(two, "default", incident("b", 2), over("b2"), incident("both", 2));
		add(two, "oncall", group("w", 4));
		Recovery recovery = recoverAfterCrash(1_000_000);
		assertThat(kinds(recovery)).containsExactlyInAnyOrder("a", "b", "both");
		assertThat(recovery.incidents().get("default")).contains(incident("b", 2));
		assertThat(recovery.groups()).isEqualTo(Map.of("oncall", List.of(group("w", 4))));
		assertThat(this.disk.names(DIRECTORY)).doesNotContain("2");
		assertThat(recoverAfterCrash(1_000_000).incidents()).isEqualTo(recovery.incidents());
	}

	@Test
	void whatIsOverDoesNotComeBackFromFilesThatAreLeftAlone() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "default", incident("a", 1));
		this.disk.killProcess();
		FileGroupSpool unaware = spool(1_000_000);
		for (int i = 0; i < 2 * Keeper.MAX_FILES; i++) {
			incidents(unaware, "default", over("a"));
		}
		assertThat(recoverAfterCrash(1_000_000).incidents()).isEmpty();
	}

	@Test
	void fullDiskIsAnAnswerAndTroubleOnce() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		this.disk.full(true);
		for (int i = 0; i < 3; i++) {
			assertThat(incidents(spool, "default", incident("a", 1))).isEqualTo(Kept.FAILED);
		}
		assertThat(this.troubles).hasSize(1);
		this.disk.full(false);
		assertThat(incidents(spool, "default", incident("a", 2))).isEqualTo(new Kept(true, 1));
		assertThat(this.troubles).hasSize(2);
		assertThat(recoverAfterCrash(1_000_000).incidents().get("default")).containsExactly(incident("a", 2));
	}

	@Test
	void waitingGroupsDoNotWaitForIncidentsThatNeedNoRoom() throws Exception {
		FileGroupSpool spool = started(1_000_000);
		incidents(spool, "default", numbered(0, 100, 1));
		int reads = this.disk.reads();
		for (int i = 0; i < 20; i++) {
			keep(spool, "default", new Update(List.of(group("w", i + 1)), true, false));
		}
		assertThat(this.disk.reads()).isEqualTo(reads);
	}

	private static SpooledGroup[] numbered(int first, int count, long total) {
		SpooledGroup[] incidents = new SpooledGroup[count];
		for (int i = 0; i < count; i++) {
			incidents[i] = incident("kind" + (first + i), total);
		}
		return incidents;
	}

	private static SpooledGroup silent(SpooledGroup incident) {
		return new SpooledGroup(incident.fingerprint(), false, incident.severity(), Map.of(), incident.total(), true,
				incident.firstSeen(), incident.lastSeen(), incident.first(), incident.latest(), false,
				Objects.requireNonNull(RichGroups.bareIncident().incident()));
	}

	private void damage(String name) throws Exception {
		Path file = DIRECTORY.resolve(name);
		byte[] bytes = this.disk.read(file);
		bytes[bytes.length - 1] ^= 1;
		this.disk.overwrite(file, bytes);
	}

	private List<String> files() {
		return this.disk.names(DIRECTORY).stream().filter((name) -> name.endsWith(".incidents")).sorted().toList();
	}

	/** Most important first. */
	private static List<String> kinds(Recovery recovery) {
		List<String> kinds = recovery.incidents()
			.getOrDefault("default", List.of())
			.stream()
			.map(SpooledGroup::fingerprint)
			.map(Fingerprint::components)
			.map((components) -> components.get(0))
			.toList();
		assertThat(new HashSet<>(kinds)).as("one of each").hasSameSizeAs(kinds);
		return kinds;
	}

	private FileGroupSpool started(long maxBytes) throws Exception {
		FileGroupSpool spool = spool(maxBytes);
		recover(spool);
		return spool;
	}

	private Recovery recoverAfterCrash(long maxBytes) throws Exception {
		this.disk.killProcess();
		return recover(spool(maxBytes));
	}

	private FileGroupSpool spool(long maxBytes) {
		return new FileGroupSpool(
				new FileGroupSpool.Settings(DIRECTORY, false, false, maxBytes, Duration.ofDays(7),
						Set.of("default", "oncall")),
				this.clock, this.troubles::add, this.disk, UUID.randomUUID().toString());
	}

}
