package io.github.slacklogging.it.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.slacklogging.it.Patience;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The disk cannot keep what waits: memory does, one line says so, and the application
 * never notices. One that hangs: {@link HangingDiskTests}.
 */
@Tag("root")
@EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "Only root can mount a small disk")
class BrokenDiskTests {

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

	private static void survivesAnOutage(Scenario scenario, Run run) {
		mendsAnOutage(scenario, run);
		run.end();
	}

	/** While it cannot be kept, 200 errors are logged, wait and are told. */
	static void mendsAnOutage(Scenario scenario, Run run) {
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
