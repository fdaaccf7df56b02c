package io.github.slacklogging.benchmark.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

import io.github.slacklogging.benchmark.caller.Account.Totals;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * A file into which the measuring JVMs write what they counted, one line each, and from
 * which the one that started them reads it. A JVM that died wrote none.
 */
final class Sheet {

	private static final String PROPERTY = "caller.sheet";

	private final @Nullable Path file;

	private Sheet(@Nullable Path file) {
		this.file = file;
	}

	/** An empty one. */
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

	void add(BenchmarkParams params, Totals totals) {
		String line = key(params) + "\t" + totals.logged() + "\t" + totals.arrived() + "\t" + totals.bytes() + "\n";
		System.out.print("# logged, arrived, bytes: " + line);
		if (this.file != null) {
			append(this.file, line);
		}
	}

	private static void append(Path file, String line) {
		try {
			Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All that was written. */
	Map<String, Totals> read() throws IOException {
		Map<String, Totals> read = new HashMap<>();
		if (this.file != null && Files.exists(this.file)) {
			for (String line : Files.readAllLines(this.file)) {
				String[] cells = line.split("\t", -1);
				read.put(cells[0],
						new Totals(Long.parseLong(cells[1]), Long.parseLong(cells[2]), Long.parseLong(cells[3])));
			}
		}
		return read;
	}

	/** Says which run it is. */
	static String key(BenchmarkParams params) {
		String benchmark = params.getBenchmark();
		return String.join(" ", benchmark.substring(benchmark.lastIndexOf('.') + 1), params.getParam("load"),
				Integer.toString(params.getThreads()), params.getParam("entrant"));
	}

}
