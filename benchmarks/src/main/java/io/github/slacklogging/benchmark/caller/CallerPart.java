package io.github.slacklogging.benchmark.caller;

import java.nio.file.Path;

import io.github.slacklogging.benchmark.Part;
import io.github.slacklogging.benchmark.page.Chapter;

/** The chapter about what a logging call costs the thread that logs. */
public final class CallerPart implements Part {

	@Override
	public String name() {
		return "caller";
	}

	@Override
	public Chapter measure(Effort effort) throws Exception {
		Readings readings = new Measuring(effort, Path.of("benchmarks/target/caller")).all();
		Stalls stalls = new Stalls(StallProbe.noop(), StallProbe.hungSlack());
		return Chapter.ofNow(name(), "What a logging call costs the caller",
				new CallerChapter(readings, stalls).blocks());
	}

	/**
	 * The longest calls.
	 *
	 * @param noopNanos beside an appender that does nothing
	 * @param hungNanos while Slack hangs
	 */
	record Stalls(long noopNanos, long hungNanos) {

	}

}
