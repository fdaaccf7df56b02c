package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.spool.Disk.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The folder that this process alone uses: the configured directory or, while another
 * process has that one, {@code 2}, {@code 3}, … in it. Held until closed. Not
 * thread-safe: the spool's thread alone uses it.
 */
final class SpoolPlace implements Closeable {

	private static final int MAX_PROCESSES = 64;

	/**
	 * Is there while a process runs, so that the next one knows a crash. It names the
	 * process: the lock of our own JVM must not even be looked at, because closing a file
	 * gives back all locks that the JVM holds on it ({@code java.nio.channels.FileLock},
	 * "Platform dependencies").
	 */
	static final String RUNNING = "running";

	private final Disk disk;

	private final Path folder;

	private final Closeable lock;

	private final End end;

	private @Nullable IOException problem;

	private SpoolPlace(Disk disk, Path folder, Closeable lock, End end) {
		this.disk = disk;
		this.folder = folder;
		this.lock = lock;
		this.end = end;
	}

	/** A number alone comes again: in a container it is 1 after every start. */
	static String thisProcess() {
		ProcessHandle process = ProcessHandle.current();
		String start = process.info()
			.startInstant()
			.map(Instant::toString)
			.orElseGet(() -> UUID.randomUUID().toString());
		return process.pid() + " " + start;
	}

	/**
	 * Finds a folder and keeps others out of it.
	 * @param process names this process, unlike any earlier one
	 * @throws RefusedFolderException if there is none that may be used
	 */
	static SpoolPlace open(Disk disk, Path directory, String process) throws IOException {
		for (int number = 1; number <= MAX_PROCESSES; number++) {
			Path folder = (number == 1) ? directory : directory.resolve(Integer.toString(number));
			disk.claim(folder);
			End end = end(disk, folder);
			Optional<Closeable> lock = lock(disk, folder, process);
			if (lock.isPresent()) {
				SpoolPlace place = new SpoolPlace(disk, folder, lock.get(), end);
				place.run(process);
				return place;
			}
		}
		throw new RefusedFolderException(MAX_PROCESSES + " processes use the folder already");
	}

	/** A full disk must not keep us from reading what is there. */
	private void run(String process) {
		try {
			// a disk that was full may have left it
			this.disk.delete(this.folder.resolve(RUNNING + Disk.TEMPORARY));
			this.disk.store(this.folder, RUNNING, process.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			this.problem = ex;
		}
	}

	/** How the process ended that used a folder last. */
	static End end(Disk disk, Path folder) throws IOException {
		List<String> names = disk.list(folder).stream().map(Entry::name).toList();
		if (names.contains(RUNNING)) {
			return End.CRASHED;
		}
		return names.contains(NioDisk.LOCK) ? End.STOPPED : End.NONE;
	}

	/** Keeps others out of a folder, unless this or another process has it. */
	static Optional<Closeable> lock(Disk disk, Path folder, String process) throws IOException {
		boolean marked = disk.list(folder).stream().anyMatch((entry) -> entry.name().equals(RUNNING));
		if (marked && process.equals(new String(disk.read(folder.resolve(RUNNING)), StandardCharsets.UTF_8))) {
			return Optional.empty();
		}
		return disk.tryLock(folder);
	}

	Path folder() {
		return this.folder;
	}

	/** How the process ended that used the folder before us. */
	End end() {
		return this.end;
	}

	/** What went wrong besides. */
	Optional<IOException> problem() {
		return Optional.ofNullable(this.problem);
	}

	/** Lets another process have the folder, and says nothing about an end. */
	void abandon() throws IOException {
		this.lock.close();
	}

	/** Says that this process ended in order, and lets another one have the folder. */
	@Override
	public void close() throws IOException {
		try (this.lock) {
			this.disk.delete(this.folder.resolve(RUNNING));
		}
	}

}
