package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A disk in memory. It survives the processes that use it: {@link #killProcess()} takes
 * their locks and leaves their files. Thread-safe.
 */
final class MemoryDisk implements Disk {

	private final NavigableMap<Path, byte[]> files = new TreeMap<>();

	private final Set<Path> folders = new HashSet<>();

	private final Map<Path, Object> locks = new HashMap<>();

	private boolean full;

	/** From now on nothing more finds room, or everything again. */
	synchronized void full(boolean full) {
		this.full = full;
	}

	private boolean stubborn;

	private int reads;

	private long written;

	/** From now on no file of groups can be deleted or moved away, or all again. */
	synchronized void stubborn(boolean stubborn) {
		this.stubborn = stubborn;
	}

	/** How many files were read. */
	synchronized int reads() {
		return this.reads;
	}

	/** How many bytes were written. */
	synchronized long written() {
		return this.written;
	}

	@Override
	public synchronized void claim(Path folder) {
		for (Path path = folder; path != null; path = path.getParent()) {
			this.folders.add(path);
		}
	}

	@Override
	public synchronized Optional<Closeable> tryLock(Path folder) {
		Object holder = new Object();
		if (this.locks.putIfAbsent(folder, holder) != null) {
			return Optional.empty();
		}
		this.files.putIfAbsent(folder.resolve(NioDisk.LOCK), new byte[0]);
		return Optional.of(() -> unlock(folder, holder));
	}

	private synchronized void unlock(Path folder, Object holder) {
		this.locks.remove(folder, holder);
	}

	/** All processes are gone. */
	synchronized void killProcess() {
		this.locks.clear();
	}

	@Override
	public synchronized List<Entry> list(Path folder) {
		List<Entry> entries = new ArrayList<>();
		this.files.forEach((path, content) -> {
			if (folder.equals(path.getParent())) {
				entries.add(new Entry(String.valueOf(path.getFileName()), false, content.length));
			}
		});
		this.folders.forEach((path) -> {
			if (folder.equals(path.getParent())) {
				entries.add(new Entry(String.valueOf(path.getFileName()), true, 0));
			}
		});
		return entries;
	}

	@Override
	public synchronized byte[] read(Path file) throws IOException {
		this.reads++;
		byte[] content = this.files.get(file);
		if (content == null) {
			throw new NoSuchFileException(file.toString());
		}
		return content.clone();
	}

	@Override
	public synchronized void write(Path file, byte[] content) throws IOException {
		if (this.full) {
			throw new IOException("No space left on device");
		}
		if (!this.folders.contains(file.getParent())) {
			throw new NoSuchFileException(file.toString());
		}
		if (this.files.putIfAbsent(file, content.clone()) != null) {
			throw new FileAlreadyExistsException(file.toString());
		}
		this.written += content.length;
	}

	/** What a test does to a file. */
	synchronized void overwrite(Path file, byte[] content) {
		this.files.put(file, content.clone());
	}

	@Override
	public synchronized void rename(Path from, Path to) throws IOException {
		checkMovable(from);
		byte[] content = this.files.remove(from);
		if (content == null) {
			throw new NoSuchFileException(from.toString());
		}
		this.files.put(to, content);
	}

	@Override
	public synchronized void delete(Path path) throws IOException {
		checkMovable(path);
		if (this.folders.contains(path)) {
			if (!list(path).isEmpty()) {
				throw new DirectoryNotEmptyException(path.toString());
			}
			this.folders.remove(path);
		}
		this.files.remove(path);
	}

	private void checkMovable(Path file) throws IOException {
		if (this.stubborn && file.toString().matches(".*\\.(groups|incidents)")) {
			throw new AccessDeniedException(file.toString());
		}
	}

	@Override
	public void syncFolder(Path folder) {
		// What is in memory is as safe as it gets.
	}

	synchronized List<String> names(Path folder) {
		return list(folder).stream().map(Entry::name).toList();
	}

	/** Another disk with the same content and no processes. */
	synchronized MemoryDisk copy() {
		MemoryDisk copy = new MemoryDisk();
		copy.files.putAll(this.files);
		copy.folders.addAll(this.folders);
		return copy;
	}

}
