package io.github.slacklogging.opensearch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which index an event belongs to: by its date, or always the same data stream. The date
 * is that of the event in UTC, so that an event that waited long, or is sent twice, goes
 * to the same index each time. Thread-safe; asked for every event, so the last name is
 * remembered.
 */
final class IndexNames {

	/** Part of a name that leaves room for what stands before and behind it. */
	private static final int MAX_SERVICE = 128;

	private final NamePattern pattern;

	private final boolean dataStream;

	private volatile Named last;

	private IndexNames(NamePattern pattern, boolean dataStream) {
		this.pattern = pattern;
		this.dataStream = dataStream;
		this.last = named(Instant.EPOCH);
	}

	/**
	 * Indices by date.
	 * @param pattern a name with parts of the date in braces, such as
	 * {@code logs-orders-{yyyy.MM.dd}}, or without any
	 * @throws IllegalArgumentException if there is an {@link #objection}
	 */
	static IndexNames index(String pattern) {
		refuse(objection(pattern));
		return new IndexNames(NamePattern.of(pattern), false);
	}

	/**
	 * One data stream.
	 * @param name of it
	 * @throws IllegalArgumentException if there is an {@link #objectionToDataStream}
	 */
	static IndexNames dataStream(String name) {
		refuse(objectionToDataStream(name));
		return new IndexNames(NamePattern.of(name), true);
	}

	private static void refuse(Optional<String> objection) {
		objection.ifPresent((words) -> {
			throw new IllegalArgumentException(words);
		});
	}

	/**
	 * What OpenSearch would not take, or what would make too many indices.
	 * @param patternOrName of an index
	 * @return in words that follow the name of a property; empty where all is well
	 */
	static Optional<String> objection(String patternOrName) {
		return NameRules.objection(patternOrName);
	}

	/**
	 * What OpenSearch would not take.
	 * @param name of a data stream
	 * @return in words that follow the name of a property; empty where all is well
	 */
	static Optional<String> objectionToDataStream(String name) {
		return NameRules.objectionToDataStream(name);
	}

	/**
	 * The name of a service as part of the name of an index: {@code Order Service} is
	 * {@code order-service}.
	 * @param service any text
	 * @return lower case, never empty
	 */
	static String nameOf(String service) {
		StringBuilder name = new StringBuilder();
		for (int i = 0; i < service.length() && name.length() < MAX_SERVICE; i++) {
			char c = service.charAt(i);
			char small = (c >= 'A' && c <= 'Z') ? (char) (c + ('a' - 'A')) : c;
			boolean fits = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || small == '_'
					|| small == '.';
			boolean joint = !name.isEmpty() && name.charAt(name.length() - 1) != '-';
			if (fits || joint) {
				name.append(fits ? small : '-');
			}
		}
		if (!name.isEmpty() && name.charAt(name.length() - 1) == '-') {
			name.setLength(name.length() - 1);
		}
		return name.isEmpty() ? "service" : name.toString();
	}

	/**
	 * The index of an event.
	 * @param timestamp of the event
	 */
	String of(Instant timestamp) {
		Named known = this.last;
		if (timestamp.isBefore(known.from()) || !timestamp.isBefore(known.to())) {
			known = named(timestamp);
			this.last = known;
		}
		return known.name();
	}

	private Named named(Instant timestamp) {
		Instant indexed = TimeRange.within(timestamp);
		if (!this.pattern.varies()) {
			return new Named(this.pattern.format(indexed), Instant.MIN, Instant.MAX);
		}
		ChronoUnit period = this.pattern.hasHours() ? ChronoUnit.HOURS : ChronoUnit.DAYS;
		Instant from = indexed.truncatedTo(period);
		return new Named(this.pattern.format(indexed), from, from.plus(1, period));
	}

	/** All of the indices: {@code logs-orders-*}, or the name where nothing varies. */
	String wildcard() {
		return this.pattern.wildcard();
	}

	boolean isDataStream() {
		return this.dataStream;
	}

	/**
	 * A name and when it holds.
	 *
	 * @param name of the index
	 * @param from the first moment
	 * @param to the first moment after it
	 */
	private record Named(String name, Instant from, Instant to) {

	}

}
