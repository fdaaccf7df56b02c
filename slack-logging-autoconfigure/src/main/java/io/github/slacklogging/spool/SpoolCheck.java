package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Tick;

/**
 * Whether the spool's folder can be used: its place, who may use it, its space, and
 * whether what is written there is there. Makes the folder where there is none, as a
 * start would, and leaves nothing in it. May run beside the spool that uses the folder,
 * of this process or of another. Thread-safe; blocks as long as the disk does.
 */
public final class SpoolCheck implements SelfCheck {

	private static final String SUBJECT = "spool";

	private static final String PROPERTY = "slack.logging.spool.directory";

	/** Longer than a message waits for the disk. */
	private static final Duration SLOW = Duration.ofMillis(250);

	/** Below it nothing useful can be kept. */
	private static final long LEAST_BYTES = 1024 * 1024;

	private static final int TRIAL_BYTES = 64 * 1024;

	private final FileGroupSpool.Settings settings;

	private final Supplier<Tick> clock;

	private final Disk disk;

	private final String process;

	private final Space space;

	/**
	 * Touches no disk yet.
	 * @param settings of the spool
	 * @param clock the time
	 */
	public SpoolCheck(FileGroupSpool.Settings settings, Supplier<Tick> clock) {
		this(settings, clock, new NioDisk(), SpoolPlace.thisProcess(),
				(folder) -> Files.getFileStore(folder).getUsableSpace());
	}

	SpoolCheck(FileGroupSpool.Settings settings, Supplier<Tick> clock, Disk disk, String process, Space space) {
		this.settings = settings;
		this.clock = clock;
		this.disk = disk;
		this.process = process;
		this.space = space;
	}

	@Override
	public List<Finding> examine() {
		List<Finding> findings = new ArrayList<>();
		findings.add(place());
		try {
			this.disk.claim(this.settings.directory());
			findings.add(Finding.ok(SUBJECT, "rights", "the folder is ours, and closed to others"));
		}
		catch (IOException ex) {
			findings.add(Finding.failed(SUBJECT, "rights", "the folder cannot be used: " + DiskCondition.words(ex),
					"Name a folder that this user may write to by " + PROPERTY
							+ ", or mount it writeable. Until then what waits is kept in memory only."));
			findings.add(Finding.skipped(SUBJECT, "durability", "without the folder nothing can be tried", null));
			return findings;
		}
		use().ifPresent(findings::add);
		findings.add(space());
		findings.add(durability());
		return findings;
	}

	private Finding place() {
		String place = this.settings.directory().toString();
		return this.settings.temporary() ? Finding.warning(SUBJECT, "place", place + " is a temporary place",
				"It survives a crash of the process, but not of the container or the machine: name a better"
						+ " one by " + PROPERTY + ".")
				: Finding.ok(SUBJECT, "place", place);
	}

	/**
	 * A lock is only tried where a process left its mark: without one it may be our own,
	 * whose mark a full disk did not take, and a look at it would give it away.
	 */
	private Optional<Finding> use() {
		try {
			boolean used = this.disk.list(this.settings.directory())
				.stream()
				.anyMatch((entry) -> entry.name().equals(SpoolPlace.RUNNING));
			if (!used || isFree()) {
				return Optional.empty();
			}
			return Optional.of(Finding.ok(SUBJECT, "use",
					"a process uses the folder, this application if it runs; each further one takes a folder in it"));
		}
		catch (IOException ex) {
			return Optional.of(Finding.warning(SUBJECT, "use",
					"whether another process uses the folder cannot be seen: " + DiskCondition.words(ex),
					"Look at the folder and its files."));
		}
	}

	private boolean isFree() throws IOException {
		Optional<Closeable> lock = SpoolPlace.lock(this.disk, this.settings.directory(), this.process);
		if (lock.isPresent()) {
			lock.get().close();
		}
		return lock.isPresent();
	}

	private Finding space() {
		long free;
		try {
			free = this.space.freeBytes(this.settings.directory());
		}
		catch (IOException ex) {
			return Finding.skipped(SUBJECT, "space", "the disk does not tell its free space", null);
		}
		long wanted = this.settings.maxBytes();
		String detail = megabytes(free) + " free, up to " + megabytes(wanted)
				+ " are used (slack.logging.spool.max-size)";
		if (free < LEAST_BYTES) {
			return Finding.failed(SUBJECT, "space", "the disk is full: " + detail,
					"Make room, or name another disk by " + PROPERTY + ".");
		}
		return (free >= wanted) ? Finding.ok(SUBJECT, "space", detail) : Finding.warning(SUBJECT, "space",
				"less than may be needed: " + detail, "Make room, or lower slack.logging.spool.max-size.");
	}

	private static String megabytes(long bytes) {
		return Math.round(bytes / 1024.0 / 1024.0) + " MB";
	}

	/** As the spool itself writes, under a name that it takes for nobody's. */
	private Finding durability() {
		Path folder = this.settings.directory();
		String name = "doctor-" + UUID.randomUUID();
		byte[] content = name.repeat(TRIAL_BYTES / name.length()).getBytes(StandardCharsets.US_ASCII);
		Tick begin = this.clock.get();
		try {
			this.disk.store(folder, name, content);
			boolean same = Arrays.equals(content, this.disk.read(folder.resolve(name)));
			Duration took = this.clock.get().since(begin);
			return same ? judge(took) : Finding.failed(SUBJECT, "durability", "what was read is not what was written",
					"The disk is broken: name another one by " + PROPERTY + ".");
		}
		catch (IOException ex) {
			return Finding.failed(SUBJECT, "durability", "nothing can be written: " + DiskCondition.words(ex),
					"Make room, mount it writeable, or name another folder by " + PROPERTY + ".");
		}
		finally {
			discard(folder.resolve(name + Disk.TEMPORARY));
			discard(folder.resolve(name));
		}
	}

	private static Finding judge(Duration took) {
		String detail = "written, synchronised, renamed and read back in " + took.toMillis() + " ms";
		return (took.compareTo(SLOW) <= 0) ? Finding.ok(SUBJECT, "durability", detail)
				: Finding.warning(SUBJECT, "durability", detail, "A message waits for the disk " + SLOW.toMillis()
						+ " ms at most: a faster one keeps more over a crash.");
	}

	private void discard(Path file) {
		try {
			this.disk.delete(file);
		}
		catch (IOException ex) {
			// A full or broken disk was told already.
		}
	}

	/** How much room the disk of a folder has. */
	@FunctionalInterface
	interface Space {

		long freeBytes(Path folder) throws IOException;

	}

}
