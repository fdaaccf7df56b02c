package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A disk that goes wrong at the n-th operation. Thread-safe.
 */
final class FaultyDisk implements Disk {

	private final Disk disk;

	private final Fault fault;

	private final CountDownLatch hanging = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private int left;

	private boolean dead;

	/**
	 * Creates a disk with a fault.
	 * @param operation the n-th, counted from 1
	 */
	FaultyDisk(Disk disk, Fault fault, int operation) {
		this.disk = disk;
		this.fault = fault;
		this.left = operation;
	}

	/** What goes wrong. */
	enum Fault {

		/** The operation does nothing and fails. */
		FAILS,

		/** The operation fails although it was done, or half of it when it is a write. */
		FAILS_HALFWAY,

		/** The process ends before the operation. */
		KILLED_BEFORE,

		/** The process ends after the operation, or in the middle when it is a write. */
		KILLED_HALFWAY,

		/** The operation does not return before it is released. */
		HANGS

	}

	/** Whether the n-th operation came. */
	synchronized boolean struck() {
		return this.left <= 0;
	}

	/** Waits until the n-th operation hangs. */
	CountDownLatch hanging() {
		return this.hanging;
	}

	void release() {
		this.released.countDown();
	}

	@Override
	public void claim(Path folder) throws IOException {
		run(() -> this.disk.claim(folder), () -> this.disk.claim(folder));
	}

	@Override
	public Optional<Closeable> tryLock(Path folder) throws IOException {
		nothing();
		return this.disk.tryLock(folder);
	}

	@Override
	public List<Entry> list(Path folder) throws IOException {
		nothing();
		return this.disk.list(folder);
	}

	@Override
	public byte[] read(Path file) throws IOException {
		nothing();
		return this.disk.read(file);
	}

	@Override
	public void write(Path file, byte[] content) throws IOException {
		byte[] half = Arrays.copyOf(content, content.length / 2);
		run(() -> this.disk.write(file, content), () -> this.disk.write(file, half));
	}

	@Override
	public void rename(Path from, Path to) throws IOException {
		run(() -> this.disk.rename(from, to), () -> this.disk.rename(from, to));
	}

	@Override
	public void delete(Path path) throws IOException {
		run(() -> this.disk.delete(path), () -> this.disk.delete(path));
	}

	@Override
	public void syncFolder(Path folder) throws IOException {
		run(() -> this.disk.syncFolder(folder), () -> this.disk.syncFolder(folder));
	}

	private void nothing() throws IOException {
		run(() -> {
		}, () -> {
		});
	}

	private void run(Operation whole, Operation half) throws IOException {
		if (!strikes()) {
			whole.run();
			return;
		}
		if (this.fault == Fault.HANGS) {
			hang();
			whole.run();
			return;
		}
		if (this.fault == Fault.FAILS_HALFWAY || this.fault == Fault.KILLED_HALFWAY) {
			half.run();
		}
		throw new FileSystemException("/secret/path", null, "No space left on device");
	}

	private synchronized boolean strikes() throws IOException {
		if (this.dead) {
			throw new IOException("the process is no more");
		}
		this.left--;
		this.dead = this.left == 0 && (this.fault == Fault.KILLED_BEFORE || this.fault == Fault.KILLED_HALFWAY);
		return this.left == 0;
	}

	private void hang() {
		this.hanging.countDown();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Part of an operation. */
	private interface Operation {

		void run() throws IOException;

	}

}
