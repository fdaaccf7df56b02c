package io.github.slacklogging.opensearch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Severity;
import io.github.slacklogging.opensearch.ShippingHarness.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of documents where a cluster, or the JVM, behaves as nobody should. */
class ShippingFaultTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@Test
	void requestThatCannotEvenBeMadeIsTriedAgain() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next((request) -> {
			throw new NoClassDefFoundError("a test");
		});
		harness.log(3);
		harness.pass(SECOND);
		assertThat(harness.status().waiting()).isEqualTo(3);
		harness.pass(Duration.ofSeconds(3));
		assertThat(harness.status().indexed()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 103, 202, 204, 408 })
	void conflictAfterAnAnswerThatSaysNothingMeansThatItIsThere(int status) {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster.status(status))
			.next(ScriptedCluster
				.items((i) -> ScriptedCluster.failed(409, "version_conflict_engine_exception", "exists")));
		harness.log(1);
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.dropped).isEmpty();
		assertThat(harness.status().indexed()).isEqualTo(1);
	}

	@Test
	void clusterThatTakesMostOfEachRequestIsNotLeftAloneEverLonger() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated();
		harness.cluster.always(ScriptedCluster.items((i) -> (i < 9) ? ScriptedCluster.created()
				: ScriptedCluster.failed(429, "rejected_execution_exception", "")));
		harness.log(300);
		harness.pass(Duration.ofMinutes(1));
		assertThat(harness.status().indexed()).isGreaterThan(290);
	}

	@Test
	void missingShardsAreAFailureThatIsTold() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always(ScriptedCluster
			.items((i) -> ScriptedCluster.failed(503, "unavailable_shards_exception", "primary shard is not active")));
		harness.log(2);
		harness.pass(Duration.ofMinutes(5));
		assertThat(harness.status().waiting()).isEqualTo(2);
		assertThat(harness.status().delivery().circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(harness.status().delivery().lastFailureReason()).contains("503", "unavailable_shards_exception");
		harness.cluster.always(ScriptedCluster::takeAll);
		harness.pass(Duration.ofMinutes(1));
		assertThat(harness.status().indexed()).isEqualTo(2);
	}

	@Test
	void noMoreIsMadeIntoDocumentsThanFitsIntoARequestWhileOneIsOnItsWay() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxBytes(20_000)).decorated();
		harness.cluster.hold();
		for (int i = 0; i < 60; i++) {
			harness.log(event().withSeverity(Severity.INFO).withMessage("x".repeat(15_000)));
		}
		harness.pass(SECOND);
		assertThat(harness.status().waiting()).isLessThanOrEqualTo(4);
		assertThat(harness.status().bufferSize()).isGreaterThanOrEqualTo(56);
	}

	@Test
	void addressThatCallsEveryRequestBadLosesLittle() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> new ClusterAnswer.Answered(400,
				"<html>The plain HTTP request was sent to HTTPS port</html>", null));
		harness.log(500);
		harness.pass(Duration.ofMinutes(10));
		assertThat(harness.dropped.getOrDefault(DropReason.REJECTED, 0L)).isLessThan(30);
		assertThat(harness.status().delivery().circuit()).isNotEqualTo(CircuitState.CLOSED);
	}

	@Test
	void documentsThatComeBackGoAtOnceThoughOthersHaveJustCome() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.hold();
		harness.log(1);
		harness.pass(SECOND);
		harness.clock.advance(Duration.ofMillis(1500));
		harness.log(1);
		harness.run();
		harness.cluster.release(ScriptedCluster.ok("{\"errors\":true,\"items\":[{\"create\":"
				+ ScriptedCluster.failed(400, "mapper_parsing_exception", "failed to parse") + "}]}"));
		harness.pass(Duration.ZERO);
		assertThat(harness.cluster.bulks()).hasSize(2);
	}

	@Test
	void pauseIsOverWhenTheClusterIsMerelyBusy() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster.items((i) -> ScriptedCluster.failed(403, "cluster_block_exception",
				"index [logs-orders] blocked by: [FORBIDDEN/8/index write (api)];")));
		harness.cluster.always((request) -> ScriptedCluster.status(429));
		harness.log(1);
		harness.pass(SECOND);
		assertThat(harness.status().delivery().pausedBy()).isNotNull();
		harness.pass(Duration.ofSeconds(10));
		assertThat(harness.status().delivery().pausedBy()).isNull();
	}

	@Test
	void endCountsEachEventWhateverAMaskerThrows() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(1)).decorated();
		harness.cluster.always((request) -> ScriptedCluster.status(401));
		harness.log(5);
		harness.pass(SECOND);
		harness.shipping.decorate(new OpenSearchShipping.Decoration((event) -> {
			throw new StackOverflowError();
		}, (event, now) -> Fingerprint.of(List.of("a"))));
		harness.shipping.askForEnd();
		harness.pass(Duration.ofSeconds(6));
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.SHUTDOWN, 5L));
	}

}
