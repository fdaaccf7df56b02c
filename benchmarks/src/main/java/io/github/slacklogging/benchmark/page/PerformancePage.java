package io.github.slacklogging.benchmark.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.benchmark.page.Block.Goal;

/**
 * The page made of chapters, with its plots beside it. The same chapters give the same
 * bytes.
 */
public final class PerformancePage {

	private static final String PREFIX = "performance-";

	private static final String INTRODUCTION = """
			# Performance

			What this library costs and what it holds, measured side by side with what one would otherwise pick, in the same
			run on the same machine. Nothing on this page is written by hand:

			```sh
			benchmarks/run             # measures everything anew, within half an hour on two processors, and writes this page
			benchmarks/run --quick     # rough figures within five minutes, written elsewhere
			benchmarks/run caller      # one chapter; its command stands below its heading
			```

			Absolute figures are those of one machine: compare what stands on the same plot or in the same table. How to
			measure: [Contributing](../CONTRIBUTING.md#measuring).

			± is half an interval of confidence (99.9 %), where a chapter does not say otherwise; *ours* is this library.
			""";

	private static final String ROUGH = """

			**Rough figures**, for a look while something is changed: too few runs to be told to anybody.
			""";

	private final List<Chapter> chapters;

	private final boolean rough;

	/**
	 * Of these.
	 * @param chapters in order
	 * @param rough whether the figures are rough ones, which the page then says
	 */
	public PerformancePage(List<Chapter> chapters, boolean rough) {
		this.chapters = List.copyOf(chapters);
		this.rough = rough;
	}

	/**
	 * Writes the page, and its plots into {@code images} beside it. Plots of an older
	 * page that this one does not show are removed.
	 * @param page the file
	 * @return the file
	 * @throws IOException if it cannot be written
	 */
	public Path writeTo(Path page) throws IOException {
		Path images = Files.createDirectories(page.resolveSibling("images"));
		Map<String, String> plots = plots();
		for (Path old : files(images)) {
			String name = old.getFileName().toString();
			if (name.startsWith(PREFIX) && !plots.containsKey(name)) {
				Files.delete(old);
			}
		}
		for (Map.Entry<String, String> plot : plots.entrySet()) {
			Files.writeString(images.resolve(plot.getKey()), plot.getValue());
		}
		return Files.writeString(page, text());
	}

	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	private Map<String, String> plots() {
		Map<String, String> plots = new LinkedHashMap<>();
		blocks().forEach((block) -> {
			if (block instanceof Block.Bars bars) {
				plots.put(file(bars.name()), new BarPlot(bars).svg());
			}
			if (block instanceof Block.Lines lines) {
				plots.put(file(lines.name()), new LinePlot(lines).svg());
			}
		});
		return plots;
	}

	private Stream<Block> blocks() {
		return this.chapters.stream().flatMap((chapter) -> chapter.blocks().stream());
	}

	static String file(String plot) {
		return PREFIX + plot + ".svg";
	}

	private String text() {
		return INTRODUCTION + (this.rough ? ROUGH : "") + "\n" + contents() + "\n" + goals()
				+ this.chapters.stream().map((chapter) -> "\n" + chapter(chapter)).collect(Collectors.joining());
	}

	private String contents() {
		return this.chapters.stream().map((chapter) -> "* " + link(chapter) + "\n").collect(Collectors.joining());
	}

	/** What is not reached stands first: whoever reads no further has read it. */
	private String goals() {
		List<Goal> goals = blocks().flatMap(PerformancePage::goals).toList();
		long met = goals.stream().filter(Goal::met).count();
		if (goals.isEmpty()) {
			return "No figures are kept yet.\n";
		}
		if (met == goals.size()) {
			return "All " + goals.size() + " goals are met.\n";
		}
		return met + " of " + goals.size() + " goals are met. Not met, for reasons that stand in the chapters:\n\n"
				+ this.chapters.stream().map(PerformancePage::missed).collect(Collectors.joining());
	}

	private static Stream<Goal> goals(Block block) {
		return (block instanceof Block.Goals goals) ? goals.goals().stream() : Stream.empty();
	}

	private static String missed(Chapter chapter) {
		String missed = chapter.blocks()
			.stream()
			.flatMap(PerformancePage::goals)
			.filter((goal) -> !goal.met())
			.map((goal) -> "  * " + goal.what() + ": **" + goal.measured() + "**\n")
			.collect(Collectors.joining());
		return missed.isEmpty() ? "" : "* " + link(chapter) + "\n" + missed;
	}

	private static String link(Chapter chapter) {
		return "[" + chapter.title() + "](#" + Markdown.anchor(chapter.title()) + ")";
	}

	private static String chapter(Chapter chapter) {
		Circumstances where = chapter.circumstances();
		StringBuilder text = new StringBuilder(
				"## " + chapter.title() + "\n\n*" + where.day() + ", " + where.processors() + " processors, Java "
						+ where.java() + ", " + where.system() + "; `benchmarks/run " + chapter.name() + "`*\n");
		String before = "";
		for (Block block : chapter.blocks()) {
			text.append((block instanceof Block.Goals && !Markdown.endsWithHeading(before)) ? "\n### Goals\n\n" : "\n");
			before = Markdown.of(block);
			text.append(before);
		}
		return text.toString();
	}

}
