package io.github.slacklogging.spool;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.spool.Listing.Present;

/**
 * Which files of a folder this process may change, and the numbers that it gives to new
 * ones. Not thread-safe: the spool's thread alone uses it.
 */
final class OwnFiles {

	/** Files that could not be deleted and count no more. */
	private final Set<GroupFileName> hidden = new HashSet<>();

	/** From which number on the files of a series are ours to change. */
	private final Map<Series, Long> floors = new HashMap<>();

	private long floor;

	private long last;

	/** Takes note of what is there. */
	void see(Listing listing) {
		this.last = Math.max(this.last, listing.last());
		this.hidden.retainAll(listing.files().stream().map(Present::name).toList());
	}

	/** A number that no file has or had. */
	long next() {
		return ++this.last;
	}

	/** Whatever is there now waits for the next start: nobody knows of it in this one. */
	void leaveAlone() {
		this.floors.clear();
		this.floor = this.last + 1;
	}

	/**
	 * What earlier runs left of a series was taken over: from now on it may be merged and
	 * replaced.
	 */
	void takeOver(Series series) {
		this.floors.put(series, 0L);
	}

	/** These could not be deleted and count no more. */
	void hide(List<Present> files) {
		files.forEach((file) -> this.hidden.add(file.name()));
	}

	Set<GroupFileName> hidden() {
		return this.hidden;
	}

	/** The files of a series that may be replaced, whether they count or not. */
	List<Present> replaceable(Listing listing, Series series) {
		return listing.of(series, this.floors.getOrDefault(series, this.floor));
	}

	/** Those of them that count, oldest first. */
	List<Present> live(Listing listing, Series series) {
		List<Present> replaceable = replaceable(listing, series);
		return listing.live()
			.stream()
			.filter((file) -> replaceable.contains(file) && !this.hidden.contains(file.name()))
			.toList();
	}

}
