package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.Part;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Chapter;

/** What the worker can take, and what it costs while there is nothing to do. */
public final class WorkerPart implements Part {

	@Override
	public String name() {
		return "worker";
	}

	@Override
	public Chapter measure(Effort effort) throws Exception {
		say("an idle application");
		IdleFigures idle = IdleFigures.measure(effort);
		say("from the log call to the receipt");
		ReceiptFigures receipts = ReceiptFigures.measure(effort);
		say("folding");
		FoldingFigures folding = FoldingFigures.measure(effort);
		say("composing");
		ComposingFigures composing = ComposingFigures.measure(effort);
		say("a storm");
		StormFigures storm = StormFigures.measure(effort);
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Block.Text(
				"""
						Whatever threads log is taken out of one buffer and counted by one thread, the worker, which also \
						composes the messages. This chapter measures how much that thread can take, how long an error is on its \
						way when there is nothing else, what a storm needs, and what the starter does while nothing is \
						logged. More is better in tables of events a second, less in all others."""));
		blocks.addAll(folding.blocks());
		blocks.addAll(composing.blocks());
		blocks.addAll(receipts.blocks());
		blocks.addAll(storm.blocks());
		blocks.addAll(idle.blocks());
		blocks.add(new Block.Goals(List.of(folding.goal(), receipts.goal(), storm.goal(), idle.goal())));
		return Chapter.ofNow(name(), "What the worker can take", blocks);
	}

	private static void say(String what) {
		System.out.println("-- " + what);
	}

}
