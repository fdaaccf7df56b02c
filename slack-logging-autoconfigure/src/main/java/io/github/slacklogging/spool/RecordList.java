package io.github.slacklogging.spool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.SpooledGroup;

/** Groups as far as they find room in a file to be written. Not changed once made. */
final class RecordList {

	static final RecordList EMPTY = new RecordList();

	private final List<SpooledGroup> groups = new ArrayList<>();

	private final List<byte[]> records = new ArrayList<>();

	private long bytes = GroupFile.HEADER;

	/**
	 * The groups, from the first until one finds no room.
	 * @param groups most important first
	 * @param maxBytes size of the file at most
	 */
	static RecordList of(List<SpooledGroup> groups, long maxBytes) {
		RecordList list = new RecordList();
		for (SpooledGroup group : groups) {
			if (!list.add(group, maxBytes)) {
				break;
			}
		}
		return list;
	}

	/**
	 * All groups that find room beside those before them.
	 * @param groups most important first
	 * @param maxBytes size of the file at most
	 */
	static RecordList fitting(List<SpooledGroup> groups, long maxBytes) {
		RecordList list = new RecordList();
		groups.forEach((group) -> list.add(group, maxBytes));
		return list;
	}

	private boolean add(SpooledGroup group, long maxBytes) {
		byte[] record = GroupFile.record(group);
		boolean fits = this.bytes + record.length <= maxBytes;
		if (fits) {
			this.groups.add(group);
			this.records.add(record);
			this.bytes += record.length;
		}
		return fits;
	}

	/** Those that found room. */
	List<SpooledGroup> groups() {
		return this.groups;
	}

	int size() {
		return this.records.size();
	}

	/** Size of the file. */
	long bytes() {
		return this.bytes;
	}

	/**
	 * What the name of the file says; at least 1, so that the file counts: a group may
	 * tell of no new event.
	 */
	long count(Series series) {
		return Math.max(1, series.isWaiting() ? this.groups.stream().mapToLong(SpooledGroup::events).sum() : size());
	}

	byte[] file(Instant created) {
		return GroupFile.write(created, this.records);
	}

}
