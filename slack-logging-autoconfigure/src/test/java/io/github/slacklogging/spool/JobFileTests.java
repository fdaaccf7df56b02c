package io.github.slacklogging.spool;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.GroupSpool.KeptJob.Told;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.GroupSpoolContract.recover;
import static io.github.slacklogging.testing.SpooledFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

/** How expected jobs survive, on a disk in memory. */
class JobFileTests {

	private static final Path DIRECTORY = Path.of("/var/spool/orders");

	private static final String FILE = JobFields.FORMAT.file();

	private final ManualClock clock = new ManualClock();

	private final List<String> troubles = new CopyOnWriteArrayList<>();

	private final MemoryDisk disk = new MemoryDisk();

	private int processes;

	private FileGroupSpool started() throws Exception {
		return new FileGroupSpool(
				new FileGroupSpool.Settings(DIRECTORY, false, false, 1_000_000, Duration.ofDays(7), Set.of("default")),
				this.clock, this.troubles::add, this.disk, "process" + this.processes++);
	}

	private List<KeptJob> recovered() throws Exception {
		FileGroupSpool next = started();
		try {
			return recover(next).jobs();
		}
		finally {
			next.close();
		}
	}

	private static void jobs(FileGroupSpool spool, KeptJob... jobs) throws Exception {
		CompletableFuture<Kept> answer = new CompletableFuture<>();
		spool.keepJobs(List.of(jobs), answer::complete);
		assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Kept(true, jobs.length));
	}

	@Test
	void nothingIsWrittenWhereNothingIsExpected() throws Exception {
		assertThat(recovered()).isEmpty();
		assertThat(this.disk.names(DIRECTORY)).doesNotContain(FILE);
	}

	@Test
	void processesThatAreNoMoreLeaveTheLongestWaitAndTheLatestSuccess() throws Exception {
		FileGroupSpool first = started();
		recover(first);
		FileGroupSpool second = started();
		recover(second);
		Told told = new Told(START.plusSeconds(90), "run");
		jobs(first, new KeptJob("nightly", START, START.plusSeconds(60), null),
				new KeptJob("ledger", START, null, told));
		jobs(second,
				new KeptJob("nightly", START.plusSeconds(5), START.plusSeconds(80),
						new Told(START.plusSeconds(79), "r")),
				new KeptJob("ledger", START.plusSeconds(5), START.plusSeconds(6),
						new Told(START.plusSeconds(70), "r")));
		first.close();
		second.close();
		List<KeptJob> merged = List.of(
				new KeptJob("nightly", START, START.plusSeconds(80), new Told(START.plusSeconds(79), "r")),
				new KeptJob("ledger", START, START.plusSeconds(6), told));
		assertThat(recovered()).isEqualTo(merged);
		assertThat(recovered()).as("once they are ours").isEqualTo(merged);
	}

	@Test
	void fileThatCannotBeReadIsToldAndQuarantined() throws Exception {
		recovered();
		this.disk.write(DIRECTORY.resolve(FILE), "{\"jobs\":[{".getBytes(StandardCharsets.UTF_8));
		assertThat(recovered()).isEmpty();
		assertThat(this.troubles).anyMatch((text) -> text.contains("the jobs"));
		assertThat(this.disk.names(DIRECTORY.resolve("quarantine"))).contains(FILE);
	}

	@Test
	void jobThatCannotBeReadCostsNoOther() throws Exception {
		recovered();
		this.disk.write(DIRECTORY.resolve(FILE), """
				{"jobs":[{"name":"ledger","waitedSince":"yesterday"},{"name":7},
				{"name":"weekly","waitedSince":"2026-01-02T12:00:00Z","told":"2026-01-02T12:00:00Z"},
				{"name":"nightly","waitedSince":"2026-01-02T12:00:00Z","mood":"good"}]}
				""".getBytes(StandardCharsets.UTF_8));
		assertThat(recovered()).extracting(KeptJob::name).containsExactly("nightly");
		assertThat(this.troubles).anyMatch((text) -> text.contains("an expected job"));
	}

}
