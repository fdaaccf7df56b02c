package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A disk whose locks end with the process that a test kills. Thread-safe. */
final class CrashableDisk implements Disk {

	private final Disk disk;

	private final List<Closeable> held = new ArrayList<>();

	private boolean dead;

	CrashableDisk(Disk disk) {
		this.disk = disk;
	}

	/** Nothing is done any more, and others get the locks. */
	synchronized void kill() {
		this.dead = true;
		this.held.forEach((lock) -> {
			try {
				lock.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	@Override
	public synchronized void claim(Path folder) throws IOException {
		living().claim(folder);
	}

	@Override
	public synchronized Optional<Closeable> tryLock(Path folder) throws IOException {
		Optional<Closeable> lock = living().tryLock(folder);
		lock.ifPresent(this.held::add);
		return lock;
	}

	@Override
	public synchronized List<Entry> list(Path folder) throws IOException {
		return living().list(folder);
	}

	@Override
	public synchronized byte[] read(Path file) throws IOException {
		return living().read(file);
	}

	@Override
	public synchronized void write(Path file, byte[] content) throws IOException {
		living().write(file, content);
	}

	@Override
	public synchronized void rename(Path from, Path to) throws IOException {
		living().rename(from, to);
	}

	@Override
	public synchronized void delete(Path path) throws IOException {
		living().delete(path);
	}

	@Override
	public synchronized void syncFolder(Path folder) throws IOException {
		living().syncFolder(folder);
	}

	private Disk living() throws IOException {
		if (this.dead) {
			throw new IOException("the process is no more");
		}
		return this.disk;
	}

}
