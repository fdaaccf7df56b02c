package io.github.slacklogging.it.search;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.it.EndedProbe;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stop is in time whatever OpenSearch does. Nothing else runs meanwhile: its bound is
 * in wall time.
 */
@Tag("node")
@Isolated
class StopInTimeTests {

	private static final URI NOBODY = URI.create("http://127.0.0.1:1");

	private static final String PATIENT = "--slack.logging.opensearch.http.response-timeout=5m";

	private static final String STOPS = "--slack.logging.shutdown.timeout=2s";

	@Test
	void stopWhileOpenSearchHangsIsInTimeAndCountsWhatIsLost() {
		try (HangingCluster hanging = new HangingCluster()) {
			stopIsInTime(hanging.uri());
		}
	}

	@Test
	void stopWhileOpenSearchIsDownIsInTimeAndCountsWhatIsLost() {
		stopIsInTime(NOBODY);
	}

	private static void stopIsInTime(URI cluster) {
		try (ShippingScenario scenario = new ShippingScenario("logs-stopped")) {
			ShippingRun run = scenario.start(cluster, PATIENT, STOPS);
			run.log(3_000);
			run.await("all of it waits", (books) -> books.waiting() + books.buffered() == 3_000);
			assertStopsInTime(run, 3_000);
			assertThat(ShippedLines.numbers(scenario.fallbackLines())).isEqualTo(ShippedLines.upTo(3_000));
		}
	}

	@Test
	void stopWithDocumentsUnderWayIsInTimeAndCountsThemToo(@TempDir Path data) {
		try (SearchNode frozen = SearchNode.start(data);
				ShippingScenario scenario = new ShippingScenario("logs-frozen")) {
			ShippingRun run = scenario.start(frozen.uri(), PATIENT, STOPS);
			run.log(1_000);
			run.settleWithoutLoss();
			frozen.freeze();
			run.log(3_000);
			run.await("a request is under way, and the rest waits",
					(books) -> books.waiting() >= 500 && books.waiting() + books.buffered() == 3_000);
			assertStopsInTime(run, 3_000);
			List<Long> lost = ShippedLines.numbers(scenario.fallbackLines());
			assertThat(lost).isEqualTo(ShippedLines.upTo(4_000).subList(1_000, 4_000));
			frozen.thaw();
			// what was under way may be there as well
			List<Long> there = ShippedLines.in(frozen, "logs-frozen").numbers();
			assertThat(there).doesNotHaveDuplicates().containsAll(ShippedLines.upTo(1_000)).hasSizeLessThan(2_001);
		}
	}

	private static void assertStopsInTime(ShippingRun run, long lost) {
		long before = System.nanoTime();
		EndedProbe end = run.terminate();
		Duration took = Duration.ofNanos(System.nanoTime() - before);
		assertThat(ShippingRun.dropped(end)).as(end::toString).isEqualTo(Map.of("shutdown", lost));
		assertThat(took).as(end::toString).isLessThan(Duration.ofSeconds(3));
	}

}
