package io.github.slacklogging.benchmark.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.slacklogging.benchmark.caller.Account.Totals;
import org.jspecify.annotations.Nullable;

/**
 * A file into which a measuring JVM writes what it counted, and from which the one that
 * started it reads it. A JVM that died wrote nothing.
 */
final class Sheet {

	private static final String PROPERTY = "caller.sheet";

	private final @Nullable Path file;

	private Sheet(@Nullable Path file) {
		this.file = file;
	}

	/** A new one. */
	static Sheet at(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		Files.deleteIfExists(file);
		return new Sheet(file);
	}

	/** That of the JVM which started this one; prints only where there is none. */
	static Sheet ofThisRun() {
		String file = System.getProperty(PROPERTY);
		return new Sheet((file != null) ? Path.of(file) : null);
	}

	/** What makes a JVM write here. */
	String option() {
		return "-D" + PROPERTY + "=" + this.file;
	}

	void write(Totals totals) {
		String line = totals.logged() + "\t" + totals.arrived() + "\t" + totals.bytes();
		System.out.println("# logged, arrived, bytes: " + line);
		if (this.file != null) {
			write(this.file, line);
		}
	}

	private static void write(Path file, String line) {
		try {
			Files.writeString(file, line);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What was written, if anything. */
	@Nullable Totals read() throws IOException {
		if (this.file == null || !Files.exists(this.file)) {
			return null;
		}
		String[] cells = Files.readString(this.file).split("\t", -1);
		return new Totals(Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2]));
	}

}
