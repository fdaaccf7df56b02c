package io.github.slacklogging.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.GroupSpool.Update;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.spool.Listing.Present;

/**
 * Turns updates into files. Not thread-safe: the spool's thread alone uses it. Blocks as
 * the disk does.
 */
final class Keeper {

	/** As many files of a destination are merged into one with the next groups. */
	static final int MAX_FILES = 8;

	private final GroupFolder folder;

	private final long maxBytes;

	Keeper(GroupFolder folder, long maxBytes) {
		this.folder = folder;
		this.maxBytes = maxBytes;
	}

	Kept keep(String destination, Update update) throws IOException {
		Listing listing = this.folder.sweep(this.folder.list());
		if (update.underWay()) {
			this.folder.mark(destination, listing);
		}
		int kept = update.replacing() ? replace(listing, destination, update.groups())
				: add(listing, destination, update.groups());
		if (!update.underWay()) {
			this.folder.unmark(destination);
		}
		return new Kept(true, kept);
	}

	private int replace(Listing listing, String destination, List<SpooledGroup> groups) throws IOException {
		List<Present> old = this.folder.own().replaceable(listing, destination);
		RecordList records = RecordList.of(groups, this.maxBytes - listing.bytesBeside(old));
		if (records.size() == 0) {
			this.folder.remove(destination, old, List.of());
		}
		else {
			this.folder.replace(destination, old, records, List.of());
		}
		return records.size();
	}

	private int add(Listing listing, String destination, List<SpooledGroup> groups) throws IOException {
		if (groups.isEmpty()) {
			return 0;
		}
		if (this.folder.own().live(listing, destination).size() < MAX_FILES) {
			RecordList records = RecordList.of(groups, this.maxBytes - listing.bytes());
			if (records.size() == groups.size()) {
				this.folder.add(destination, records);
				return records.size();
			}
		}
		return merge(listing, destination, groups);
	}

	private int merge(Listing listing, String destination, List<SpooledGroup> groups) throws IOException {
		GroupSum sum = new GroupSum();
		List<Present> damaged = new ArrayList<>();
		for (Present file : this.folder.own().live(listing, destination)) {
			GroupFile content = this.folder.read(file);
			sum.add(content.groups());
			if (content.damaged()) {
				damaged.add(file);
			}
		}
		sum.add(groups);
		List<SpooledGroup> merged = sum.byImportance();
		List<Present> old = this.folder.own().replaceable(listing, destination);
		RecordList records = RecordList.of(merged, this.maxBytes - listing.bytesBeside(old));
		if (records.size() == 0) {
			return 0;
		}
		this.folder.replace(destination, old, records, damaged);
		int kept = beginning(groups, merged.subList(0, records.size()));
		// what was kept before and is no more is not among the groups, but must be known
		boolean complete = records.size() == merged.size() && damaged.isEmpty();
		return complete ? kept : Math.min(kept, groups.size() - 1);
	}

	/** How many of the groups, counted from the first, are among those kept. */
	private static int beginning(List<SpooledGroup> groups, List<SpooledGroup> kept) {
		Set<Fingerprint> kinds = new HashSet<>();
		kept.forEach((group) -> kinds.add(group.fingerprint()));
		int count = 0;
		while (count < groups.size() && kinds.contains(groups.get(count).fingerprint())) {
			count++;
		}
		return count;
	}

}
