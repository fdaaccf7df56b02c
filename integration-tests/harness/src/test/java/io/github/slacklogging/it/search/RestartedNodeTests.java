package io.github.slacklogging.it.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.slacklogging.it.Patience;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A node is killed in the middle of what is shipped to it, and comes back. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class RestartedNodeTests {

	private static final String INDEX = "logs-restarted";

	private static final int ERROR_EVERY = 100;

	/** So that the stream goes on for seconds. */
	private static final int PAUSES = 1_500;

	private static final Duration PAUSE = Duration.ofMillis(4);

	@TempDir
	private Path data;

	@ParameterizedTest
	@CsvSource({ "10000, 500", "2000, 10" })
	void everyEventArrivesOnceThroughANodeThatIsKilledInBetween(int lines, int atOnce) {
		try (SearchNode node = SearchNode.start(this.data); ShippingScenario scenario = new ShippingScenario(INDEX)) {
			ShippingRun run = scenario.start(node.uri(), "--slack.logging.opensearch.bulk.max-events=" + atOnce);
			CompletableFuture<Void> stream = CompletableFuture
				.runAsync(() -> run.log(lines, ERROR_EVERY, PAUSE, lines / PAUSES));
			long there = Patience.until("some of them are there", () -> countNow(node), (count) -> count >= lines / 10,
					() -> run);
			node.kill();
			assertThat(there).as("Documents that were there before the node was killed").isLessThan(lines);
			node.restart();
			stream.join();
			ShippingBooks books = run.settleWithoutLoss();
			assertThat(books.text("lastFailureReason")).isNotEmpty();
			ShippedLines shipped = ShippedLines.in(node, INDEX);
			shipped.assertOnceEach(lines);
			assertThat(shipped.with("error.type")).isEqualTo(lines / ERROR_EVERY);
			assertThat(run.end().exitCode()).isZero();
		}
	}

	private static long countNow(SearchNode node) {
		node.refresh();
		return node.count(INDEX);
	}

}
