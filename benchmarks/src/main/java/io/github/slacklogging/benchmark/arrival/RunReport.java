package io.github.slacklogging.benchmark.arrival;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.benchmark.arrival.Contender.Books;

/**
 * What a JVM tells the one that started it, a line at a time, in a file: its own output
 * belongs to the product. Thread-safe.
 */
final class RunReport {

	private static final long PACE_NANOS = 50_000_000;

	private final PrintStream lines;

	RunReport(Path file) throws IOException {
		this.lines = new PrintStream(file.toFile(), StandardCharsets.UTF_8);
	}

	synchronized void tell(String what, Object... figures) {
		StringBuilder line = new StringBuilder(what);
		for (Object figure : figures) {
			line.append(' ').append(figure);
		}
		this.lines.println(line);
		this.lines.flush();
	}

	void tell(Books books) {
		tell("books", books.accepted(), books.told(), books.waiting(), books.dropped(), books.recovered(),
				OpenThings.roughly());
	}

	/** Tells the books from now on, as long as the JVM lives. */
	Thread keepTelling(Contender contender) {
		Thread thread = new Thread(() -> {
			while (!Thread.currentThread().isInterrupted()) {
				tell(contender.books());
				LockSupport.parkNanos(PACE_NANOS);
			}
		}, "books");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

}
