package io.github.slacklogging.it.search;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.EndedProbe;
import io.github.slacklogging.it.Patience;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One life of an application that ships. Its books are judged at each look. Used by one
 * thread at a time.
 */
final class ShippingRun implements AutoCloseable {

	/** A node that is being restarted shares two cores with many others. */
	private static final Duration PATIENCE = Duration.ofSeconds(180);

	/** As the application says it on its standard error. */
	private static final Pattern DROP = Pattern
		.compile("event not shipped to OpenSearch: (\\w+)(?: \\((\\d+) times\\))?");

	private final DrivenProbe probe;

	private long logged;

	ShippingRun(DrivenProbe probe) {
		this.probe = probe;
	}

	/** Logs lines, all of them at once and none of them an error. */
	void log(int lines) {
		log(lines, 0, Duration.ZERO, 1);
	}

	/** See {@link DrivenProbe#logLines}. */
	void log(int lines, int errorEvery, Duration pause, int every) {
		this.probe.logLines(lines, errorEvery, pause, every, 0);
		this.logged += lines;
	}

	/** Logs lines that are longer by so many characters. */
	void logLong(int lines, int padding) {
		this.probe.logLines(lines, 0, Duration.ZERO, 1, padding);
		this.logged += lines;
	}

	/**
	 * Logs lines each of which has names of its own.
	 * @return how many of them have hostile ones
	 */
	int logLabels(int lines) {
		this.logged += lines;
		return this.probe.logLabels(lines);
	}

	/** Gives all lines that are logged later one log id. */
	void stopNumbering() {
		this.probe.stopNumbering();
	}

	/** Logs errors, which go to Slack too, each of a kind of its own. */
	void logErrors(int errors) {
		this.probe.log(errors, errors);
		this.logged += errors;
	}

	/** Looks at the books of Slack's way until they are as described. */
	Books awaitSlack(String description, Predicate<Books> condition) {
		return this.probe.await(description, condition);
	}

	ShippingBooks books() {
		ShippingBooks books = ShippingBooks.of(this.probe.books());
		assertThat(books.balance()).as("These books balance: %s", books).isTrue();
		return books;
	}

	/** Looks at the books until they are as described; they must always balance. */
	ShippingBooks await(String description, Predicate<ShippingBooks> condition) {
		return Patience.until(PATIENCE, description, this::books, condition, this.probe::toString);
	}

	/** Waits until nothing of what was logged waits any more. */
	ShippingBooks settle() {
		return await("all is indexed or dropped",
				(books) -> books.accepted() == this.logged && books.waiting() == 0 && books.buffered() == 0);
	}

	/**
	 * Waits until all that was logged is indexed, and says that nothing else happened.
	 */
	ShippingBooks settleWithoutLoss() {
		ShippingBooks books = settle();
		assertThat(books.dropped()).isEmpty();
		assertThat(books.indexed()).isEqualTo(this.logged);
		return books;
	}

	EndedProbe end() {
		return this.probe.end();
	}

	EndedProbe terminate() {
		return this.probe.terminate();
	}

	/** SIGKILL. */
	EndedProbe kill() {
		return this.probe.kill();
	}

	/** Dropped events by reason, as an application said at its end. */
	static Map<String, Long> dropped(EndedProbe end) {
		Map<String, Long> drops = new TreeMap<>();
		DROP.matcher(end.err()).results().forEach((drop) -> {
			String times = drop.group(2);
			drops.merge(drop.group(1), (times != null) ? Long.parseLong(times) : 1L, Long::sum);
		});
		return drops;
	}

	@Override
	public void close() {
		this.probe.close();
	}

	@Override
	public String toString() {
		return this.probe.toString();
	}

}
