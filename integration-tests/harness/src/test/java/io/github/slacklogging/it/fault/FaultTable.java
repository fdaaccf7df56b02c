package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of faults between two marks of a document. Each case brings its own row when
 * it is done, whatever runs beside it: with the system property {@value #WRITE} the row
 * takes the place of the one that stands there; otherwise it must promise the same, that
 * is, have the same cells in those columns that do not depend on the moment. Rows of
 * cases that could not run here stay as they are. Thread-safe.
 */
final class FaultTable {

	static final String WRITE = "faults.write";

	private static final String BEGIN = "<!-- faults:begin -->";

	private static final String END = "<!-- faults:end -->";

	private static final List<String> PROMISED = List.of("lost", "repeats, unmarked");

	private static final Object FILE = new Object();

	private final Path document;

	private final boolean writing;

	FaultTable(Path document, boolean writing) {
		this.document = document;
		this.writing = writing;
	}

	static FaultTable ofProject() {
		return new FaultTable(Path.of("..", "..", "docs", "reliability.md"), Boolean.getBoolean(WRITE));
	}

	/** Writes the row, or compares what it promises. */
	void bring(FaultRow row) {
		synchronized (FILE) {
			Map<String, List<String>> rows = rows();
			if (this.writing) {
				rows.put(row.fault().title(), row.cells());
				write(rows);
				return;
			}
			String description = "The row '%s' of %s. If the change is wanted, run the suite with -D%s=true"
				.formatted(row.fault().title(), this.document, WRITE);
			List<String> stands = rows.getOrDefault(row.fault().title(), List.of());
			assertThat(stands).as(description).isNotEmpty();
			assertThat(promised(row.cells())).as(description).isEqualTo(promised(stands));
		}
	}

	/** Titles of all rows, in their order. */
	List<String> titles() {
		synchronized (FILE) {
			return List.copyOf(rows().keySet());
		}
	}

	private static List<String> promised(List<String> cells) {
		return PROMISED.stream().map((heading) -> cells.get(FaultRow.HEADINGS.indexOf(heading))).toList();
	}

	private Map<String, List<String>> rows() {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		for (String line : table().lines().toList()) {
			List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
			// heading and rule are no rows
			if (cells.size() == FaultRow.HEADINGS.size() && isFault(cells.get(0))) {
				rows.put(cells.get(0), cells);
			}
		}
		return rows;
	}

	private static boolean isFault(String title) {
		return Arrays.stream(Fault.values()).anyMatch((fault) -> fault.title().equals(title));
	}

	private String table() {
		String text = read();
		int begin = text.indexOf(BEGIN);
		int end = text.indexOf(END);
		assertThat(begin).as("The marks %s and %s in %s", BEGIN, END, this.document).isNotNegative().isLessThan(end);
		return text.substring(begin + BEGIN.length(), end);
	}

	private void write(Map<String, List<String>> rows) {
		List<String> lines = new ArrayList<>();
		lines.add(line(FaultRow.HEADINGS));
		lines.add(line(FaultRow.HEADINGS.stream().map((heading) -> heading.equals("fault") ? "---" : "---:").toList()));
		Arrays.stream(Fault.values())
			.map((fault) -> rows.get(fault.title()))
			.filter((cells) -> cells != null)
			.forEach((cells) -> lines.add(line(cells)));
		String before = read();
		String after = before.replace(BEGIN + table() + END, BEGIN + "\n" + String.join("\n", lines) + "\n" + END);
		try {
			Files.writeString(this.document, after);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String line(List<String> cells) {
		return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
	}

	private String read() {
		try {
			return Files.readString(this.document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
