package io.github.slacklogging.benchmark.worker;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;

/**
 * How long an error takes from the log call until Slack has all of it, when nothing else
 * goes on. Several set-ups of the starter, each with a Logback and a client of its own,
 * log in turn, and each has been asleep when its turn comes. As in an application one of
 * them has rehearsed an error before: a JVM has one starter, and that does so.
 */
final class Receipts {

	private static final int SET_UPS = 20;

	/** Longer than the worker stays awake after an error was told. */
	private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(3_000);

	/** For what a start leaves to the background. */
	private static final Duration AFTER_START = Duration.ofSeconds(2);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final int rounds;

	/**
	 * In so many rounds.
	 * @param rounds of errors; one in two comes with a round of critical ones
	 */
	Receipts(int rounds) {
		this.rounds = rounds;
	}

	/**
	 * Measures.
	 * @return milliseconds by what was logged
	 */
	Map<Kind, Samples> measure() throws IOException {
		Map<Kind, Samples> found = new LinkedHashMap<>();
		try (SlackInbox inbox = SlackInbox.start()) {
			List<SetUp> setUps = new ArrayList<>();
			for (int i = 0; i < SET_UPS; i++) {
				setUps.add(new SetUp(inbox.webhookUrl("set-up-" + i)));
			}
			setUps.get(0).rehearse();
			waitUntil(System.nanoTime() + AFTER_START.toNanos());
			found.put(Kind.FIRST, round(setUps, Kind.FIRST, inbox, 0));
			for (int i = 1; i <= this.rounds; i++) {
				add(found, Kind.ERROR, round(setUps, Kind.ERROR, inbox, i));
				if (i % 2 == 0) {
					add(found, Kind.CRITICAL, round(setUps, Kind.CRITICAL, inbox, i));
				}
			}
			for (SetUp setUp : setUps) {
				setUp.close();
			}
		}
		return found;
	}

	private static void add(Map<Kind, Samples> found, Kind kind, Samples more) {
		found.merge(kind, more, Samples::and);
	}

	private static Samples round(List<SetUp> setUps, Kind kind, SlackInbox inbox, int round) {
		Map<String, Instant> called = new LinkedHashMap<>();
		long start = System.nanoTime();
		for (int i = 0; i < setUps.size(); i++) {
			waitUntil(start + BETWEEN_ROUNDS.toNanos() * i / setUps.size());
			String word = kind + "-" + round + "-" + i + "-";
			called.put(word, setUps.get(i).log(word, kind));
		}
		waitUntil(start + BETWEEN_ROUNDS.toNanos());
		return new Samples(called.entrySet()
			.stream()
			.map((entry) -> millis(entry.getValue(), received(inbox, entry.getKey())))
			.toList());
	}

	static double millis(Instant from, Instant to) {
		return Duration.between(from, to).toNanos() / 1e6;
	}

	/** When a message with this word was there. */
	static Instant received(SlackInbox inbox, String word) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() - until < 0) {
			for (InboxMessage message : inbox.messages()) {
				if (message.json().contains(word)) {
					return message.receivedAt();
				}
			}
			LockSupport.parkNanos(20_000_000);
		}
		throw new IllegalStateException("Slack never had " + word);
	}

	private static void waitUntil(long nanos) {
		long left = nanos - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = nanos - System.nanoTime();
		}
	}

	/** What is logged. */
	enum Kind {

		/** The first error of a set-up. */
		FIRST("first error of each set-up, the JVM is warm"),

		/** A new kind of error. */
		ERROR("new kinds of errors, later"),

		/** A new kind that waits for no company. */
		CRITICAL("new kinds that are critical");

		private final String words;

		Kind(String words) {
			this.words = words;
		}

		String words() {
			return this.words;
		}

	}

	/** A starter without an application around it. */
	private static final class SetUp implements AutoCloseable {

		private final ScratchFolder spool = ScratchFolder.create();

		private final LoggingSetUp starter;

		SetUp(URI slack) throws IOException {
			this.starter = new LoggingSetUp(slack, this.spool.path());
		}

		void rehearse() {
			this.starter.rehearse();
		}

		Instant log(String word, Kind kind) {
			Exception refused = Traces.exception(word.hashCode(), 40, "Order 4711 was refused");
			Instant called = Instant.now();
			this.starter.log(kind == Kind.CRITICAL, word, refused);
			return called;
		}

		@Override
		public void close() throws IOException {
			this.starter.close();
			this.spool.close();
		}

	}

}
