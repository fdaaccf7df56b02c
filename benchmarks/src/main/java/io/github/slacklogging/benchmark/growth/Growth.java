package io.github.slacklogging.benchmark.growth;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.Part;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Chapter;

/** How cost grows. */
public final class Growth implements Part {

	private static final List<Section> SECTIONS = List.of(new KindGrowth(), new SizeGrowth(), new ThreadGrowth(),
			new SpoolGrowth(), new ReplicaGrowth());

	private static final String INTRODUCTION = """
			One thing grows at a time, everything else has the starter's defaults. A straight line that rises means that the cost follows \
			what grows; where a line bends, the sentence below it says why. Costs of calls and of the worker are processor time, means of several runs with their 95 % intervals.""";

	@Override
	public String name() {
		return "growth";
	}

	@Override
	public Chapter measure(Effort effort) throws Exception {
		List<Block> blocks = new ArrayList<>(List.of(new Block.Text(INTRODUCTION)));
		List<Goal> goals = new ArrayList<>();
		for (Section section : SECTIONS) {
			long begun = System.nanoTime();
			Findings findings = section.measure(effort);
			blocks.addAll(findings.blocks());
			goals.addAll(findings.goals());
			System.out.printf("-- %s: %.1f s%n", section.name(), (System.nanoTime() - begun) / 1e9);
		}
		blocks.add(new Block.Goals(goals));
		return Chapter.ofNow(name(), "How cost grows", blocks);
	}

}
