package io.github.slacklogging.spool;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.testing.GroupSpoolContract;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The files keep the contract of every spool, on a real disk and in memory. */
class FileGroupSpoolContractTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	static Path temporary;

	@Nested
	class RealDiskTests extends FilesContract {

		RealDiskTests() {
			super(NioDisk::new, temporary.resolve(UUID.randomUUID().toString()));
		}

	}

	@Nested
	class MemoryDiskTests extends FilesContract {

		MemoryDiskTests() {
			super(MemoryDisk::new, Path.of("/var/spool/orders"));
		}

	}

	abstract static class FilesContract extends GroupSpoolContract {

		private final Disk disk;

		private final Path directory;

		private final Map<GroupSpool, CrashableDisk> processes = new HashMap<>();

		FilesContract(Supplier<Disk> disk, Path directory) {
			this.disk = disk.get();
			this.directory = directory;
		}

		@Override
		protected GroupSpool start(Set<String> destinations) {
			CrashableDisk process = new CrashableDisk(this.disk);
			GroupSpool spool = new FileGroupSpool(new FileGroupSpool.Settings(this.directory, false, false, 1_000_000,
					Duration.ofDays(7), destinations), new ManualClock(), (trouble) -> {
					}, process, UUID.randomUUID().toString());
			this.processes.put(spool, process);
			return spool;
		}

		@Override
		protected void crash(GroupSpool spool) {
			CrashableDisk process = this.processes.get(spool);
			if (process != null) {
				process.kill();
			}
		}

		@AfterEach
		void end() {
			this.processes.keySet().forEach(GroupSpool::close);
		}

	}

}
