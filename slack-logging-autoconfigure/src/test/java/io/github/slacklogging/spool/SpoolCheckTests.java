package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.Finding;
import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.spool.FaultyDisk.Fault;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SpoolCheckTests {

	private static final long MEGABYTE = 1024 * 1024;

	/** Operations of a disk before the trial: the claim and the look for a lock. */
	private static final int BEFORE_TRIAL = 2;

	@TempDir
	private Path folder;

	private final ManualClock clock = new ManualClock();

	@Test
	void folderThatIsWellIsMadeTriedAndLeftEmpty() throws IOException {
		assertThat(told(check(new NioDisk(), 100 * MEGABYTE))).containsExactly("OK place", "OK rights", "OK space",
				"OK durability");
		try (Stream<Path> files = Files.list(spool())) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void temporaryPlaceIsWarnedOf() {
		FileGroupSpool.Settings temporary = new FileGroupSpool.Settings(spool(), true, false, MEGABYTE,
				Duration.ofDays(7), Set.of());
		assertThat(told(new SpoolCheck(temporary, this.clock))).contains("WARNING place", "OK durability");
	}

	@Test
	void folderThatCannotBeUsedIsToldAndNotTried() throws IOException {
		Files.writeString(spool(), "a file");
		List<Finding> findings = check(new NioDisk(), MEGABYTE).examine();
		assertThat(findings.get(1).detail())
			.isEqualTo("the folder cannot be used: there is a file in the place of the folder");
		assertThat(told(check(new NioDisk(), MEGABYTE))).containsExactly("OK place", "FAILED rights",
				"SKIPPED durability");
	}

	@Test
	void diskThatIsFullOrNearlySoIsTold() {
		assertThat(told(check(new NioDisk(), MEGABYTE / 2))).contains("FAILED space");
		assertThat(told(check(new NioDisk(), 2 * MEGABYTE))).contains("WARNING space");
	}

	@Test
	void diskThatDoesNotTakeWhatIsWrittenFails() throws IOException {
		for (int operation = 1; operation <= 4; operation++) {
			Disk disk = new FaultyDisk(new NioDisk(), Fault.FAILS, BEFORE_TRIAL + operation);
			assertThat(told(check(disk, 100 * MEGABYTE))).as("operation %d", operation).contains("FAILED durability");
			try (Stream<Path> files = Files.list(spool())) {
				assertThat(files).isEmpty();
			}
		}
	}

	@Test
	void diskThatIsSlowIsWarnedOf() {
		Disk slow = new SlowDisk(new NioDisk(), this.clock);
		List<Finding> findings = check(slow, 100 * MEGABYTE).examine();
		assertThat(findings).extracting(Finding::detail)
			.contains("written, synchronised, renamed and read back in 300 ms");
		assertThat(told(check(slow, 100 * MEGABYTE))).contains("WARNING durability");
	}

	@Test
	void spoolOfThisProcessIsLeftAloneAndToldOf() throws IOException {
		FileGroupSpool.Settings settings = settings();
		try (SpoolPlace place = SpoolPlace.open(new NioDisk(), settings.directory(), SpoolPlace.thisProcess())) {
			assertThat(told(new SpoolCheck(settings, this.clock))).contains("OK use", "OK durability");
			assertThat(Files.list(place.folder()).map((file) -> String.valueOf(file.getFileName())))
				.containsExactlyInAnyOrder(".lock", "running");
		}
	}

	/** A look at our own lock would give it away, and a full disk takes no mark. */
	@Test
	void lockWithoutAMarkIsNotTouched() throws IOException {
		FileGroupSpool.Settings settings = settings();
		try (SpoolPlace place = SpoolPlace.open(new NioDisk(), settings.directory(), SpoolPlace.thisProcess())) {
			Files.delete(place.folder().resolve(SpoolPlace.RUNNING));
			List<Finding> findings = check(unlockable(), 100 * MEGABYTE).examine();
			assertThat(findings).extracting(Finding::check).containsExactly("place", "rights", "space", "durability");
		}
	}

	private static Disk unlockable() {
		Disk disk = new NioDisk();
		return (Disk) Proxy.newProxyInstance(Disk.class.getClassLoader(), new Class<?>[] { Disk.class },
				(proxy, method, arguments) -> {
					assertThat(method.getName()).isNotEqualTo("tryLock");
					return method.invoke(disk, arguments);
				});
	}

	@Test
	void folderOfAnEarlierRunIsNobodysAndStaysAsItWas() throws IOException {
		FileGroupSpool.Settings settings = settings();
		SpoolPlace.open(new NioDisk(), settings.directory(), "another process").close();
		assertThat(told(new SpoolCheck(settings, this.clock))).doesNotContain("OK use").contains("OK durability");
		assertThat(SpoolPlace.end(new NioDisk(), settings.directory())).isEqualTo(End.STOPPED);
	}

	private SpoolCheck check(Disk disk, long free) {
		return new SpoolCheck(settings(), this.clock, disk, "this process", (folder) -> free);
	}

	private FileGroupSpool.Settings settings() {
		return new FileGroupSpool.Settings(spool(), false, false, 64 * MEGABYTE, Duration.ofDays(7), Set.of());
	}

	private Path spool() {
		return this.folder.resolve("spool");
	}

	private static List<String> told(SpoolCheck check) {
		return check.examine()
			.stream()
			.map((finding) -> finding.outcome() + " " + finding.check())
			.collect(Collectors.toList());
	}

	/** Takes 300 ms to write. */
	private record SlowDisk(Disk disk, ManualClock clock) implements Disk {

		@Override
		public void claim(Path folder) throws IOException {
			this.disk.claim(folder);
		}

		@Override
		public Optional<Closeable> tryLock(Path folder) throws IOException {
			return this.disk.tryLock(folder);
		}

		@Override
		public List<Entry> list(Path folder) throws IOException {
			return this.disk.list(folder);
		}

		@Override
		public byte[] read(Path file) throws IOException {
			return this.disk.read(file);
		}

		@Override
		public void write(Path file, byte[] content) throws IOException {
			this.clock.advance(Duration.ofMillis(300));
			this.disk.write(file, content);
		}

		@Override
		public void rename(Path from, Path to) throws IOException {
			this.disk.rename(from, to);
		}

		@Override
		public void delete(Path path) throws IOException {
			this.disk.delete(path);
		}

		@Override
		public void syncFolder(Path folder) throws IOException {
			this.disk.syncFolder(folder);
		}

	}

}
