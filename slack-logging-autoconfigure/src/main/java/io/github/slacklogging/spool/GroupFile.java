package io.github.slacklogging.spool;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

import io.github.slacklogging.SpooledGroup;

/**
 * The bytes of a file of groups or incidents. Numbers are big-endian.
 *
 * <pre>
 * header   0  8  magic "SLGROUPS"
 *          8  4  format version, 1
 *         12  8  when it was written, milliseconds since 1970
 *         20  4  number of records
 *         24  4  CRC32C of bytes 0 to 23
 * record   0  4  mark F5 'R' 'E' 'C': F5 is no byte of UTF-8, so that the next record is
 *                found where one is damaged
 *          4  4  length n of the payload
 *          8  4  CRC32C of the length, the events and the payload
 *         12  8  events of the group, 0 for an incident
 *         20  n  payload: the group as JSON, UTF-8; each frame once; of an incident with
 *                the object "incident", which groups that wait, and all files of versions
 *                before there were incidents, do not have
 * </pre>
 *
 * A damaged record is skipped. Nothing is allocated by a length that a file claims.
 *
 * @param created when it was written, empty where the header is damaged
 * @param groups those that could be read
 * @param damaged whether anything could not be read
 */
record GroupFile(Optional<Instant> created, List<SpooledGroup> groups, boolean damaged) {

	/** Nothing in it can be read. */
	static final GroupFile UNREADABLE = new GroupFile(Optional.empty(), List.of(), true);

	static final int HEADER = 28;

	private static final long MAGIC = 0x534c_4752_4f55_5053L;

	private static final int VERSION = 1;

	private static final int MARK = 0xf5_52_45_43;

	private static final int RECORD = 20;

	/** Looking for the next record after more failures could take as long as it likes. */
	private static final int MAX_FAILURES = 64;

	GroupFile {
		groups = List.copyOf(groups);
	}

	long events() {
		return this.groups.stream().mapToLong(SpooledGroup::events).sum();
	}

	static byte[] write(Instant created, List<byte[]> records) {
		ByteBuffer header = ByteBuffer.allocate(HEADER)
			.putLong(MAGIC)
			.putInt(VERSION)
			.putLong(created.toEpochMilli())
			.putInt(records.size());
		header.putInt(checksum(header.array(), 0, HEADER - Integer.BYTES));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(header.array());
		records.forEach(bytes::writeBytes);
		return bytes.toByteArray();
	}

	/** One group, as it stands in a file. */
	static byte[] record(SpooledGroup group) {
		byte[] payload = GroupWriter.write(group);
		byte[] events = ByteBuffer.allocate(Long.BYTES).putLong(group.events()).array();
		byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(payload.length).array();
		CRC32C checksum = new CRC32C();
		checksum.update(length);
		checksum.update(events);
		checksum.update(payload);
		return ByteBuffer.allocate(RECORD + payload.length)
			.putInt(MARK)
			.put(length)
			.putInt((int) checksum.getValue())
			.put(events)
			.put(payload)
			.array();
	}

	static GroupFile read(byte[] bytes) {
		ByteBuffer file = ByteBuffer.wrap(bytes);
		if (bytes.length < HEADER || file.getLong(0) != MAGIC || file.getInt(8) != VERSION) {
			return UNREADABLE;
		}
		boolean intact = file.getInt(24) == checksum(bytes, 0, HEADER - Integer.BYTES);
		List<SpooledGroup> groups = new ArrayList<>();
		int failures = 0;
		int position = HEADER;
		while (position < bytes.length && failures < MAX_FAILURES) {
			Optional<SpooledGroup> group = read(file, position);
			group.ifPresent(groups::add);
			failures += group.isPresent() ? 0 : 1;
			position = group.isPresent() ? position + RECORD + file.getInt(position + 4) : next(file, position + 1);
		}
		return new GroupFile(intact ? Optional.of(Instant.ofEpochMilli(file.getLong(12))) : Optional.empty(), groups,
				!intact || failures > 0 || groups.size() != file.getInt(20));
	}

	private static Optional<SpooledGroup> read(ByteBuffer file, int position) {
		if (file.limit() - position < RECORD || file.getInt(position) != MARK) {
			return Optional.empty();
		}
		int length = file.getInt(position + 4);
		if (length < 0 || length > file.limit() - position - RECORD) {
			return Optional.empty();
		}
		CRC32C checksum = new CRC32C();
		checksum.update(file.array(), position + 4, Integer.BYTES);
		checksum.update(file.array(), position + 12, Long.BYTES + length);
		if ((int) checksum.getValue() != file.getInt(position + 8)) {
			return Optional.empty();
		}
		return GroupReader.read(file.array(), position + RECORD, length);
	}

	private static int next(ByteBuffer file, int from) {
		for (int position = from; position <= file.limit() - RECORD; position++) {
			if (file.getInt(position) == MARK) {
				return position;
			}
		}
		return file.limit();
	}

	private static int checksum(byte[] bytes, int offset, int length) {
		CRC32C checksum = new CRC32C();
		checksum.update(bytes, offset, length);
		return (int) checksum.getValue();
	}

}
