package io.github.slacklogging.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.spool.FaultyDisk.Fault;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.slacklogging.testing.GroupSpoolContract.add;
import static io.github.slacklogging.testing.GroupSpoolContract.keep;
import static io.github.slacklogging.testing.GroupSpoolContract.recover;
import static io.github.slacklogging.testing.SpooledFixture.group;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever operation of the disk goes wrong: what was answered as kept is found once by
 * the next process, and what was replaced is not.
 */
class DiskFaultTests {

	private static final Path DIRECTORY = Path.of("/var/spool/orders");

	private static final List<String> DESTINATIONS = List.of("default", "oncall");

	private final ManualClock clock = new ManualClock();

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	@ParameterizedTest
	@EnumSource(names = { "FAILS", "FAILS_HALFWAY", "KILLED_BEFORE", "KILLED_HALFWAY" })
	void whatWasAnsweredAsKeptIsFoundOnce(Fault fault) throws Exception {
		int operation = 1;
		while (surviveFaultAt(fault, operation)) {
			operation++;
		}
		assertThat(operation).as("operations of the script").isGreaterThan(100);
	}

	@ParameterizedTest
	@EnumSource(names = { "KILLED_BEFORE", "KILLED_HALFWAY" })
	void whatWasToldIsGoneOrMarkedAtAnyMoment(Fault fault) throws Exception {
		int operation = 1;
		while (acknowledgeWithFaultAt(fault, operation)) {
			operation++;
		}
		assertThat(operation).as("operations of two acknowledgements").isGreaterThan(30);
	}

	/** Whether the acknowledgements came to that operation. */
	private boolean acknowledgeWithFaultAt(Fault fault, int operation) throws Exception {
		MemoryDisk disk = new MemoryDisk();
		FaultyDisk faulty = new FaultyDisk(disk, fault, operation);
		FileGroupSpool spool = spool(faulty);
		recover(spool);
		boolean marked = false;
		for (String destination : DESTINATIONS) {
			add(spool, destination, group("told", 3));
			add(spool, destination, group("told", 2), group("rest", 1));
			marked = keep(spool, destination, new Update(List.of(), false, true)).successful();
		}
		keep(spool, "default", new Update(List.of(group("rest", 1)), true, false));
		keep(spool, "oncall", new Update(List.of(), true, false));
		disk.killProcess();
		Recovery found = recover(spool(disk));
		if (marked) {
			assertThat(found.groups().values()).allSatisfy((groups) -> assertThat(groups)
				.filteredOn((group) -> group.fingerprint().equals(group("told", 1).fingerprint()))
				.allMatch(SpooledGroup::mayBeRepeat, fault + " at operation " + operation));
		}
		return faulty.struck();
	}

	/** Whether the script came to that operation. */
	private boolean surviveFaultAt(Fault fault, int operation) throws Exception {
		String when = fault + " at operation " + operation;
		MemoryDisk disk = new MemoryDisk();
		Map<String, ExpectedGroups> expected = leftByEarlierProcesses(disk);
		FaultyDisk faulty = new FaultyDisk(disk, fault, operation);
		FileGroupSpool spool = spool(faulty);
		Recovery recovery = recover(spool);
		expected
			.forEach((destination, groups) -> groups.startOver(recovery.groups().getOrDefault(destination, List.of())));
		for (Step step : script()) {
			Kept kept = keep(spool, step.destination(), step.update());
			expected.getOrDefault(step.destination(), new ExpectedGroups()).answered(step.update(), kept);
		}
		boolean struck = faulty.struck();
		if (struck) {
			assertThat(this.troubles).as(when).noneMatch((text) -> text.contains("secret"));
		}
		disk.killProcess();
		for (int i = 0; i < 2; i++) {
			FileGroupSpool next = spool(disk);
			Recovery found = recover(next);
			expected.forEach(
					(destination, groups) -> groups.check(when, found.groups().getOrDefault(destination, List.of())));
			assertThat(found.damagedEvents()).as(when).isZero();
			disk.killProcess();
		}
		return struck;
	}

	/** Two of them, so that there is something to adopt. */
	private Map<String, ExpectedGroups> leftByEarlierProcesses(MemoryDisk disk) throws Exception {
		Map<String, ExpectedGroups> expected = new HashMap<>();
		FileGroupSpool one = spool(disk);
		recover(one);
		FileGroupSpool two = spool(disk);
		recover(two);
		for (String destination : DESTINATIONS) {
			ExpectedGroups groups = new ExpectedGroups();
			expected.put(destination, groups);
			for (Update update : List.of(adding(group("old", 3), group("a", 1)), adding(group("a", 2)))) {
				groups.answered(update, keep(one, destination, update));
				groups.answered(update, keep(two, destination, update));
			}
		}
		keep(two, "oncall", new Update(List.of(), false, true));
		disk.killProcess();
		return expected;
	}

