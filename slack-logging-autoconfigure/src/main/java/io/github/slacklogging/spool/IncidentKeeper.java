package io.github.slacklogging.spool;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupSpool.Kept;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.spool.Listing.Present;

/**
 * Turns changed incidents into files. An update is one file with what changed, whatever
 * is kept already. Not thread-safe: the spool's thread alone uses it. Blocks as the disk
 * does.
 */
final class IncidentKeeper {

	private static final int MAX_RATIO = 2;

	private final GroupFolder folder;

	private final long maxBytes;

	private final Consumer<String> said;

	/**
	 * Creates a keeper.
	 * @param maxBytes of all files together; what waits takes its part first
	 * @param said takes what is damaged, in words
	 */
	IncidentKeeper(GroupFolder folder, long maxBytes, Consumer<String> said) {
		this.folder = folder;
		this.maxBytes = maxBytes;
		this.said = said;
	}

	Kept keep(String destination, List<SpooledGroup> changed) throws IOException {
		if (changed.isEmpty()) {
			return new Kept(true, 0);
		}
		Series series = Series.incidents(destination);
		Listing listing = this.folder.sweep(this.folder.list());
		List<SpooledGroup> small = changed.stream().map(IncidentKeeper::small).toList();
		RecordList records = RecordList.of(small, this.maxBytes - listing.bytes());
		List<Present> live = this.folder.own().live(listing, series);
		if (records.size() < small.size()) {
			return merge(listing, series, live, small);
		}
		if (live.size() >= Keeper.MAX_FILES) {
			return merge(listing, series, newest(live, records.bytes()), small);
		}
		this.folder.add(series, records);
		return new Kept(true, small.size());
	}

	/**
	 * The newest files, and older ones as long as they are not several times as large as
	 * all newer ones together: thousands of incidents are not written anew for a few that
	 * change.
	 */
	private static List<Present> newest(List<Present> live, long bytes) {
		int from = live.size() - 1;
		long newer = bytes + live.get(from).bytes();
		while (from > 0 && live.get(from - 1).bytes() <= MAX_RATIO * newer) {
			from--;
			newer += live.get(from).bytes();
		}
		return live.subList(from, live.size());
	}

	/**
	 * Puts files and what changed into one.
	 * @param merged the newest files, or all
	 */
	private Kept merge(Listing listing, Series series, List<Present> merged, List<SpooledGroup> changed)
			throws IOException {
		IncidentSum sum = new IncidentSum();
		sum.add(this.folder, merged);
		sum.add(changed);
		List<Present> old = from(listing, series, merged);
		long room = this.maxBytes - listing.bytes((file) -> !old.contains(file));
		RecordList records = store(listing, series, merged, sum, room);
		// after a failure whoever knows all of them keeps all of them again
		return sum.damaged().isEmpty() ? new Kept(true, beginning(changed, records.groups())) : Kept.FAILED;
	}

	/** The merged files and what is there beside them and counts no more. */
	private static List<Present> from(Listing listing, Series series, List<Present> merged) {
		return merged.isEmpty() ? List.of() : listing.of(series, merged.get(0).name().from());
	}

	/** Takes the place of the merged files. */
	private RecordList store(Listing listing, Series series, List<Present> merged, IncidentSum sum, long room)
			throws IOException {
		// what is over may go with the last file that could tell of it
		boolean all = merged.containsAll(listing.live(series));
		RecordList records = records(all ? sum.open() : sum.byImportance(), room);
		this.folder.replace(series, from(listing, series, merged), records, sum.damaged());
		sum.tell(this.said);
		return records;
	}

	/**
	 * Where not all find room a quarter of it is left free: the next updates need no
	 * merge.
	 */
	private static RecordList records(List<SpooledGroup> incidents, long room) {
		RecordList records = RecordList.fitting(incidents, room);
		return (records.size() == incidents.size()) ? records : RecordList.fitting(incidents, room / 4 * 3);
	}

	/**
	 * Lets the least important incidents go as far as what waits needs their room.
	 * @return whether anything changed
	 */
	boolean makeRoom(Listing listing) throws IOException {
		long incidents = listing.bytes((file) -> !file.isWaiting());
		if (incidents == 0 || listing.bytes() <= this.maxBytes) {
			return false;
		}
		long room = Math.max(0, this.maxBytes - (listing.bytes() - incidents));
		double share = (double) room / incidents;
		for (Series series : listing.series()) {
			List<Present> live = this.folder.own().live(listing, series);
			if (!series.isWaiting() && !live.isEmpty()) {
				shrink(listing, series, live, share);
			}
		}
		return true;
	}

	private void shrink(Listing listing, Series series, List<Present> live, double share) throws IOException {
		IncidentSum sum = new IncidentSum();
		sum.add(this.folder, live);
		long room = (long) (share * live.stream().mapToLong(Present::bytes).sum());
		store(listing, series, live, sum, room);
	}

	/** How many of the incidents, counted from the first, are kept or rightly let go. */
	private static int beginning(List<SpooledGroup> incidents, List<SpooledGroup> kept) {
		Set<Fingerprint> kinds = kept.stream().map(SpooledGroup::fingerprint).collect(Collectors.toSet());
		int count = 0;
		while (count < incidents.size()
				&& (IncidentSum.isOver(incidents.get(count)) || kinds.contains(incidents.get(count).fingerprint()))) {
			count++;
		}
		return count;
	}

	/** Of what is over only the fingerprint is needed. */
	private static SpooledGroup small(SpooledGroup incident) {
		if (!IncidentSum.isOver(incident)) {
			return incident;
		}
		MaskedEvent first = incident.first();
		MaskedEvent empty = new MaskedEvent(first.logId(), first.timestamp(), first.severity(), "", "", "", "",
				Map.of(), Map.of(), null, null, 0);
		return new SpooledGroup(incident.fingerprint(), incident.other(), incident.severity(), incident.counts(),
				incident.total(), incident.spoken(), incident.firstSeen(), incident.lastSeen(), empty, empty,
				incident.mayBeRepeat(), incident.incident());
	}

}
