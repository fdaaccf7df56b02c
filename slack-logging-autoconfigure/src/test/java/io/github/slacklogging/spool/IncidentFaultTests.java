package io.github.slacklogging.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.spool.FaultyDisk.Fault;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.slacklogging.testing.GroupSpoolContract.add;
import static io.github.slacklogging.testing.GroupSpoolContract.incidents;
import static io.github.slacklogging.testing.GroupSpoolContract.keep;
import static io.github.slacklogging.testing.GroupSpoolContract.recover;
import static io.github.slacklogging.testing.SpooledFixture.group;
import static io.github.slacklogging.testing.SpooledFixture.incident;
import static io.github.slacklogging.testing.SpooledFixture.over;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever operation of the disk goes wrong: the next process finds each incident in the
 * state that was answered as kept last, or in one that was tried since.
 */
class IncidentFaultTests {

	private static final Path DIRECTORY = Path.of("/var/spool/orders");

	private static final long ABSENT = 0;

	private final ManualClock clock = new ManualClock();

	/** Totals by which each kind may be found. */
	private final Map<String, Set<Long>> possible = new HashMap<>();

	@ParameterizedTest
	@EnumSource(names = { "FAILS", "FAILS_HALFWAY", "KILLED_BEFORE", "KILLED_HALFWAY" })
	void incidentIsFoundAsItWasAnsweredOrTriedLast(Fault fault) throws Exception {
		int operation = 1;
		while (surviveFaultAt(fault, operation)) {
			operation++;
		}
		assertThat(operation).as("operations of the script").isGreaterThan(100);
	}

	/** Whether the script came to that operation. */
	private boolean surviveFaultAt(Fault fault, int operation) throws Exception {
		String when = fault + " at operation " + operation;
		this.possible.clear();
		MemoryDisk disk = new MemoryDisk();
		leftByEarlierProcesses(disk);
		FaultyDisk faulty = new FaultyDisk(disk, fault, operation);
		run(spool(faulty));
		disk.killProcess();
		for (int i = 0; i < 2; i++) {
			Recovery found = recover(spool(disk));
			check(when, found.incidents().getOrDefault("default", List.of()));
			assertThat(found.damagedEvents()).as(when).isZero();
			disk.killProcess();
		}
		return faulty.struck();
	}

	/** Two of them, so that there is something to adopt. */
	private void leftByEarlierProcesses(MemoryDisk disk) throws Exception {
		FileGroupSpool one = spool(disk);
		recover(one);
		FileGroupSpool two = spool(disk);
		recover(two);
		update(one, incident("a", 1), incident("b", 1));
		update(one, incident("a", 2), incident("left", 3));
		update(two, incident("adopted", 4), incident("ended", 4));
		update(two, over("ended"), incident("adopted", 5));
		disk.killProcess();
	}

	/** Everything that there is to do, also merges, and what waits beside it. */
	private void run(FileGroupSpool spool) throws Exception {
		recover(spool);
		add(spool, "default", group("a", 1));
		for (int i = 0; i < 2 * Keeper.MAX_FILES; i++) {
			update(spool, incident("a", 10 + i), incident("c" + i % 3, 10 + i));
		}
		update(spool, over("b"), incident("d", 7));
		keep(spool, "default", new Update(List.of(), true, false));
		for (int i = 0; i < Keeper.MAX_FILES; i++) {
			update(spool, over("c0"), incident("c1", 100 + i));
		}
		update(spool, over("a"), over("c1"), over("c2"), over("d"));
		update(spool, incident("d", 8));
	}

	private void update(FileGroupSpool spool, SpooledGroup... changed) throws Exception {
		Kept kept = incidents(spool, "default", changed);
		assertThat(kept).isIn(Kept.FAILED, new Kept(true, changed.length));
		for (SpooledGroup incident : changed) {
			Set<Long> totals = this.possible.computeIfAbsent(kind(incident), (kind) -> new TreeSet<>(Set.of(ABSENT)));
			if (kept.successful()) {
				totals.clear();
			}
			totals.add(IncidentSum.isOver(incident) ? ABSENT : incident.total());
		}
	}

	private void check(String when, List<SpooledGroup> found) {
		Map<String, Long> totals = new HashMap<>();
		found.forEach((incident) -> assertThat(totals.put(kind(incident), incident.total())).as(when).isNull());
		assertThat(this.possible.keySet()).as(when).containsAll(totals.keySet());
		this.possible.forEach((kind, allowed) -> assertThat(allowed).as("%s: %s", when, kind)
			.contains(totals.getOrDefault(kind, ABSENT)));
	}

	private static String kind(SpooledGroup incident) {
		return incident.fingerprint().components().get(0);
	}

	private FileGroupSpool spool(Disk disk) {
		return new FileGroupSpool(
				new FileGroupSpool.Settings(DIRECTORY, false, false, 1_000_000, Duration.ofDays(7), Set.of("default")),
				this.clock, (trouble) -> {
				}, disk, UUID.randomUUID().toString());
	}

}
