package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.spool.Disk.Entry;
import io.github.slacklogging.spool.Listing.Present;
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
	private static final String RUNNING = "running";

	private final Disk disk;

	private final Path directory;

	private final Path folder;

	private final Closeable lock;

	private End end;

	private @Nullable IOException problem;

	private SpoolPlace(Disk disk, Path directory, Path folder, Closeable lock, End end) {
		this.disk = disk;
		this.directory = directory;
		this.folder = folder;
		this.lock = lock;
		this.end = end;
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
				SpoolPlace place = new SpoolPlace(disk, directory, folder, lock.get(), end);
				place.run(process);
				return place;
			}
		}
		throw new RefusedFolderException(MAX_PROCESSES + " processes use the folder already");
	}

	/** A full disk must not keep us from reading what is there. */
	private void run(String process) {
		try {
			this.disk.store(this.folder, RUNNING, process.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			this.problem = ex;
		}
	}

	/** How the process that used a folder before us ended, if it did. */
	private static End end(Disk disk, Path folder) throws IOException {
		List<String> names = disk.list(folder).stream().map(Entry::name).toList();
		if (names.contains(RUNNING)) {
			return End.CRASHED;
		}
		return names.contains(NioDisk.LOCK) ? End.STOPPED : End.NONE;
	}

	private static Optional<Closeable> lock(Disk disk, Path folder, String process) throws IOException {
		boolean marked = disk.list(folder).stream().anyMatch((entry) -> entry.name().equals(RUNNING));
		if (marked && process.equals(new String(disk.read(folder.resolve(RUNNING)), StandardCharsets.UTF_8))) {
			return Optional.empty();
		}
		return disk.tryLock(folder);
	}

	Path folder() {
		return this.folder;
	}

	/** How the last of the processes ended whose files are ours now. */
	End end() {
		return this.end;
	}

	/** What went wrong besides. */
	Optional<IOException> problem() {
		return Optional.ofNullable(this.problem);
	}

	/**
	 * Moves the files of processes that are no more into our folder.
	 * @param own our folder
	 * @param process names this process
	 */
	void adopt(GroupFolder own, String process) throws IOException {
		List<Path> others = new ArrayList<>(List.of(this.directory));
		for (Entry entry : this.disk.list(this.directory)) {
			if (entry.folder() && entry.name().matches("[2-9]|[1-6][0-9]")) {
				others.add(this.directory.resolve(entry.name()));
			}
		}
		others.remove(this.folder);
		for (Path other : others) {
			try {
				adopt(other, own, process);
			}
			catch (IOException ex) {
				// What is left there waits for the next start.
				this.problem = ex;
			}
		}
	}

	private void adopt(Path left, GroupFolder own, String process) throws IOException {
		this.disk.claim(left);
		End itsEnd = end(this.disk, left);
		Optional<Closeable> held = lock(this.disk, left, process);
		if (held.isPresent()) {
			try (Closeable release = held.get()) {
				move(left, own);
				clear(left);
			}
			leave(left);
			this.end = (itsEnd.compareTo(this.end) > 0) ? itsEnd : this.end;
		}
	}

	/**
	 * Whatever counts no more is deleted first: under its new number nothing would cover
	 * it.
	 */
	private void move(Path left, GroupFolder own) throws IOException {
		Listing listing = Listing.of(this.disk.list(left));
		List<Present> live = listing.live();
		for (Present file : listing.files()) {
			if (!live.contains(file)) {
				this.disk.delete(left.resolve(file.name().toString()));
			}
		}
		this.disk.syncFolder(left);
		for (String destination : listing.marks()) {
			own.mark(destination, own.list());
		}
		for (Present file : live) {
			own.take(left, file.name());
		}
		own.sync();
	}

	private void clear(Path left) throws IOException {
		List<Entry> rest = this.disk.list(left).stream().filter((entry) -> !entry.folder()).toList();
		for (Entry entry : rest) {
			if (!entry.name().equals(NioDisk.LOCK) || !left.equals(this.directory)) {
				this.disk.delete(left.resolve(entry.name()));
			}
		}
	}

	private void leave(Path left) {
		if (!left.equals(this.directory)) {
			try {
				this.disk.delete(left);
			}
			catch (IOException ex) {
				// Another process was faster to take it.
			}
		}
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
