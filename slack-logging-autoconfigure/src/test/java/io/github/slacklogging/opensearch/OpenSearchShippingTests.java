package io.github.slacklogging.opensearch;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.Severity;
import io.github.slacklogging.opensearch.ClusterAnswer.Answered;
import io.github.slacklogging.opensearch.ClusterAnswer.Unclear;
import io.github.slacklogging.opensearch.ClusterAnswer.Unreachable;
import io.github.slacklogging.opensearch.ShippingHarness.Plan;
import io.github.slacklogging.worker.Round;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

class OpenSearchShippingTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@Test
	void eventWaitsForOthersOneLingerAndGoes() {
		ShippingHarness harness = new ShippingHarness().decorated().log(1);
		harness.pass(Duration.ofMillis(999));
		assertThat(harness.cluster.requests).isEmpty();
		harness.log(1);
		harness.pass(Duration.ofMillis(1));
		harness.run();
		assertThat(harness.cluster.requests).hasSize(1);
		assertThat(ScriptedCluster.ids(harness.cluster.requests.get(0))).hasSize(2);
		assertThat(harness.status().indexed()).isEqualTo(2);
	}

	@Test
	void errorWaitsShorterAndTakesAlongWhatWaits() {
		ShippingHarness harness = new ShippingHarness().decorated().log(1);
		harness.pass(Duration.ofMillis(100));
		harness.log(event().withSeverity(Severity.ERROR));
		harness.pass(Duration.ofMillis(199));
		assertThat(harness.cluster.requests).isEmpty();
		harness.pass(Duration.ofMillis(1));
		assertThat(harness.cluster.requests).hasSize(1);
		assertThat(harness.status().indexed()).isEqualTo(2);
	}

	@Test
	void fullRequestGoesAtOnceAndTheRestFollows() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated().log(25);
		harness.pass(Duration.ZERO);
		assertThat(harness.cluster.bulks()).extracting((request) -> ScriptedCluster.ids(request).size())
			.containsExactly(10, 10);
		harness.pass(SECOND);
		harness.run();
		assertThat(harness.status().indexed()).isEqualTo(25);
	}

	@Test
	void requestHoldsNoMoreBytesThanConfigured() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxBytes(1_000)).decorated().log(50);
		harness.pass(SECOND);
		harness.pass(SECOND);
		assertThat(harness.cluster.bulks()).hasSizeGreaterThan(3)
			.allSatisfy((request) -> assertThat(request.body().length).isLessThanOrEqualTo(1_000));
		assertThat(harness.status().indexed()).isEqualTo(50);
	}

	@Test
	void documentThatAloneIsLargerThanARequestGoesAlone() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxBytes(1_000)).decorated();
		harness.log(event().withMessage("x".repeat(5_000)));
		harness.log(1);
		harness.pass(SECOND);
		harness.pass(SECOND);
		assertThat(harness.cluster.bulks()).hasSize(2);
		assertThat(harness.status().indexed()).isEqualTo(2);
	}

	@Test
	void nothingLeavesBeforeTheApplicationsOwnPartsAreKnown() {
		ShippingHarness harness = new ShippingHarness().log(1);
		harness.pass(Duration.ofMillis(9_999));
		assertThat(harness.status().state()).isEqualTo(PipelineState.NEW);
		assertThat(harness.cluster.requests).isEmpty();
		harness.decorated();
		harness.pass(SECOND);
		harness.run();
		assertThat(harness.status().indexed()).isEqualTo(1);
	}

	@Test
	void afterTheHoldEventsLeaveWithoutTheirContext() {
		ShippingHarness harness = new ShippingHarness();
		harness.log(event().withMdc(Map.of("user", "ada")));
		harness.pass(Duration.ofSeconds(12));
		assertThat(harness.cluster.bulks()).hasSize(1);
		assertThat(ScriptedCluster.text(harness.cluster.bulks().get(0))).doesNotContain("ada");
	}

	@Test
	void outageKeepsWhatWasTakenAndGoesOnInOrder() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> new Unreachable("connect", "connection refused"));
		harness.log(3);
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status().delivery().circuit()).isEqualTo(CircuitState.OPEN);
		assertThat(harness.status().delivery().lastFailureReason()).contains("connection refused");
		assertThat(harness.status().waiting()).isEqualTo(3);
		assertThat(harness.cluster.requests.size()).isBetween(6, 12);
		harness.cluster.always(ScriptedCluster::takeAll);
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status().indexed()).isEqualTo(3);
		assertThat(harness.status().delivery().circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void longOutageTurnsAwayTheNewestAndCountsThem() {
		ShippingHarness harness = new ShippingHarness(new Plan().withCapacity(100).withMaxEvents(10)).decorated();
		harness.cluster.always((request) -> new Unreachable("connect", "connection refused"));
		for (int i = 0; i < 30; i++) {
			harness.log(10);
			harness.pass(SECOND);
		}
		assertThat(harness.status().dropped()).containsOnlyKeys(DropReason.QUEUE_FULL);
		assertThat(harness.log(event().withSeverity(Severity.ERROR))).as("ERROR keeps room").isTrue();
		harness.cluster.always(ScriptedCluster::takeAll);
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status().indexed() + harness.status().dropped().getOrDefault(DropReason.QUEUE_FULL, 0L))
			.isEqualTo(301);
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void conflictAfterAnUnclearAnswerMeansThatItIsThere() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(new Unclear("timeout", "no answer in time"))
			.next(ScriptedCluster.items((i) -> ScriptedCluster.failed(409, "version_conflict_engine_exception", "")));
		harness.log(2);
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.status().indexed()).isEqualTo(2);
		assertThat(harness.status().dropped()).isEmpty();
	}

	@Test
	void proxyThatSays503MayHavePassedTheRequestOn() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster.status(503))
			.next(ScriptedCluster.items((i) -> ScriptedCluster.failed(409, "version_conflict_engine_exception", "")));
		harness.log(2);
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.status().indexed()).isEqualTo(2);
		assertThat(harness.status().dropped()).isEmpty();
	}

	@Test
	void conflictOnAFirstAttemptIsAnErrorAndCounted() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster.items((i) -> (i == 0) ? ScriptedCluster.created()
				: ScriptedCluster.failed(409, "version_conflict_engine_exception", "")));
		harness.log(2);
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.status().indexed()).isEqualTo(1);
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.REJECTED, 1L));
		assertThat(harness.fallback).containsExactly("opensearch Order 1");
		assertThat(harness.status().delivery().lastRejection()).contains("409");
	}

	@Test
	void itemsOfABusyNodeAreSentAgainAfterAWaitAndOnlyThose() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster.items((i) -> (i == 1) ? ScriptedCluster.created()
				: ScriptedCluster.failed(429, "rejected_execution_exception", "")));
		harness.log(3);
		harness.pass(SECOND);
		harness.run();
		assertThat(harness.status().indexed()).isEqualTo(1);
		assertThat(harness.cluster.bulks()).hasSize(1);
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.cluster.bulks()).hasSize(2);
		assertThat(ScriptedCluster.ids(harness.cluster.bulks().get(1))).hasSize(2);
		assertThat(harness.status().indexed()).isEqualTo(3);
		assertThat(harness.status().delivery().circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void clusterThatAsksForTimeGetsIt() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(new Answered(429, "", Duration.ofSeconds(20)));
		harness.log(1);
		harness.pass(Duration.ofSeconds(20));
		assertThat(harness.cluster.requests).hasSize(1);
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.status().indexed()).isEqualTo(1);
	}

	@Test
	void documentThatDoesNotFitGoesOnceMoreWithItsFreeFieldsAsText() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster.items((i) -> ScriptedCluster.failed(400, "mapper_parsing_exception",
				"failed to parse field [labels] of type [keyword]")));
		harness.log(event().withMdc(Map.of("user", "ada")));
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.cluster.bulks()).hasSize(2);
		assertThat(ScriptedCluster.text(harness.cluster.bulks().get(0))).contains("\"labels\":{");
		assertThat(ScriptedCluster.text(harness.cluster.bulks().get(1))).contains("\"labels_text\":")
			.doesNotContain("\"labels\":{");
		assertThat(harness.status().indexed()).isEqualTo(1);
	}

	@Test
	void documentThatNeverFitsGoesToTheFallbackFileAndIsCounted() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always(ScriptedCluster
			.items((i) -> ScriptedCluster.failed(400, "mapper_parsing_exception", "failed to parse field [message]")));
		harness.log(1);
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.cluster.bulks()).hasSize(2);
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.REJECTED, 1L));
		assertThat(harness.fallback).containsExactly("opensearch Order 0");
		assertThat(harness.stderr).anyMatch((line) -> line.contains("rejected"));
	}

	@Test
	void blockedIndexPausesAndLosesNothing() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always(ScriptedCluster.items((i) -> ScriptedCluster.failed(403, "cluster_block_exception",
				"index [logs-orders] blocked by: [FORBIDDEN/8/index write (api)];")));
		harness.log(2);
		harness.pass(Duration.ofMinutes(3));
		assertThat(harness.status().delivery().pausedBy()).contains("403");
		assertThat(harness.status().waiting()).isEqualTo(2);
		assertThat(harness.cluster.bulks().size()).isBetween(5, 12);
		harness.cluster.always(ScriptedCluster::takeAll);
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status().indexed()).isEqualTo(2);
		assertThat(harness.status().delivery().pausedBy()).isNull();
	}

	@Test
	void refusedCredentialPausesAndLosesNothing() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> ScriptedCluster.status(401));
		harness.log(1);
		harness.pass(Duration.ofMinutes(3));
		assertThat(harness.status().delivery().pausedBy()).contains("401");
		assertThat(harness.status().waiting()).isEqualTo(1);
		harness.cluster.always(ScriptedCluster::takeAll);
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status().indexed()).isEqualTo(1);
	}

	@Test
	void requestThatIsTooLargeIsHalvedUntilItIsTaken() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> (request.body().length > 2_000) ? ScriptedCluster.status(413)
				: ScriptedCluster.takeAll(request));
		harness.log(100);
		harness.pass(Duration.ofSeconds(3));
		assertThat(harness.status().indexed()).isEqualTo(100);
		assertThat(harness.status().dropped()).isEmpty();
		long refusals = harness.requests.stream().filter("413"::equals).count();
		harness.log(100);
		harness.pass(Duration.ofSeconds(3));
		assertThat(harness.status().indexed()).isEqualTo(200);
		assertThat(harness.requests.stream().filter("413"::equals).count()).as("it has learned").isEqualTo(refusals);
	}

	@Test
	void singleDocumentThatIsTooLargeIsGivenUp() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> (request.body().length > 2_000) ? ScriptedCluster.status(413)
				: ScriptedCluster.takeAll(request));
		harness.log(event().withMessage("x".repeat(5_000)));
		harness.log(1);
		harness.pass(Duration.ofSeconds(3));
		assertThat(harness.status().indexed()).isEqualTo(1);
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.REJECTED, 1L));
	}

	@Test
	void badRequestIsNarrowedDownToTheDocumentThatIsToBlame() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> ScriptedCluster.text(request).contains("Order 37")
				? ScriptedCluster.status(400) : ScriptedCluster.takeAll(request));
		harness.log(100);
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.status().indexed()).isEqualTo(99);
		assertThat(harness.fallback).containsExactly("opensearch Order 37");
	}

	@Test
	void requestThatTakesTooMuchMemoryOfTheNodeIsHalved() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> (request.body().length > 2_000) ? ScriptedCluster.status(429)
				: ScriptedCluster.takeAll(request));
		harness.log(100);
		harness.pass(Duration.ofMinutes(5));
		assertThat(harness.status().indexed()).isEqualTo(100);
		assertThat(harness.status().delivery().circuit()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void requestThatIsBrokenOffAgainAndAgainIsHalved() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.always((request) -> (request.body().length > 2_000) ? new Unclear("lost", "connection lost")
				: ScriptedCluster.takeAll(request));
		harness.log(100);
		harness.pass(Duration.ofMinutes(5));
		assertThat(harness.status().indexed()).isEqualTo(100);
	}

	@Test
	void missingIndexThatMayNotBeMadePausesAndLosesNothing() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster
			.items((i) -> ScriptedCluster.failed(404, "index_not_found_exception", "no such index [logs-orders]")));
		harness.log(2);
		harness.pass(SECOND);
		assertThat(harness.status().delivery().pausedBy()).contains("404", "index_not_found_exception");
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.status().indexed()).isEqualTo(2);
	}

	@Test
	void garbageInPlaceOfAnAnswerIsAFailureAndNoLoss() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(ScriptedCluster.ok("<html>It works!</html>"))
			.next(ScriptedCluster.ok(""))
			.next(ScriptedCluster.ok("{\"errors\":true,\"items\":[]}"))
			.next(ScriptedCluster.status(302))
			.next(ScriptedCluster.status(404));
		harness.log(1);
		harness.pass(Duration.ofMinutes(3));
		assertThat(harness.status().indexed()).isEqualTo(1);
		assertThat(harness.dropped).isEmpty();
	}

	@Test
	void templateIsThereBeforeTheFirstDocument() {
		ShippingHarness harness = new ShippingHarness(new Plan().withTemplate()).decorated();
		harness.cluster.next(ScriptedCluster.status(404));
		harness.log(1);
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.cluster.requests).extracting(ClusterRequest::method).containsExactly("GET", "PUT", "POST");
		assertThat(harness.status().indexed()).isEqualTo(1);
	}

	@Test
	void withoutAnAnswerToTheTemplateNoDocumentIsSent() {
		ShippingHarness harness = new ShippingHarness(new Plan().withTemplate()).decorated();
		harness.cluster.always((request) -> new Unreachable("connect", "connection refused"));
		harness.log(1);
		harness.pass(Duration.ofMinutes(1));
		assertThat(harness.cluster.bulks()).isEmpty();
		harness.cluster.always(ScriptedCluster::takeAll);
		harness.cluster.next(ScriptedCluster.status(404));
		harness.pass(Duration.ofMinutes(2));
		assertThat(harness.status().indexed()).isEqualTo(1);
	}

	@Test
	void refusedTemplateSendsFreeFieldsAsTextAndIsAskedForAgain() {
		ShippingHarness harness = new ShippingHarness(new Plan().withTemplate()).decorated();
		harness.cluster.next(ScriptedCluster.status(403));
		harness.log(event().withMdc(Map.of("user", "ada")));
		harness.pass(Duration.ofSeconds(2));
		assertThat(ScriptedCluster.text(harness.cluster.bulks().get(0))).contains("labels_text");
		assertThat(harness.status().delivery().limitation()).contains("403");
		harness.cluster.next(ScriptedCluster.status(404));
		harness.pass(Duration.ofMinutes(10));
		harness.log(event().withMdc(Map.of("user", "ada")));
		harness.pass(Duration.ofSeconds(3));
		assertThat(harness.status().delivery().limitation()).isNull();
		harness.log(event().withMdc(Map.of("user", "ada")));
		harness.pass(Duration.ofSeconds(3));
		assertThat(ScriptedCluster.text(harness.cluster.bulks().get(harness.cluster.bulks().size() - 1)))
			.contains("\"labels\":{");
	}

	@Test
	void endShipsWhatWaitsAtOnce() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated().log(25);
		harness.shipping.askForEnd();
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.run()).isEqualTo(Round.DONE);
		assertThat(harness.status().indexed()).isEqualTo(25);
		assertThat(harness.status().state()).isEqualTo(PipelineState.STOPPED);
	}

	@Test
	void endInAnOutageCountsWhatWaitsAndWritesItToTheFallbackFile() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated();
		harness.cluster.always((request) -> new Unreachable("connect", "connection refused"));
		harness.log(25);
		harness.pass(Duration.ofMinutes(2));
		harness.shipping.askForEnd();
		harness.pass(Duration.ofSeconds(6));
		assertThat(harness.status().state()).isEqualTo(PipelineState.STOPPED);
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.SHUTDOWN, 25L));
		assertThat(harness.fallback).hasSize(25);
		assertThat(harness.log(event())).isFalse();
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.SHUTDOWN, 26L));
	}

	@Test
	void endWaitsForARequestThatIsOnItsWay() {
		ShippingHarness harness = new ShippingHarness().decorated().log(1);
		harness.cluster.hold();
		harness.pass(SECOND);
		harness.run();
		harness.shipping.askForEnd();
		harness.pass(Duration.ofSeconds(4));
		harness.cluster.release(ScriptedCluster.ok("{\"errors\":false}"));
		harness.pass(SECOND);
		assertThat(harness.status().indexed()).isEqualTo(1);
		assertThat(harness.status().state()).isEqualTo(PipelineState.STOPPED);
	}

	@Test
	void whatCanNoLongerBeSentIsWrittenDownWhileARequestIsStillOnItsWay() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated();
		harness.cluster.hold();
		harness.log(35);
		harness.pass(SECOND);
		harness.shipping.askForEnd();
		harness.pass(Duration.ofMillis(4_400));
		assertThat(harness.fallback).isEmpty();
		harness.pass(Duration.ofMillis(200));
		assertThat(harness.fallback).hasSize(15);
		assertThat(harness.status().state()).isEqualTo(PipelineState.DRAINING);
		harness.cluster.release(ScriptedCluster.ok("{\"errors\":false}"));
		harness.cluster.release(ScriptedCluster.ok("{\"errors\":false}"));
		harness.pass(SECOND);
		assertThat(harness.status().indexed()).isEqualTo(20);
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.SHUTDOWN, 15L));
		assertThat(harness.fallback).hasSize(15);
	}

	@Test
	void answerThatNeverComesDoesNotHoldUpTheEnd() {
		ShippingHarness harness = new ShippingHarness().decorated().log(1);
		harness.cluster.hold();
		harness.pass(SECOND);
		harness.run();
		harness.shipping.askForEnd();
		harness.pass(Duration.ofSeconds(6));
		assertThat(harness.status().state()).isEqualTo(PipelineState.STOPPED);
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.SHUTDOWN, 1L));
	}

	@Test
	void twoFullRequestsAreOnTheirWayAndTheNextOneIsMadeMeanwhileAndNoMore() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated();
		harness.cluster.hold();
		harness.log(100);
		harness.pass(SECOND);
		assertThat(harness.cluster.requests).hasSize(2);
		assertThat(harness.status().waiting()).isEqualTo(30);
		assertThat(harness.status().bufferSize()).isEqualTo(70);
		harness.cluster.release(ScriptedCluster.ok("{\"errors\":false}"));
		harness.pass(SECOND);
		assertThat(harness.cluster.requests).hasSize(3);
		assertThat(harness.status().indexed()).isEqualTo(10);
	}

	@Test
	void secondRequestDoesNotGoBeforeItIsFull() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated();
		harness.cluster.hold();
		harness.log(19);
		harness.pass(Duration.ofSeconds(5));
		assertThat(harness.cluster.requests).hasSize(1);
		harness.log(1);
		harness.pass(Duration.ZERO);
		assertThat(harness.cluster.requests).hasSize(2);
	}

	@Test
	void twoFailuresAtOnceKeepEverything() {
		ShippingHarness harness = new ShippingHarness(new Plan().withMaxEvents(10)).decorated();
		harness.cluster.hold();
		harness.log(40);
		harness.pass(SECOND);
		harness.cluster.release(new Unclear("lost", "connection lost"));
		harness.cluster.release(new Unreachable("connect", "connection refused"));
		harness.pass(Duration.ZERO);
		assertThat(harness.cluster.requests).hasSize(2);
		harness.cluster.proceed();
		harness.pass(Duration.ofMinutes(1));
		assertThat(harness.status().indexed()).isEqualTo(40);
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void eventOfOurselvesIsCountedAndNoTrouble() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.shipping.intake().dropped(DropReason.SELF, Severity.INFO);
		harness.pass(SECOND);
		assertThat(harness.dropped).containsExactly(Map.entry(DropReason.SELF, 1L));
		assertThat(harness.stderr).isEmpty();
	}

	@Test
	void requestsAreToldWithTheirStatus() {
		ShippingHarness harness = new ShippingHarness().decorated();
		harness.cluster.next(new Unclear("timeout", "no answer in time")).next(ScriptedCluster.status(503));
		harness.log(1);
		harness.pass(Duration.ofSeconds(10));
		assertThat(harness.requests).isEqualTo(List.of("timeout", "503", "200"));
	}

}
