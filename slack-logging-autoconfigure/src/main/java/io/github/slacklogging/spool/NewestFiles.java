package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A folder that keeps its newest files only, by name. Not thread-safe but for
 * {@link #path} and {@link #list}.
 */
final class NewestFiles {

	private final Disk disk;

	private final Path folder;

	private final int maxFiles;

	private final long maxBytes;

	private int size;

	NewestFiles(Disk disk, Path folder, int maxFiles, long maxBytes) {
		this.disk = disk;
		this.folder = folder;
		this.maxFiles = maxFiles;
		this.maxBytes = maxBytes;
	}

	/** Where a file is to be put, after {@link #claim}. */
	Path path(String name) {
		return this.folder.resolve(name);
	}

	void claim() throws IOException {
		this.disk.claim(this.folder);
	}

	void store(String name, byte[] content) throws IOException {
		claim();
		this.disk.store(this.folder, name, content);
		bound();
	}

	/** Takes a file from where it is. */
	void take(Path file, String name) throws IOException {
		claim();
		this.disk.rename(file, path(name));
		bound();
	}

	/** Newest first. Reads the disk. */
	List<Disk.Entry> list() throws IOException {
		return this.disk.list(this.folder)
			.stream()
			.filter((entry) -> !entry.folder())
			.sorted(Comparator.comparing(Disk.Entry::name).reversed())
			.toList();
	}

	/** How many files there were when it was last looked at. */
	int size() {
		return this.size;
	}

	/** Looks, and deletes the oldest beyond the bounds. */
	void bound() throws IOException {
		int files = 0;
		long bytes = 0;
		for (Disk.Entry entry : list()) {
			bytes += entry.bytes();
			if (files >= this.maxFiles || bytes > this.maxBytes || entry.name().endsWith(Disk.TEMPORARY)) {
				this.disk.delete(path(entry.name()));
			}
			else {
				files++;
			}
		}
		this.size = files;
	}

}
