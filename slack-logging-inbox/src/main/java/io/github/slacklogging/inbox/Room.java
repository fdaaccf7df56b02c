package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The memory that several {@link BoundedLog}s share. When it is full, the oldest entry of
 * all goes, in whichever log it is; the newest stays even if it alone is too large.
 * Thread-safe: its monitor guards its logs too, and nothing waits or is told under it.
 */
final class Room {

	private final long maxBytes;

	private final List<BoundedLog<?, ?>> logs = new ArrayList<>();

	private long bytes;

	private long lastNumber;

	Room(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	long maxBytes() {
		return this.maxBytes;
	}

	synchronized long bytes() {
		return this.bytes;
	}

	synchronized void admit(BoundedLog<?, ?> log) {
		this.logs.add(log);
	}

	/** Numbers rise with every entry of any log. */
	synchronized long nextNumber() {
		this.lastNumber++;
		return this.lastNumber;
	}

	/** Takes bytes, or gives them back; a log calls {@link #shrink()} when it is done. */
	synchronized void take(long change) {
		this.bytes += change;
	}

	synchronized void shrink() {
		while (this.bytes > this.maxBytes) {
			Optional<BoundedLog<?, ?>> log = this.logs.stream()
				.filter((each) -> each.oldestNumber() < this.lastNumber)
				.min(Comparator.comparingLong(BoundedLog::oldestNumber));
			if (log.isEmpty()) {
				return;
			}
			log.get().forgetOldest();
		}
	}

	/** What a text takes in memory: a byte for each character, two if any needs two. */
	static long bytesOf(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 0xff) {
				return 2L * text.length();
			}
		}
		return text.length();
	}

}
