package io.github.slacklogging.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.arrival.ArrivalPart;
import io.github.slacklogging.benchmark.caller.CallerPart;
import io.github.slacklogging.benchmark.growth.Growth;
import io.github.slacklogging.benchmark.page.ChapterFiles;
import io.github.slacklogging.benchmark.page.PerformancePage;
import io.github.slacklogging.benchmark.startup.StartupPart;
import io.github.slacklogging.benchmark.worker.WorkerPart;

/**
 * Measures all parts, or those that are named, and writes the page. A part that cannot be
 * measured leaves its older chapter where it was, and the others are measured all the
 * same. Run from the root of the project by the script {@code benchmarks/run}.
 */
public final class PerformanceReport {

	/** In the order in which they stand on the page. */
	private static final List<Part> PARTS = List.of(new CallerPart(), new WorkerPart(), new ArrivalPart(),
			new StartupPart(), new Growth());

	private final ChapterFiles files;

	private final Effort effort;

	private final long deadline;

	private final List<String> failed = new ArrayList<>();

	private PerformanceReport(Effort effort) {
		this.effort = effort;
		Duration built = Duration.ofSeconds(Integer.getInteger("benchmarks.built.seconds", 0));
		this.deadline = System.nanoTime() + effort.whole().minus(built).toNanos();
		this.files = ChapterFiles.of(Path.of("").toAbsolutePath(), effort == Effort.QUICK);
	}

	/**
	 * Measures and writes. Ends with 1 when a part could not be measured.
	 * @param arguments {@code --quick} and names of parts; {@code page} measures nothing
	 * @throws Exception if the page cannot be written
	 */
	public static void main(String[] arguments) throws Exception {
		List<String> named = new ArrayList<>(Arrays.asList(arguments));
		PerformanceReport report = new PerformanceReport(named.remove("--quick") ? Effort.QUICK : Effort.FULL);
		PARTS.stream()
			.filter((part) -> named.isEmpty() || named.contains(part.name()))
			.sorted(Comparator.comparing(Part::fillsTheTime))
			.forEach(report::measure);
		report.write();
		// Threads of what was measured must not keep this one.
		System.exit(report.failed.isEmpty() ? 0 : 1);
	}

	private void measure(Part part) {
		System.out.println("== " + part.name());
		long begin = System.nanoTime();
		try {
			this.files.write(part.measure(this.effort, Duration.ofNanos(this.deadline - begin)));
		}
		catch (Exception ex) {
			ex.printStackTrace();
			this.failed.add(part.name());
		}
		System.out
			.println("== " + part.name() + " took " + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
	}

	private void write() throws Exception {
		List<String> order = PARTS.stream().map(Part::name).toList();
		PerformancePage page = new PerformancePage(this.files.read(order), this.effort == Effort.QUICK);
		System.out.println("Written: " + page.writeTo(this.files.page()));
		if (!this.failed.isEmpty()) {
			System.out.println("Not measured: " + String.join(", ", this.failed));
		}
	}

}
