package io.github.slacklogging.benchmark.arrival;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Slack got and took: requests, the numbers of errors in accepted texts, and which
 * kinds were named. Thread-safe.
 */
final class Arrivals {

	private static final Pattern NUMBER = Pattern.compile("event-(\\d+)");

	private final BitSet numbers = new BitSet();

	private final Set<String> kinds = new HashSet<>();

	private int requests;

	private long nanosOfLatest = System.nanoTime();

	synchronized void requested() {
		this.requests++;
		this.nanosOfLatest = System.nanoTime();
	}

	synchronized void accepted(String body) {
		NUMBER.matcher(body).results().forEach((number) -> this.numbers.set(Integer.parseInt(number.group(1))));
		for (String word : Traffic.WORDS) {
			if (body.contains(word + Traffic.BROKE)) {
				this.kinds.add(word);
			}
		}
	}

	/** Forgets what came before. */
	synchronized void clear() {
		this.numbers.clear();
		this.kinds.clear();
		this.requests = 0;
	}

	/** Errors whose own number stood in an accepted text. */
	synchronized int numbers() {
		return this.numbers.cardinality();
	}

	/** Kinds that stood in an accepted text. */
	synchronized int kinds() {
		return this.kinds.size();
	}

	/** Requests that arrived completely. */
	synchronized int requests() {
		return this.requests;
	}

	/** Nanoseconds since the latest request. */
	synchronized long stillness() {
		return System.nanoTime() - this.nanosOfLatest;
	}

}
