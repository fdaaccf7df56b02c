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
 * Turns updates of what waits into files, as if there were no incidents: those make room.
 * Not thread-safe: the spool's thread alone uses it. Blocks as the disk does.
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
		Series series = Series.waiting(destination);
		int kept = update.replacing() ? replace(listing, series, update.groups())
				: add(listing, series, update.groups());
		if (!update.underWay()) {
			this.folder.unmark(destination);
		}
		return new Kept(true, kept);
	}

	private int replace(Listing listing, Series series, List<SpooledGroup> groups) throws IOException {
		List<Present> old = this.folder.own().replaceable(listing, series);
		RecordList records = RecordList.of(groups, room(listing, old));
		this.folder.replace(series, old, records, List.of());
		return records.size();
	}

	private int add(Listing listing, Series series, List<SpooledGroup> groups) throws IOException {
		if (groups.isEmpty()) {
			return 0;
		}
		if (this.folder.own().live(listing, series).size() < MAX_FILES) {
			RecordList records = RecordList.of(groups, room(listing, List.of()));
			if (records.size() == groups.size()) {
				this.folder.add(series, records);
				return records.size();
			}
		}
		return merge(listing, series, groups);
	}

	private int merge(Listing listing, Series series, List<SpooledGroup> groups) throws IOException {
		GroupSum sum = new GroupSum();
		List<Present> damaged = new ArrayList<>();
		for (Present file : this.folder.own().live(listing, series)) {
			GroupFile content = this.folder.read(file);
			sum.add(content.groups());
			if (content.damaged()) {
				damaged.add(file);
			}
		}
		sum.add(groups);
		List<SpooledGroup> merged = sum.byImportance();
		List<Present> old = this.folder.own().replaceable(listing, series);
		RecordList records = RecordList.of(merged, room(listing, old));
		if (records.size() == 0) {
			return 0;
		}
		this.folder.replace(series, old, records, damaged);
		int kept = beginning(groups, records.groups());
		// what was kept before and is no more is not among the groups, but must be known
		boolean complete = records.size() == merged.size() && damaged.isEmpty();
		return complete ? kept : Math.min(kept, groups.size() - 1);
	}

	private long room(Listing listing, List<Present> old) {
		return this.maxBytes - listing.bytes((file) -> file.isWaiting() && !old.contains(file));
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
