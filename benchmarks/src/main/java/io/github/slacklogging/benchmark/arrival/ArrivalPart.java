package io.github.slacklogging.benchmark.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.slacklogging.benchmark.Part;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Chapter;
import io.github.slacklogging.benchmark.page.Figure;

/** What arrives at Slack, and what becomes of the rest. */
public final class ArrivalPart implements Part {

	private static final int AT_ONCE = 4;

	@Override
	public String name() {
		return "arrival";
	}

	@Override
	public Chapter measure(Effort effort) throws Exception {
		List<Outcome> outcomes = outcomes(Trial.all(effort));
		ArrivalTables tables = new ArrivalTables(outcomes);
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Block.Text(ArrivalProse.INTRODUCTION));
		for (int events : Trial.counts(effort)) {
			blocks.add(new Block.Text("### " + Figure.whole(events) + " errors"));
			blocks.add(tables.living(events));
		}
		blocks.add(new Block.Text("### A stop and a kill"));
		blocks.add(new Block.Text(ArrivalProse.ENDS));
		blocks.add(tables.ends());
		blocks.add(new ArrivalGoals(outcomes).block());
		blocks.add(new Block.Text(ArrivalProse.OTHERS));
		return Chapter.ofNow(name(), "What arrives", blocks);
	}

	private static List<Outcome> outcomes(List<List<Trial>> trials) throws Exception {
		Quiet quiet = new Quiet();
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Future<List<Outcome>>> running = trials.stream()
				.map((together) -> threads.submit(() -> TrialRun.of(together, quiet)))
				.toList();
			List<Outcome> outcomes = new ArrayList<>();
			for (Future<List<Outcome>> each : running) {
				outcomes.addAll(each.get());
			}
			return outcomes;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
