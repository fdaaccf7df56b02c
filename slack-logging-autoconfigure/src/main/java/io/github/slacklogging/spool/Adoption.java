package io.github.slacklogging.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.spool.Disk.Entry;
import io.github.slacklogging.spool.Listing.Present;

/**
 * Takes over the folders of processes that are no more. Not thread-safe: the spool's
 * thread alone uses it. Blocks as the disk does.
 */
final class Adoption {

	private final Disk disk;

	private final Path directory;

	private final SpoolPlace place;

	private final GroupFolder own;

	private final List<KeptFile<?>> kept;

	private final String process;

	private final Consumer<IOException> problem;

	/**
	 * Creates an adoption.
	 * @param directory holds the folders of all processes
	 * @param place ours
	 * @param own the files in it
	 * @param kept reads and writes what belongs to no destination
	 * @param process names this process
	 * @param problem takes what goes wrong and hinders nothing else
	 */
	Adoption(Disk disk, Path directory, SpoolPlace place, GroupFolder own, List<KeptFile<?>> kept, String process,
			Consumer<IOException> problem) {
		this.disk = disk;
		this.directory = directory;
		this.place = place;
		this.own = own;
		this.kept = List.copyOf(kept);
		this.process = process;
		this.problem = problem;
	}

	/**
	 * Moves the files of processes that are no more into our folder.
	 * @return how the last of them ended
	 */
	End adopt() throws IOException {
		List<Path> others = new ArrayList<>(List.of(this.directory));
		for (Entry entry : this.disk.list(this.directory)) {
			if (entry.folder() && entry.name().matches("[2-9]|[1-6][0-9]")) {
				others.add(this.directory.resolve(entry.name()));
			}
		}
		others.remove(this.place.folder());
		End last = this.place.end();
		for (Path other : others) {
			End end = adopt(other);
			last = (end.compareTo(last) > 0) ? end : last;
		}
		return last;
	}

	private End adopt(Path left) {
		try {
			this.disk.claim(left);
			End end = SpoolPlace.end(this.disk, left);
			Optional<Closeable> held = SpoolPlace.lock(this.disk, left, this.process);
			if (held.isEmpty()) {
				return End.NONE;
			}
			try (Closeable release = held.get()) {
				move(left);
				clear(left);
			}
			leave(left);
			return end;
		}
		catch (IOException ex) {
			// What is left there waits for the next start.
			this.problem.accept(ex);
			return End.NONE;
		}
	}

	/**
	 * Whatever counts no more is deleted first: under its new number nothing would cover
	 * it.
	 */
	private void move(Path left) throws IOException {
		Listing listing = Listing.of(this.disk.list(left));
		List<Present> live = listing.live();
		for (Present file : listing.files()) {
			if (!live.contains(file)) {
				this.disk.delete(left.resolve(file.name().toString()));
			}
		}
		this.disk.syncFolder(left);
		for (String destination : listing.marks()) {
			this.own.mark(destination, this.own.list());
		}
		for (Present file : live) {
			this.own.take(left, file.name());
		}
		this.own.sync();
		for (KeptFile<?> file : this.kept) {
			file.adopt(left, this.place.folder());
		}
	}

	/** Deletes what is ours: the folder may hold other files by mistake. */
	private void clear(Path left) throws IOException {
		Listing rest = Listing.of(this.disk.list(left));
		List<String> names = new ArrayList<>(rest.leftOver());
		rest.marks().forEach((destination) -> names.add(GroupFileName.mark(destination)));
		names.add(SpoolPlace.RUNNING);
		if (!left.equals(this.directory)) {
			names.add(NioDisk.LOCK);
		}
		for (String name : names) {
			this.disk.delete(left.resolve(name));
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

}
