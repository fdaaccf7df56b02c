package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.slacklogging.Tick;
import io.github.slacklogging.spool.Listing.Present;

/**
 * The folder of one process. Its listing is the truth: a file that is there was not
 * acknowledged, unless a later one's name covers it. Files are never changed, numbers
 * never used twice. Not thread-safe: the spool's thread alone uses it. Blocks as the disk
 * does.
 */
final class GroupFolder {

	private static final byte[] EMPTY = {};

	private final Disk disk;

	private final Path path;

	private final NewestFiles quarantine;

	private final long maxFileBytes;

	private final Supplier<Tick> clock;

	private final OwnFiles own = new OwnFiles();

	/**
	 * Opens a folder.
	 * @param maxFileBytes a larger file is not one of ours
	 */
	GroupFolder(Disk disk, Path path, NewestFiles quarantine, long maxFileBytes, Supplier<Tick> clock)
			throws IOException {
		this.disk = disk;
		this.path = path;
		this.quarantine = quarantine;
		this.maxFileBytes = maxFileBytes;
		this.clock = clock;
		Listing found = list();
		for (String leftOver : found.leftOver()) {
			discard(path.resolve(leftOver));
		}
		this.own.leaveAlone();
	}

	Listing list() throws IOException {
		Listing listing = Listing.of(this.disk.list(this.path));
		this.own.see(listing);
		return listing;
	}

	/** Which of the files are ours to change. */
	OwnFiles own() {
		return this.own;
	}

	GroupFile read(Present file) throws IOException {
		if (file.bytes() > this.maxFileBytes) {
			return GroupFile.UNREADABLE;
		}
		return GroupFile.read(this.disk.read(path(file)));
	}

	void mark(String destination, Listing listing) throws IOException {
		if (!listing.marks().contains(destination)) {
			this.disk.write(this.path.resolve(GroupFileName.mark(destination)), EMPTY);
			this.disk.syncFolder(this.path);
		}
	}

	void unmark(String destination) throws IOException {
		this.disk.delete(this.path.resolve(GroupFileName.mark(destination)));
	}

	/** Adds a file. */
	void add(Series series, RecordList records) throws IOException {
		long number = this.own.next();
		store(new GroupFileName(number, number, records.count(series), series), records);
	}

	/**
	 * Puts one file in the place of others of its series, in one step; none where there
	 * are no records.
	 * @param old all files of the series from the oldest of them on, oldest first
	 * @param damaged those of them that a human may want to look at
	 */
	void replace(Series series, List<Present> old, RecordList records, Collection<Present> damaged) throws IOException {
		if (records.size() == 0) {
			remove(series, old, damaged);
			return;
		}
		store(covering(series, old, records.count(series)), records);
		for (Present file : old) {
			try {
				discard(file, damaged);
			}
			catch (IOException ex) {
				// It counts no more, and is tried again at the next change.
			}
		}
	}

	/**
	 * Oldest first, so that a file never goes before those which it covers. Where one
	 * cannot be deleted, an empty file covers it.
	 */
	private void remove(Series series, List<Present> old, Collection<Present> damaged) throws IOException {
		try {
			for (Present file : old) {
				discard(file, damaged);
			}
		}
		catch (IOException ex) {
			this.own.hide(old);
			store(covering(series, old, 0), RecordList.EMPTY);
			return;
		}
		if (!old.isEmpty()) {
			this.disk.syncFolder(this.path);
		}
	}

	/**
	 * Tries again to delete what counts no more.
	 * @return what is there afterwards
	 */
	Listing sweep(Listing listing) throws IOException {
		Set<Path> rest = new HashSet<>();
		listing.spent().forEach((file) -> rest.add(path(file)));
		this.own.hidden().forEach((name) -> rest.add(this.path.resolve(name.toString())));
		listing.leftOver().forEach((name) -> rest.add(this.path.resolve(name)));
		rest.forEach(this::discard);
		return rest.isEmpty() ? listing : list();
	}

	/** Takes a file over from the folder of a process that is no more. */
	void take(Path folder, GroupFileName name) throws IOException {
		long number = this.own.next();
		GroupFileName renamed = new GroupFileName(number, number, name.count(), name.series());
		this.disk.rename(folder.resolve(name.toString()), this.path.resolve(renamed.toString()));
	}

	void sync() throws IOException {
		this.disk.syncFolder(this.path);
	}

	private GroupFileName covering(Series series, List<Present> old, long count) {
		long number = this.own.next();
		long from = old.stream().mapToLong((file) -> file.name().from()).min().orElse(number);
		return new GroupFileName(from, number, count, series);
	}

	private void store(GroupFileName name, RecordList records) throws IOException {
		this.disk.store(this.path, name.toString(), records.file(this.clock.get().instant()));
	}

	/**
	 * Deletes a file, or moves it to the quarantine.
	 * @param damaged those that a human may want to look at
	 */
	void discard(Present file, Collection<Present> damaged) throws IOException {
		if (damaged.contains(file)) {
			String time = "%015d".formatted(this.clock.get().instant().toEpochMilli());
			this.quarantine.take(path(file), time + "-" + file.name());
		}
		else {
			this.disk.delete(path(file));
		}
	}

	private void discard(Path file) {
		try {
			this.disk.delete(file);
		}
		catch (IOException ex) {
			// Tried again at the next change.
		}
	}

	private Path path(Present file) {
		return this.path.resolve(file.name().toString());
	}

}
