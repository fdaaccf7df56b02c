package io.github.slacklogging.it.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.slacklogging.it.ProbeCommand;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The disk answers no call that keeps what waits. Nothing else runs meanwhile: all must
 * be told in less wall time than a call hangs.
 */
@Tag("root")
@Isolated
@EnabledIfSystemProperty(named = "user.name", matches = "root",
		disabledReason = "Only root can slow a system call down")
class HangingDiskTests {

	private static final Path STRACE = Path.of("/usr/bin/strace");

	/**
	 * Longer than the outage and what follows it. Not for ever, since strace lets a JVM
	 * end only when its calls have ended.
	 */
	private static final Duration HANG = Duration.ofSeconds(25);

	@Test
	void hangingDiskHoldsUpNeitherTheApplicationNorSlack() {
		Assumptions.assumeTrue(Files.isExecutable(STRACE), "Only with strace can a system call be made to hang");
		try (Scenario scenario = new Scenario(Fault.DISK_HANGS)) {
			Path calls = scenario.folder().resolve("calls.txt");
			ProbeCommand hanging = scenario.command()
				.launchedBy(STRACE.toString(), "-f", "--seccomp-bpf", "-qq", "-o", calls.toString(), "-e",
						"trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:delay_enter=" + HANG.toNanos() / 1_000);
			long start = System.nanoTime();
			Run run = scenario.start(hanging);
			BrokenDiskTests.mendsAnOutage(scenario, run);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as("All was told while the disk hung")
				.isLessThan(HANG);
			run.end();
			assertThat(calls).content().as("System calls that hang").contains("sync(");
			scenario.finish();
		}
	}

}
