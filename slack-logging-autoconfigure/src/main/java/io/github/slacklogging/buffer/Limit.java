package io.github.slacklogging.buffer;

/**
 * How much of the buffer a severity may use. Of a difference of two numbers that do not
 * belong together it may say anything.
 *
 * @param events fewer than these must be there
 * @param bytes fewer than these must be there
 * @param bytesAfter no more than these may be there with the event
 */
record Limit(int events, long bytes, long bytesAfter) {

	// At least one: a tiny buffer still takes an event.
	static Limit share(int percent, EventBuffer.Settings settings) {
		int events = (int) (settings.capacity() * (long) percent / 100);
		long bytes = settings.maxBytes() / 100 * percent + settings.maxBytes() % 100 * percent / 100;
		return new Limit(Math.max(1, events), Math.max(1, bytes), bytes);
	}

	/** Whether any event may come to what is used. */
	boolean admits(long used) {
		return Room.events(used) < this.events && Room.bytes(used) < this.bytes;
	}

	/** Whether this event may. */
	boolean admits(long used, long room) {
		return admits(used) && Room.bytes(used) + Room.bytes(room) <= this.bytesAfter;
	}

}
