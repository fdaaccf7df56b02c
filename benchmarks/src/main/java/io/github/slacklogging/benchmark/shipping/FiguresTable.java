package io.github.slacklogging.benchmark.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.shipping.ShippingReport.Entrant;

/** The figures as a table in Markdown, which stands in a document between two marks. */
final class FiguresTable {

	private static final String BEGIN = "<!-- figures: written by benchmarks/run opensearch -->";

	private static final String END = "<!-- end of figures -->";

	private static final String HEADING = """
			| | arrived | lost | told as lost | arrived a second | all calls, s | a call, µs | longest call, ms | heap, MB | CPU an event, µs | requests |
			|---|---|---|---|---|---|---|---|---|---|---|
			""";

	private final List<String> rows = new ArrayList<>();

	private String load = "";

	void add(Entrant entrant, Load load, Measurement measured) {
		if (!load.inWords().equals(this.load)) {
			this.load = load.inWords();
			this.rows.add("| **" + this.load + "** | | | | | | | | | | |");
		}
		String thrown = (measured.thrown() == 0) ? "" : ", %,d calls threw".formatted(measured.thrown());
		this.rows.add("| " + entrant.inWords() + thrown + " | " + measured.columns() + " |");
	}

	String text(boolean quick) {
		return """
				%s
				%s, %s processors, Java %s, %s; OpenSearch 2.19.1 in a JVM of its own on the same processors (`%s`). Command: \
				`benchmarks/run opensearch%s`.

				"""
			.formatted(BEGIN, LocalDate.now(), Runtime.getRuntime().availableProcessors(),
					System.getProperty("java.version"), System.getProperty("os.name"),
					String.join(" ", NodeProcess.OPTIONS), quick ? " --quick" : "")
				+ HEADING + String.join("\n", this.rows) + "\n" + END;
	}

	/** Replaces what stands between the marks. */
	void writeInto(Path document, boolean quick) throws IOException {
		String old = Files.readString(document);
		int begin = old.indexOf(BEGIN);
		int end = old.indexOf(END);
		if (begin < 0 || end < begin) {
			throw new IOException("No marks in " + document);
		}
		Files.writeString(document, old.substring(0, begin) + text(quick) + old.substring(end + END.length()));
	}

}
