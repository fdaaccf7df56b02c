package io.github.slacklogging.spool;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.GroupSpool.KeptJob;
import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.Mute;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.spool.Listing.Present;

/**
 * Takes over what earlier runs left, once. Files that cannot be read at the moment are
 * left alone until the next start, with all of the same series. Not thread-safe: the
 * spool's thread alone uses it. Blocks as the disk does.
 */
final class Recoverer {

	private final GroupFolder folder;

	private final Instant oldest;

	private final Consumer<IOException> problem;

	private final Consumer<String> said;

	private final Map<String, List<SpooledGroup>> groups = new HashMap<>();

	private final Map<String, List<SpooledGroup>> incidents = new HashMap<>();

	private long damagedEvents;

	private long expiredEvents;

	/**
	 * Creates a recoverer.
	 * @param folder holds the files
	 * @param oldest what was seen last before this moment has waited too long
	 * @param problem takes what goes wrong and hinders nothing else
	 * @param said takes what is lost and not counted, in words
	 */
	Recoverer(GroupFolder folder, Instant oldest, Consumer<IOException> problem, Consumer<String> said) {
		this.folder = folder;
		this.oldest = oldest;
		this.problem = problem;
		this.said = said;
	}

	/**
	 * Takes over.
	 * @param configured names of destinations
	 * @param end of the earlier run
	 * @param mutes that it kept, empty where it was of a version that kept them with
	 * their incidents
	 * @param jobs that it expected
	 */
	Recovery recover(Set<String> configured, End end, Optional<List<KeptMute>> mutes, List<KeptJob> jobs)
			throws IOException {
		Listing listing = this.folder.sweep(this.folder.list());
		for (String destination : configured) {
			recover(listing, Series.waiting(destination));
			recover(listing, Series.incidents(destination));
		}
		for (Series series : listing.series()) {
			if (!configured.contains(series.destination())) {
				listing.live(series).forEach(this::age);
			}
		}
		return new Recovery(end, this.groups, this.incidents, mutes.orElseGet(this::mutesOfIncidents), jobs,
				this.damagedEvents, this.expiredEvents);
	}

	private List<KeptMute> mutesOfIncidents() {
		Map<Mute.Subject, KeptMute> mutes = new LinkedHashMap<>();
		this.incidents.values().forEach((incidents) -> incidents.forEach((incident) -> {
			IncidentState state = incident.incident();
			Mute mute = (state != null) ? state.mute() : null;
			if (mute != null) {
				mutes.put(mute.subject(), new KeptMute(mute, 0));
			}
		}));
		return List.copyOf(mutes.values());
	}

	private void recover(Listing listing, Series series) {
		try {
			if (series.isWaiting()) {
				recoverWaiting(listing, series);
			}
			else {
				recoverIncidents(listing, series);
			}
		}
		catch (IOException ex) {
			this.problem.accept(ex);
		}
	}

	private void recoverWaiting(Listing listing, Series series) throws IOException {
		GroupSum sum = new GroupSum();
		List<Present> damaged = new ArrayList<>();
		long lost = 0;
		for (Present file : listing.live(series)) {
			GroupFile content = this.folder.read(file);
			sum.add(content.groups());
			if (content.damaged()) {
				damaged.add(file);
				lost += Math.max(1, file.name().count() - content.events());
			}
		}
		this.damagedEvents += lost;
		takeOver(listing, series, sum.byImportance(), damaged);
	}

	private void takeOver(Listing listing, Series series, List<SpooledGroup> found, List<Present> damaged)
			throws IOException {
		this.folder.own().takeOver(series);
		List<SpooledGroup> fresh = found.stream()
			.filter((group) -> !group.lastSeen().isBefore(this.oldest))
			.map((group) -> listing.marks().contains(series.destination()) ? group.repeated() : group)
			.toList();
		this.expiredEvents += events(found) - events(fresh);
		if (!fresh.isEmpty()) {
			this.groups.put(series.destination(), fresh);
		}
		if (!fresh.equals(found) || !damaged.isEmpty()) {
			rewrite(listing, series, fresh, damaged);
		}
	}

	/** So that nothing is counted twice, and what may be a repeat stays one. */
	private void rewrite(Listing listing, Series series, List<SpooledGroup> fresh, List<Present> damaged)
			throws IOException {
		List<Present> old = this.folder.own().replaceable(listing, series);
		this.folder.replace(series, old, RecordList.of(fresh, Long.MAX_VALUE), damaged);
	}

	private void recoverIncidents(Listing listing, Series series) throws IOException {
		IncidentSum sum = new IncidentSum();
		sum.add(this.folder, listing.live(series));
		this.folder.own().takeOver(series);
		List<SpooledGroup> open = sum.open();
		List<SpooledGroup> fresh = open.stream()
			.filter((incident) -> !incident.lastSeen().isBefore(this.oldest))
			.toList();
		if (!fresh.isEmpty()) {
			this.incidents.put(series.destination(), fresh);
		}
		sum.tell(this.said);
		if (fresh.isEmpty() || !fresh.equals(open) || !sum.damaged().isEmpty()) {
			rewrite(listing, series, fresh, sum.damaged());
		}
	}

	/** Nobody waits for these; they go when they are old, or when nobody could tell. */
	private void age(Present file) {
		try {
			GroupFile content = this.folder.read(file);
			if (content.created().isEmpty()) {
				this.folder.discard(file, List.of(file));
				damaged(file);
			}
			else if (content.created().get().isBefore(this.oldest)) {
				this.folder.discard(file, List.of());
				this.expiredEvents += file.isWaiting() ? file.name().count() : 0;
			}
		}
		catch (IOException ex) {
			this.problem.accept(ex);
		}
	}

	private void damaged(Present file) {
		if (file.isWaiting()) {
			this.damagedEvents += file.name().count();
		}
		else {
			IncidentSum.tell(this.said, file.name().count());
		}
	}

	private static long events(List<SpooledGroup> groups) {
		return groups.stream().mapToLong(SpooledGroup::events).sum();
	}

}
