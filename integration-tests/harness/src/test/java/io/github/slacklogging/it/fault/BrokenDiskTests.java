package io.github.slacklogging.it.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.slacklogging.it.Patience;
import io.github.slacklogging.it.ProbeCommand;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The disk cannot keep what waits: memory does, one line says so, and the application
 * never notices.
 */
@Tag("root")
@EnabledIfSystemProperty(named = "user.name", matches = "root",
		disabledReason = "Only root can mount a small disk and slow a system call down")
class BrokenDiskTests {

	private static final Path STRACE = Path.of("/usr/bin/strace");

	/**
	 * Longer than the outage and what follows it. Not for ever, since strace lets a JVM
	 * end only when its calls have ended.
	 */
	private static final Duration HANG = Duration.ofSeconds(25);

	@Test
	void fullDiskIsSaidOnceAndAlertsGoOn() {
		try (Scenario scenario = new Scenario(Fault.DISK_FULL); Tmpfs disk = Tmpfs.mount(scenario.spool().path())) {
			Run run = scenario.start();
			Path lock = scenario.spool().path().resolve(".lock");
			Patience.until("the spool is open", () -> Files.exists(lock), Boolean::booleanValue, run::toString);
			disk.fill();
			survivesAnOutage(scenario, run);
			assertThat(run.stderr().lines().filter((line) -> line.contains("No space left on device"))).hasSize(1);
			scenario.finish();
		}
	}

	@Test
	void readOnlyDiskIsSaidOnceAndAlertsGoOn() {
		try (Scenario scenario = new Scenario(Fault.DISK_READ_ONLY);
				Tmpfs disk = Tmpfs.mount(scenario.spool().path())) {
			disk.readOnly();
			Run run = scenario.start();
			survivesAnOutage(scenario, run);
			assertThat(run.stderr().lines().filter((line) -> line.contains("Read-only file system"))).hasSize(1);
			scenario.finish();
		}
	}

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
			mendsAnOutage(scenario, run);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as("All was told while the disk hung")
				.isLessThan(HANG);
			run.end();
			assertThat(calls).content().as("System calls that hang").contains("sync(");
			scenario.finish();
		}
	}

	private static void survivesAnOutage(Scenario scenario, Run run) {
		mendsAnOutage(scenario, run);
		run.end();
	}

	private static void mendsAnOutage(Scenario scenario, Run run) {
		scenario.gate().shut();
		scenario.outage(run, () -> {
			long before = System.nanoTime();
			run.log(200, 5);
			assertThat(Duration.ofNanos(System.nanoTime() - before)).as("Logging 200 errors")
				.isLessThan(Duration.ofSeconds(3));
			run.await("three attempts have failed", (books) -> books.requests() >= 3);
		});
		scenario.gate().open();
		run.settle();
	}

}
