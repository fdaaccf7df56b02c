package io.github.slacklogging.spool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.SpooledGroup;

/** Groups as far as they find room in a file to be written. Not changed once made. */
final class RecordList {

	static final RecordList EMPTY = new RecordList();

	private final List<byte[]> records = new ArrayList<>();

	private long bytes = GroupFile.HEADER;

	private long events;

	/**
	 * The groups, from the first until one finds no room.
	 * @param groups most important first
	 * @param maxBytes size of the file at most
	 */
	static RecordList of(List<SpooledGroup> groups, long maxBytes) {
		RecordList list = new RecordList();
		for (SpooledGroup group : groups) {
			byte[] record = GroupFile.record(group);
			if (list.bytes + record.length > maxBytes) {
				break;
			}
			list.records.add(record);
			list.bytes += record.length;
			list.events += group.events();
		}
		return list;
	}

	int size() {
		return this.records.size();
	}

	/** At least 1, so that its file counts: a group may tell of no new event. */
	long events() {
		return Math.max(1, this.events);
	}

	byte[] file(Instant created) {
		return GroupFile.write(created, this.records);
	}

}
