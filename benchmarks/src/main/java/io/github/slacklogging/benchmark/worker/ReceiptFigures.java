package io.github.slacklogging.benchmark.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.worker.Receipts.Kind;
import io.github.slacklogging.inbox.SlackInbox;

/**
 * From the log call to the receipt.
 *
 * @param warm in a JVM that has told many errors
 * @param cold the first error of an application
 */
record ReceiptFigures(Map<Kind, Samples> warm, Samples cold) {

	private static final double LINGER = 1_000;

	private static final double GOAL = 50;

	/** So many applications at a time, one for each processor. */
	private static final int TOGETHER = 2;

	static ReceiptFigures measure(Effort effort) throws Exception {
		boolean full = effort == Effort.FULL;
		Map<Kind, Samples> warm = new Receipts(full ? 6 : 1).measure();
		return new ReceiptFigures(warm, firstErrors(full ? 6 : 2));
	}

	private static Samples firstErrors(int applications) throws Exception {
		List<Double> millis = new ArrayList<>();
		try (SlackInbox inbox = SlackInbox.start()) {
			for (int i = 0; i < applications; i += TOGETHER) {
				Map<String, ChildJvm> children = new LinkedHashMap<>();
				for (int j = i; j < i + TOGETHER; j++) {
					String word = "first-of-" + j + "-";
					children.put(word, ChildJvm.start(inbox.webhookUrl("child-" + j), List.of(), "first", word));
				}
				for (Map.Entry<String, ChildJvm> entry : children.entrySet()) {
					try (ChildJvm child = entry.getValue()) {
						Instant called = Instant.parse(child.await(ChildApplication.LOGGED));
						millis.add(Receipts.millis(called, Receipts.received(inbox, entry.getKey())));
					}
				}
			}
		}
		return new Samples(millis);
	}

	List<Block> blocks() {
		List<List<String>> rows = new ArrayList<>();
		this.warm
			.forEach((kind, samples) -> rows.add(row(kind.words(), samples, (kind == Kind.CRITICAL) ? 0 : LINGER)));
		rows.add(row("first error of an application, 3 s after its start", this.cold, LINGER));
		return List.of(
				new Block.Text(
						"""
								### From the log call to the receipt

								Time from just before the log call until a local Slack had the whole request, over HTTP, with the \
								spool on disk. Nothing else goes on: the worker sleeps when the call comes. An error waits `batch.linger` \
								(1 s) for company, a critical one does not; the table shows what is beyond that. Twenty set-ups \
								of the starter in one JVM log in turn, after one of them has rehearsed an error, as every application \
								has it done half a second after its start; for the last row each application is a JVM of its own, \
								and two of them run at a time."""),
				new Block.Table(List.of("What is logged", "samples", "p50, ms", "p99, ms", "longest, ms"), rows));
	}

	private static List<String> row(String what, Samples samples, double linger) {
		return List.of(what, String.valueOf(samples.values().size()), beyond(samples.percentile(50) - linger),
				beyond(samples.percentile(99) - linger), beyond(samples.max() - linger));
	}

	private static String beyond(double millis) {
		return String.format(Locale.ROOT, "%.1f", millis);
	}

	Block.Goal goal() {
		Samples errors = this.warm.getOrDefault(Kind.FIRST, this.cold)
			.and(this.warm.getOrDefault(Kind.ERROR, new Samples(List.of())));
		double beyond = errors.percentile(99) - LINGER;
		double first = this.cold.max() - LINGER;
		return new Block.Goal("first error at the inbox within linger + 50 ms at p99",
				"linger + %.0f ms at p99 of %d".formatted(beyond, errors.values().size()), beyond <= GOAL,
				"the first error of an application, 3 s after its start: linger + %.0f ms at most, of %d"
					.formatted(first, this.cold.values().size()));
	}

}
