package io.github.slacklogging.spool;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.spool.Listing.Present;

/**
 * Takes over what earlier runs left, once. A destination whose files cannot be read at
 * the moment is left alone until the next start. Not thread-safe: the spool's thread
 * alone uses it. Blocks as the disk does.
 */
final class Recoverer {

	private final GroupFolder folder;

	private final Instant oldest;

	private final Consumer<IOException> problem;

	private final Map<String, List<SpooledGroup>> groups = new HashMap<>();

	private long damagedEvents;

	private long expiredEvents;

	/**
	 * Creates a recoverer.
	 * @param folder holds the files
	 * @param oldest what was seen last before this moment has waited too long
	 * @param problem takes what goes wrong and hinders nothing else
	 */
	Recoverer(GroupFolder folder, Instant oldest, Consumer<IOException> problem) {
		this.folder = folder;
		this.oldest = oldest;
		this.problem = problem;
	}

	Recovery recover(Set<String> configured, End end) throws IOException {
		Listing listing = this.folder.sweep(this.folder.list());
		for (String destination : configured) {
			try {
				recover(listing, destination);
			}
			catch (IOException ex) {
				this.problem.accept(ex);
			}
		}
		for (String destination : listing.destinations()) {
			if (!configured.contains(destination)) {
				age(listing, destination);
			}
		}
		return new Recovery(end, this.groups, Map.of(), this.damagedEvents, this.expiredEvents);
	}

	private void recover(Listing listing, String destination) throws IOException {
		List<Present> files = listing.live()
			.stream()
			.filter((file) -> file.name().destination().equals(destination))
			.toList();
		GroupSum sum = new GroupSum();
		List<Present> damaged = new ArrayList<>();
		long lost = 0;
		for (Present file : files) {
			GroupFile content = this.folder.read(file);
			sum.add(content.groups());
			if (content.damaged()) {
				damaged.add(file);
				lost += Math.max(1, file.name().events() - content.events());
			}
		}
		this.damagedEvents += lost;
		takeOver(listing, destination, sum.byImportance(), damaged);
	}

	private void takeOver(Listing listing, String destination, List<SpooledGroup> found, List<Present> damaged)
			throws IOException {
		this.folder.own().takeOver(destination);
		List<SpooledGroup> fresh = found.stream()
			.filter((group) -> !group.lastSeen().isBefore(this.oldest))
			.map((group) -> listing.marks().contains(destination) ? group.repeated() : group)
			.toList();
		this.expiredEvents += events(found) - events(fresh);
		if (!fresh.isEmpty()) {
			this.groups.put(destination, fresh);
		}
		if (!fresh.equals(found) || !damaged.isEmpty()) {
			rewrite(listing, destination, fresh, damaged);
		}
	}

	/** So that nothing is counted twice, and what may be a repeat stays one. */
	private void rewrite(Listing listing, String destination, List<SpooledGroup> fresh, List<Present> damaged)
			throws IOException {
		List<Present> old = this.folder.own().replaceable(listing, destination);
		if (fresh.isEmpty()) {
			this.folder.remove(destination, old, damaged);
		}
		else {
			this.folder.replace(destination, old, RecordList.of(fresh, Long.MAX_VALUE), damaged);
		}
	}

	/** Nobody waits for these; they go when they are old, or when nobody could tell. */
	private void age(Listing listing, String destination) {
		for (Present file : listing.live()) {
			if (file.name().destination().equals(destination)) {
				try {
					age(file);
				}
				catch (IOException ex) {
					this.problem.accept(ex);
				}
			}
		}
	}

	private void age(Present file) throws IOException {
		GroupFile content = this.folder.read(file);
		if (content.created().isEmpty()) {
			this.folder.discard(file, List.of(file));
			this.damagedEvents += file.name().events();
		}
		else if (content.created().get().isBefore(this.oldest)) {
			this.folder.discard(file, List.of());
			this.expiredEvents += file.name().events();
		}
	}

	private static long events(List<SpooledGroup> groups) {
		return groups.stream().mapToLong(SpooledGroup::events).sum();
	}

}