	/** Everything that there is to do, also merges. */
	private static List<Step> script() {
		List<Step> script = new ArrayList<>();
		for (int i = 0; i < Keeper.MAX_FILES + 2; i++) {
			script.add(new Step("default", adding(group("a", 1), group("b", 2))));
		}
		script.add(new Step("oncall", adding(group("c", 1))));
		script.add(new Step("default", new Update(List.of(group("d", 1)), false, true)));
		script.add(new Step("default", new Update(List.of(group("d", 7), group("e", 1)), true, false)));
		script.add(new Step("oncall", new Update(List.of(), true, false)));
		script.add(new Step("oncall", adding(group("f", 1))));
		script.add(new Step("oncall", adding(group("g", 1))));
		script.add(new Step("oncall", new Update(List.of(), true, false)));
		script.add(new Step("default", adding(group("h", 1))));
		return script;
	}

	@Test
	void hangingDiskIsToldAndAnswersWhenItReturns() throws Exception {
		int operation = 1;
		while (hangAt(operation)) {
			operation++;
		}
		assertThat(operation).as("operations of a start and an update").isGreaterThan(10);
	}

	private boolean hangAt(int operation) throws Exception {
		this.troubles.clear();
		FaultyDisk disk = new FaultyDisk(new MemoryDisk(), Fault.HANGS, operation);
		FileGroupSpool spool = spool(disk);
		CompletableFuture<Recovery> recovered = new CompletableFuture<>();
		CompletableFuture<Kept> kept = new CompletableFuture<>();
		spool.recover(recovered::complete);
		spool.keep("default", new Update(List.of(group("a", 1)), false, true), kept::complete);
		CompletableFuture<Void> hanging = CompletableFuture.runAsync(() -> await(disk));
		CompletableFuture.anyOf(hanging, kept).get(20, TimeUnit.SECONDS);
		boolean struck = !kept.isDone();
		if (struck) {
			this.clock.advance(Duration.ofSeconds(12));
			assertThat(spool.status().problem()).isEqualTo("the disk has not answered for 12 s");
			spool.status();
			assertThat(this.troubles).hasSize(1);
		}
		disk.release();
		assertThat(kept.get(20, TimeUnit.SECONDS)).isEqualTo(new Kept(true, 1));
		assertThat(recovered).isCompletedWithValue(Recovery.NOTHING);
		assertThat(spool.status().problem()).isNull();
		assertThat(this.troubles).hasSize(struck ? 2 : 0);
		await(disk, hanging);
		return struck;
	}

	private static void await(FaultyDisk disk) {
		try {
			disk.hanging().await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(FaultyDisk disk, CompletableFuture<Void> hanging) {
		disk.hanging().countDown();
		hanging.join();
	}

	@Test
	void endDoesNotWaitForADiskThatHangs() throws Exception {
		FaultyDisk disk = new FaultyDisk(new MemoryDisk(), Fault.HANGS, 1);
		FileGroupSpool spool = spool(disk);
		CompletableFuture<Recovery> recovered = new CompletableFuture<>();
		spool.recover(recovered::complete);
		disk.hanging().await();
		spool.close();
		assertThat(recovered).isNotDone();
		assertThat(add(spool, "default", group("a", 1))).isEqualTo(Kept.FAILED);
		disk.release();
		assertThat(recovered.get(20, TimeUnit.SECONDS)).isEqualTo(Recovery.NOTHING);
	}

	@Test
	void troubleIsToldWhenItBeginsAndWhenItEnds() throws Exception {
		MemoryDisk disk = new MemoryDisk();
		FileGroupSpool spool = spool(disk);
		recover(spool);
		disk.full(true);
		for (int i = 0; i < 5; i++) {
			assertThat(add(spool, "default", group("a", 1))).isEqualTo(Kept.FAILED);
		}
		assertThat(spool.status().problem()).isEqualTo("IOException: No space left on device");
		assertThat(this.troubles).containsExactly("slack.logging.spool.directory cannot be used "
				+ "(IOException: No space left on device): what waits is kept in memory only");
		disk.full(false);
		add(spool, "default", group("a", 1));
		add(spool, "default", group("a", 1));
		assertThat(spool.status().problem()).isNull();
		assertThat(this.troubles).hasSize(2).last().isEqualTo("slack.logging.spool.directory can be used again");
	}

	@Test
	void fullDiskKeepsNobodyFromReading() throws Exception {
		MemoryDisk disk = new MemoryDisk();
		FileGroupSpool spool = spool(disk);
		recover(spool);
		add(spool, "default", group("a", 1));
		disk.killProcess();
		disk.full(true);
		FileGroupSpool next = spool(disk);
		assertThat(recover(next).groups()).isEqualTo(Map.of("default", List.of(group("a", 1))));
		assertThat(next.status().problem()).isEqualTo("IOException: No space left on device");
	}

	private FileGroupSpool spool(Disk disk) {
		return new FileGroupSpool(new FileGroupSpool.Settings(DIRECTORY, false, false, 1_000_000, Duration.ofDays(7),
				Set.copyOf(DESTINATIONS)), this.clock, this.troubles::add, disk, UUID.randomUUID().toString());
	}

	private static Update adding(SpooledGroup... groups) {
		return new Update(List.of(groups), false, false);
	}

	/** One call. */
	private record Step(String destination, Update update) {

	}

}
