package io.github.slacklogging.benchmark.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ships the same traffic with each contender to the same OpenSearch node, prints a table
 * and puts it into {@code docs/opensearch.md}. Run from the root of the project.
 */
public final class ShippingReport {

	private static final Path ROOT = Path.of("").toAbsolutePath();

	private static final List<String> OPTIONS = List.of("-Xmx128m");

	/**
	 * Of the other appender's documents: the types that ours have, so the node works
	 * alike.
	 */
	private static final String TEMPLATE = """
			{"index_patterns": ["bench-agido*"], "template": {"mappings": {"dynamic": false, "properties": {
			"@timestamp": {"type": "date"}, "message": {"type": "text"}, "level": {"type": "keyword"},
			"logger": {"type": "keyword"}, "thread": {"type": "keyword"}, "stacktrace": {"type": "text"},
			"traceId": {"type": "keyword"}, "spanId": {"type": "keyword"}, "requestId": {"type": "keyword"},
			"customer": {"type": "keyword"}}}}}""";

	private final NodeProcess node;

	/** What each does before it is measured: a young JVM compiles. */
	private final Load warmUp;

	private final FiguresTable table = new FiguresTable();

	private ShippingReport(NodeProcess node, Load warmUp) {
		this.node = node;
		this.warmUp = warmUp;
	}

	public static void main(String[] arguments) throws Exception {
		boolean quick = Arrays.asList(arguments).contains("--quick");
		List<Load> loads = List.of(Load.paced(5_000, quick ? 10 : 20), Load.asFastAsPossible(200_000));
		Path folder = Files.createTempDirectory("slack-logging-benchmark");
		try (NodeProcess node = NodeProcess.start(ROOT, folder)) {
			ShippingReport report = new ShippingReport(node, Load.paced(5_000, quick ? 6 : 20));
			new NodeQuestions(node.uri()).putTemplate("bench-agido", TEMPLATE);
			report.warmUpNode();
			for (Load load : loads) {
				for (Entrant entrant : Entrant.values()) {
					report.measure(entrant, load);
				}
			}
			System.out.println(report.table.text(quick));
			report.table.writeInto(ROOT.resolve("docs/opensearch.md"), quick);
		}
	}

	/**
	 * A node that has just started is many times slower than one that has worked, and who
	 * comes first must not pay for it.
	 */
	private void warmUpNode() throws IOException {
		run(Entrant.AGIDO_500, Load.asFastAsPossible(100_000));
		run(Entrant.OURS, this.warmUp);
	}

	private void measure(Entrant entrant, Load load) throws IOException {
		for (String line : run(entrant, load)) {
			if (Measurement.isOne(line)) {
				this.table.add(entrant, load, Measurement.parse(line));
			}
		}
	}

	private List<String> run(Entrant entrant, Load load) throws IOException {
		String service = "bench-" + entrant.argument() + "-" + load.perSecond();
		List<String> command = new ArrayList<>(List.of(NodeProcess.java()));
		command.addAll(OPTIONS);
		command.addAll(List.of("-cp", entrant.classPath(ROOT), ShippingRun.class.getName(), entrant.argument(),
				this.node.uri(), service, load.toString(), this.warmUp.toString()));
		Process run = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		List<String> lines = run.inputReader().lines().toList();
		lines.forEach((line) -> System.out.println(entrant.inWords() + ", " + load.inWords() + ": " + line));
		new NodeQuestions(this.node.uri()).delete(service);
		return lines;
	}

	/** Who ships. */
	enum Entrant {

		/** With its defaults. */
		OURS("ours", "this library"),

		/** With its defaults. */
		AGIDO("agido", "agido 3.0.19"),

		/** With requests of the same number of events as ours. */
		AGIDO_500("agido-500", "agido 3.0.19, `maxBatchSize` 500");

		private final String argument;

		private final String inWords;

		Entrant(String argument, String inWords) {
			this.argument = argument;
			this.inWords = inWords;
		}

		String argument() {
			return this.argument;
		}

		String inWords() {
			return this.inWords;
		}

		/** Nothing of the one stands on the class path of the other. */
		String classPath(Path root) {
			Path benchmarks = root.resolve("benchmarks");
			Path lib = (this == OURS) ? benchmarks.resolve("target/lib") : benchmarks.resolve("agido/target/lib");
			return benchmarks.resolve("target/classes") + ":" + lib + "/*";
		}

	}

}
