package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Figure;
import io.github.slacklogging.benchmark.worker.ComposingBenchmark.What;
import io.github.slacklogging.benchmark.worker.Speeds.Speed;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Messages masked and composed on one core.
 *
 * @param rows one for each sort of message
 */
record ComposingFigures(List<List<String>> rows) {

	static ComposingFigures measure(Effort effort) throws RunnerException {
		boolean full = effort == Effort.FULL;
		List<String> whats = full ? Arrays.stream(What.values()).map(What::name).toList() : List.of(What.SINGLE.name());
		List<List<String>> rows = new ArrayList<>();
		for (Shape shape : List.of(Shape.THROWABLE, Shape.DIRTY)) {
			for (Speed speed : new Speeds(effort).of(ComposingBenchmark.class, "composed", "what", whats, "shape",
					shape.name())) {
				rows.add(List.of(What.valueOf(speed.name()).words() + ", " + shape.words(),
						Figure.whole(speed.perSecond(), speed.error()), Figure.time(1e9 / speed.perSecond()),
						Figure.whole(speed.bytes() / 1024)));
			}
		}
		return new ComposingFigures(rows);
	}

	List<Block> blocks() {
		return List.of(new Block.Text("""
				### Composing

				What waits is masked by all rules that work by default and composed into the blocks of one message. \
				Slack takes one message a second, so this is never what a message waits for."""),
				new Block.Table(List.of("Message", "messages/s on one core", "a message", "KiB allocated"), this.rows));
	}

}
