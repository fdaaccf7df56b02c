package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Figure;
import io.github.slacklogging.benchmark.worker.Storms.Storm;

/**
 * A storm.
 *
 * @param events in it
 * @param logged as fast as four threads log
 * @param fed as fast as the worker takes it
 * @param bareHeap what the bare application needs, in megabytes
 * @param heap what it needs with the starter, in megabytes
 * @param heapEvents events in the storm that it has to survive
 * @param heapStep how exactly that is known, in megabytes
 */
record StormFigures(int events, Storm logged, Storm fed, int bareHeap, int heap, int heapEvents, int heapStep) {

	private static final int GOAL = 32;

	static StormFigures measure(Effort effort) throws Exception {
		boolean full = effort == Effort.FULL;
		int events = full ? 1_000_000 : 200_000;
		Storms storms = new Storms(events);
		Storm logged = storms.logged();
		Storm fed = storms.fed(Shape.PLAIN);
		int heapEvents = full ? 1_000_000 : 20_000;
		int step = full ? 2 : 16;
		SmallestHeap search = new SmallestHeap(heapEvents, step);
		int bare = search.bare();
		return new StormFigures(events, logged, fed, bare, search.withStarter(bare), heapEvents, step);
	}

	List<Block> blocks() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(row("logged by 4 threads that wait for nothing", this.logged));
		rows.add(row("fed by 1 thread that waits for room", this.fed));
		return List.of(
				new Block.Text(
						"""
								### A storm

								%s events of %s kinds, from the first call until nothing was left in the buffer, in a JVM that \
								has not folded much before. The first row is the whole way from Logback to a local Slack, with the \
								spool; there the buffer decides what is dropped, and says so. The second row is what the \
								worker takes if nothing may be lost."""
							.formatted(Figure.whole(this.events), Figure.whole(Storms.KINDS))),
				new Block.Table(List.of("Storm", "calls took", "drained after", "folded", "dropped", "folded/s"), rows),
				new Block.Text(
						"""
								The smallest `-Xmx` with which a small application (no web server, no actuator, serial \
								collector, %s errors of %s kinds by two threads, a quarter of them with a throwable) survives the \
								storm: no `OutOfMemoryError`, books that balance, and a message that Slack has. Found in steps of \
								%d MB: %d MB without the starter, **%d MB** with it."""
							.formatted(Figure.whole(this.heapEvents), Figure.whole(Storms.KINDS), this.heapStep,
									this.bareHeap, this.heap)));
	}

	private static List<String> row(String how, Storm storm) {
		return List.of(how, Figure.time(storm.calledNanos()), Figure.time(storm.drainedNanos()),
				Figure.whole(storm.events() - storm.dropped()), Figure.whole(storm.dropped()),
				Figure.whole(storm.perSecond()));
	}

	Block.Goal goal() {
		int more = this.heap - this.bareHeap;
		return new Block.Goal("a storm of 1,000,000 events of 1,000 kinds survived with 32 MB more heap than without",
				more + " MB more", more <= GOAL,
				(more <= GOAL) ? "of a storm of " + Figure.whole(this.heapEvents) + " events" : (more - GOAL)
						+ " MB too much: the buffer may hold 16 MB of events, and each kind two examples");
	}

}
