package io.github.slacklogging.it.fault;

import java.util.Map;
import java.util.TreeMap;

/** What was logged in a scenario, by kind. Not thread-safe. */
final class Ledger {

	private static final int LETTERS = 'z' - 'a' + 1;

	private final int destinations;

	private final Map<String, Long> events = new TreeMap<>();

	/**
	 * An empty ledger.
	 * @param destinations how many each event is for
	 */
	Ledger(int destinations) {
		this.destinations = destinations;
	}

	/**
	 * Notes events whose kinds took turns.
	 * @return how many that is for all destinations
	 */
	long logged(int events, int kinds) {
		for (int kind = 0; kind < kinds; kind++) {
			long ofKind = events / kinds + ((kind < events % kinds) ? 1 : 0);
			this.events.merge(name(kind), ofKind * this.destinations, Long::sum);
		}
		return (long) events * this.destinations;
	}

	/** Notes events that were not numbered. */
	void logged(String kind, long events) {
		this.events.merge(kind, events * this.destinations, Long::sum);
	}

	Map<String, Long> byKind() {
		return this.events;
	}

	/** As the probe names the loggers of its kinds. */
	private static String name(int kind) {
		StringBuilder letters = new StringBuilder();
		int rest = kind;
		for (int i = 0; i < 4; i++) {
			letters.insert(0, (char) ('a' + rest % LETTERS));
			rest /= LETTERS;
		}
		letters.setCharAt(0, Character.toUpperCase(letters.charAt(0)));
		return "Kind" + letters;
	}

}
