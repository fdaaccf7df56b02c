package io.github.slacklogging.inbox;

import java.util.Objects;

/**
 * A message in its place.
 *
 * @param message in its present form
 * @param request the id of the request that gave it this form, {@link Provenance#NONE} if
 * none did
 */
record Kept(InboxMessage message, String request) {

	/** Objects around the texts, roughly. */
	private static final long OVERHEAD = 400;

	Key key() {
		return new Key(this.message.channel(), this.message.ts());
	}

	/** In bytes. Text, blocks and attachments are held beside the JSON they come from. */
	long size() {
		long files = this.message.files().stream().mapToLong((file) -> file.size() + OVERHEAD).sum();
		long earlier = this.message.earlier().stream().mapToLong(Kept::sizeOf).sum();
		return 2L * Room.bytesOf(this.message.json()) + files + earlier + OVERHEAD;
	}

	private static long sizeOf(InboxMessage.Version version) {
		return Room.bytesOf(version.text()) + Room.bytesOf(Objects.requireNonNullElse(version.blocksJson(), ""))
				+ Room.bytesOf(Objects.requireNonNullElse(version.attachmentsJson(), "")) + OVERHEAD;
	}

	/**
	 * Where a message stands.
	 *
	 * @param channel with the hash
	 * @param ts its id there
	 */
	record Key(String channel, String ts) {

		/** The order of a channel. */
		long micros() {
			return Long.parseLong(this.ts.replace(".", ""));
		}

	}

}
