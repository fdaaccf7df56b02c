package io.github.slacklogging.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.ChapterFiles;
import io.github.slacklogging.benchmark.page.PerformancePage;

/**
 * Measures all parts, or those that are named, and writes the page. Run from the root of
 * the project by the script {@code benchmarks/run}.
 */
public final class PerformanceReport {

	/** In the order in which they stand on the page. */
	private static final List<Part> PARTS = List.of();

	private PerformanceReport() {
	}

	/**
	 * Measures and writes.
	 * @param arguments {@code --quick} and names of parts; {@code page} measures nothing
	 * @throws Exception if something cannot be measured or written
	 */
	public static void main(String[] arguments) throws Exception {
		List<String> named = new ArrayList<>(Arrays.asList(arguments));
		Effort effort = named.remove("--quick") ? Effort.QUICK : Effort.FULL;
		ChapterFiles files = ChapterFiles.of(Path.of("").toAbsolutePath(), effort == Effort.QUICK);
		for (Part part : PARTS) {
			if (named.isEmpty() || named.contains(part.name())) {
				System.out.println("== " + part.name());
				files.write(part.measure(effort));
			}
		}
		List<String> order = PARTS.stream().map(Part::name).toList();
		System.out.println("Written: " + new PerformancePage(files.read(order)).writeTo(files.page()));
	}

}
