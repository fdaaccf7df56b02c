package io.github.slacklogging.spool;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a folder held when it was looked at. Immutable.
 *
 * @param files of groups and incidents, oldest first
 * @param marks destinations with a message under way
 * @param leftOver names of files that were not written to their end
 */
record Listing(List<Present> files, Set<String> marks, List<String> leftOver) {

	/** Of files that only we write: the folder may hold others by mistake. */
	private static final Pattern LEFT_OVER = Pattern
		.compile("(.*\\.(groups|incidents)|running|owner[0-9]+|mutes\\.json)\\.tmp");

	static Listing of(List<Disk.Entry> entries) {
		List<Present> files = entries.stream()
			.filter((entry) -> !entry.folder())
			.flatMap((entry) -> GroupFileName.parse(entry.name())
				.map((name) -> new Present(name, entry.bytes()))
				.stream())
			.sorted(Comparator.comparingLong((file) -> file.name().to()))
			.toList();
		Set<String> marks = entries.stream()
			.flatMap((entry) -> GroupFileName.parseMark(entry.name()).stream())
			.collect(Collectors.toUnmodifiableSet());
		List<String> leftOver = entries.stream()
			.map(Disk.Entry::name)
			.filter((name) -> LEFT_OVER.matcher(name).matches())
			.toList();
		return new Listing(files, marks, leftOver);
	}

	/** All files of a series from a number on, also those that do not count. */
	List<Present> of(Series series, long from) {
		return where((file) -> file.name().series().equals(series) && file.name().to() >= from);
	}

	/** Files that count: no other one takes their place, and they hold groups. */
	List<Present> live() {
		return where((file) -> file.name().count() > 0 && !isCovered(file));
	}

	/** Those of a series. */
	List<Present> live(Series series) {
		return live().stream().filter((file) -> file.name().series().equals(series)).toList();
	}

	/**
	 * Files that may go: those whose place is taken, and those that only took the place
	 * of others which are gone.
	 */
	List<Present> spent() {
		return where((file) -> isCovered(file) || (file.name().count() == 0
				&& this.files.stream().noneMatch((other) -> file.name().covers(other.name()))));
	}

	private boolean isCovered(Present file) {
		return this.files.stream().anyMatch((other) -> other.name().covers(file.name()));
	}

	Set<Series> series() {
		return this.files.stream()
			.map((file) -> file.name().series())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	long last() {
		return this.files.stream().mapToLong((file) -> file.name().to()).max().orElse(0);
	}

	long bytes() {
		return bytes((file) -> true);
	}

	long bytes(Predicate<Present> which) {
		return this.files.stream().filter(which).mapToLong(Present::bytes).sum();
	}

	/** Events that wait, by destination. */
	Map<String, Long> events() {
		return live().stream()
			.filter(Present::isWaiting)
			.collect(Collectors.toMap((file) -> file.name().series().destination(), (file) -> file.name().count(),
					Long::sum));
	}

	private List<Present> where(Predicate<Present> condition) {
		return this.files.stream().filter(condition).toList();
	}

	/**
	 * A file of groups or incidents.
	 *
	 * @param name what its name tells
	 * @param bytes its size
	 */
	record Present(GroupFileName name, long bytes) {

		boolean isWaiting() {
			return this.name.series().isWaiting();
		}

	}

}
