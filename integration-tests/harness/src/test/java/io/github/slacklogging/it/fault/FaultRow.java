package io.github.slacklogging.it.fault;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one fault came to: a row of the table. Immutable.
 *
 * @param fault what was broken
 * @param account what was logged and told
 * @param maxLost events that may be lost: those of the last two seconds before a
 * {@code kill -9}
 * @param recovered events that a later run took over from the spool
 * @param dropped events by reason
 * @param requests made during the outage
 * @param stderrLines of all runs
 */
record FaultRow(Fault fault, Account account, long maxLost, long recovered, Map<String, Long> dropped, long requests,
		long stderrLines) {

	static final List<String> HEADINGS = List.of("fault", "logged", "shown + folded + summarised",
			"spooled, then delivered", "dropped by reason", "lost", "repeats, marked", "repeats, unmarked",
			"requests during the outage", "lines on stderr");

	FaultRow {
		dropped = new TreeMap<>(dropped);
	}

	/** The cells of its line in the table. */
	List<String> cells() {
		ToldCounts told = this.account.told();
		return List.of(this.fault.title(), number(this.account.allLogged()),
				number(told.shown()) + " + " + number(told.folded()) + " + " + number(told.summarised()),
				number(this.recovered), drops(), lost(),
				number(this.account.repeated() - this.account.repeatedUnmarked()),
				number(this.account.repeatedUnmarked()), number(this.requests), number(this.stderrLines));
	}

	/** How many are lost depends on the moment of a kill; how many may be does not. */
	private String lost() {
		return (this.maxLost > 0) ? "≤ " + number(this.maxLost) : number(this.account.lost());
	}

	private String drops() {
		return this.dropped.isEmpty() ? "0"
				: this.dropped.entrySet()
					.stream()
					.map((drop) -> drop.getKey() + " " + number(drop.getValue()))
					.collect(Collectors.joining(", "));
	}

	private static String number(long number) {
		return String.format("%,d", number);
	}

}
