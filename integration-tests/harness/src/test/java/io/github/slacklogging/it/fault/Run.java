package io.github.slacklogging.it.fault;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.EndedProbe;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One life of the application in a scenario, and what it leaves for the account. Used by
 * one thread.
 */
final class Run implements AutoCloseable {

	/** As the application says it on its standard error. */
	private static final Pattern DROP = Pattern.compile("event dropped: (\\w+)(?: \\((\\d+) times\\))?");

	private final DrivenProbe probe;

	private final Ledger ledger;

	private long logged;

	private @Nullable Books books;

	private @Nullable EndedProbe ended;

	private boolean killed;

	Run(DrivenProbe probe, Ledger ledger) {
		this.probe = probe;
		this.ledger = ledger;
	}

	Run awaitStart() {
		this.probe.awaitStart();
		return this;
	}

	void log(int events, int kinds) {
		this.probe.log(events, kinds);
		note(events, kinds);
	}

	/** The same with pauses, see {@link DrivenProbe#log(int, int, Duration, int)}. */
	void log(int events, int kinds, Duration pause, int every) {
		this.probe.log(events, kinds, pause, every);
		note(events, kinds);
	}

	boolean logInterrupted(int events) {
		boolean interrupted = this.probe.logInterrupted(events);
		note(events, 1);
		return interrupted;
	}

	boolean logOnNonBlockingThread(int events) {
		boolean nonBlocking = this.probe.logOnNonBlockingThread(events);
		note(events, 1);
		return nonBlocking;
	}

	private void note(int events, int kinds) {
		this.logged += this.ledger.logged(events, kinds);
	}

	/** Looks at the books until they are as described; they must always balance. */
	Books await(String description, Predicate<Books> condition) {
		Books now = this.probe.await(description, (books) -> {
			assertThat(books.balance()).as("These books balance: %s", books).isTrue();
			return condition.test(books);
		});
		this.books = now;
		return now;
	}

	/** Waits until all that was logged is told or dropped. */
	Books settle() {
		return await("everything is told", (books) -> isTaken(books) && books.waiting() == 0);
	}

	/**
	 * Waits until all that was taken over from an earlier run, and all that was logged,
	 * is told or dropped.
	 * @param recovered events that must be taken over
	 */
	Books settleAfter(long recovered) {
		await("%d events are taken over".formatted(recovered), (books) -> books.recovered() == recovered);
		return settle();
	}

	/** Waits until all that was logged is in the books. */
	Books taken() {
		return await("everything is accepted", this::isTaken);
	}

	private boolean isTaken(Books books) {
		return books.buffered() == 0 && books.accepted() == this.logged;
	}

	/** Requests that were made so far. */
	long requests() {
		return this.probe.books().requests();
	}

	EndedProbe end() {
		return ended(this.probe.end());
	}

	/** Waits for an end that the application comes to by itself. */
	EndedProbe awaitEnd() {
		return ended(this.probe.awaitEnd());
	}

	EndedProbe terminate() {
		return ended(this.probe.terminate());
	}

	/** SIGKILL. */
	EndedProbe kill() {
		this.killed = true;
		return ended(this.probe.kill());
	}

	private EndedProbe ended(EndedProbe end) {
		this.ended = end;
		return end;
	}

	/**
	 * Dropped events by reason. After an orderly end the standard error is complete and
	 * must say at least what the books said before.
	 */
	Map<String, Long> dropped() {
		Map<String, Long> inBooks = (this.books != null) ? this.books.dropped() : Map.of();
		if (this.killed) {
			return inBooks;
		}
		Map<String, Long> said = drops(stderr());
		inBooks.forEach((reason, count) -> assertThat(said.getOrDefault(reason, 0L))
			.as("Drops that were said to stderr: %s", reason)
			.isGreaterThanOrEqualTo(count));
		return said;
	}

	private static Map<String, Long> drops(String stderr) {
		Map<String, Long> drops = new TreeMap<>();
		DROP.matcher(stderr).results().forEach((drop) -> {
			String times = drop.group(2);
			drops.merge(drop.group(1), (times != null) ? Long.parseLong(times) : 1L, Long::sum);
		});
		return drops;
	}

	long recovered() {
		return (this.books != null) ? this.books.recovered() : 0;
	}

	long stderrLines() {
		return stderr().lines().count();
	}

	String stderr() {
		return this.probe.stderr();
	}

	boolean isOver() {
		return this.ended != null;
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
