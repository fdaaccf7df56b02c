package io.github.slacklogging.it.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.slacklogging.it.EndedProbe;
import io.github.slacklogging.it.Patience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** OpenSearch answers, and does not want what it is sent. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class RefusalTests {

	private static final String USER = "orders";

	/** A second copy never comes, and meanwhile the request takes memory. */
	private static final String NEVER_DONE = "/_bulk?wait_for_active_shards=2&timeout=50s";

	private static final String LARGE = """
			{"index": {"_index": "other"}}
			{"text": "%s"}
			""".formatted("x".repeat(1_000)).repeat(60);

	private static SearchNode node;

	@BeforeAll
	static void startNode() {
		node = SearchNode.shared();
	}

	@Test
	void labelsThatDoNotFitAreSentAsText() {
		String index = "logs-labels-taken";
		node.put("/" + index, """
				{"mappings": {"properties": {"labels": {"type": "keyword"}}}}""").ok();
		try (ShippingScenario scenario = new ShippingScenario(index)) {
			ShippingRun run = scenario.start(node.uri());
			run.log(120);
			ShippingBooks books = run.settleWithoutLoss();
			assertThat(books.text("lastRejection")).isEqualTo("HTTP 400, mapper_parsing_exception at field labels");
			ShippedLines shipped = ShippedLines.in(node, index);
			shipped.assertOnceEach(120);
			assertThat(shipped.with("labels")).isZero();
			assertThat(shipped.documents().values())
				.allSatisfy((source) -> assertThat(source.path("labels_text").asString()).contains("\"number\":\""
						+ ShippedLines.numbers(List.of(source.path("message").asString())).get(0) + "\""));
			assertThat(scenario.fallbackLines()).isEmpty();
		}
	}

	@Test
	void documentsThatFitInNoFormGoToTheFallbackFileAndAreCounted() {
		String index = "logs-message-taken";
		node.put("/" + index, """
				{"mappings": {"properties": {"message": {"type": "integer"}}}}""").ok();
		try (ShippingScenario scenario = new ShippingScenario(index)) {
			ShippingRun run = scenario.start(node.uri());
			run.log(120);
			ShippingBooks books = run.settle();
			assertThat(books.dropped()).isEqualTo(Map.of("rejected", 120L));
			assertThat(books.indexed()).isZero();
			assertThat(books.text("lastRejection")).isEqualTo("HTTP 400, mapper_parsing_exception at field message");
			assertThat(books.problems()).containsExactly("Events for OpenSearch were lost in the last 5 minutes");
			EndedProbe end = run.end();
			assertThat(ShippingRun.dropped(end)).isEqualTo(Map.of("rejected", 120L));
			assertThat(ShippedLines.numbers(scenario.fallbackLines())).isEqualTo(ShippedLines.upTo(120));
			node.refresh();
			assertThat(node.count(index)).isZero();
		}
	}

	@Test
	void documentWhoseIdWasTakenIsNeverTakenForTheOtherOne() {
		String index = "logs-id-taken";
		try (ShippingScenario scenario = new ShippingScenario(index)) {
			ShippingRun run = scenario.start(node.uri());
			run.stopNumbering();
			run.log(10);
			ShippingBooks books = run.settle();
			assertThat(books.indexed()).isEqualTo(1);
			assertThat(books.dropped()).isEqualTo(Map.of("rejected", 9L));
			assertThat(books.text("lastRejection")).isEqualTo("the id was taken already (HTTP 409)");
			run.end();
			List<Long> rejected = ShippedLines.numbers(scenario.fallbackLines());
			ShippedLines shipped = ShippedLines.in(node, index);
			assertThat(shipped.documents()).hasSize(1);
			assertThat(rejected).hasSize(9).doesNotContainAnyElementsOf(shipped.numbers());
		}
	}

	@Test
	void requestThatIsTooLargeArrivesInPieces(@TempDir Path data) {
		try (SearchNode small = SearchNode.start(data, "http.max_content_length=64kb");
				ShippingScenario scenario = new ShippingScenario("logs-large")) {
			ShippingRun run = scenario.start(small.uri(), "--slack.logging.opensearch.bulk.linger=1s");
			run.logLong(1_000, 1_000);
			ShippingBooks books = run.settleWithoutLoss();
			// 500 KB, 250, 125 and less: what was learnt is not forgotten
			assertThat(books.answers(413)).as("%s", books).isBetween(2L, 6L);
			assertThat(books.problems()).isEmpty();
			ShippedLines.in(small, "logs-large").assertOnceEach(1_000);
		}
	}

	@Test
	void clusterThatIsBusyGetsEverythingLater(@TempDir Path data) {
		try (SearchNode busy = SearchNode.start(data, "indexing_pressure.memory.limit=70kb");
				ShippingScenario scenario = new ShippingScenario("logs-busy")) {
			ShippingRun run = scenario.start(busy.uri(), "--slack.logging.opensearch.bulk.max-events=50");
			run.log(1);
			run.settleWithoutLoss();
			CompletableFuture<SearchAnswer> held = CompletableFuture.supplyAsync(() -> busy.post(NEVER_DONE, LARGE));
			Patience.until("its memory is taken", () -> pressure(busy), (bytes) -> bytes > 60_000, () -> held);
			run.log(199);
			ShippingBooks refused = run.await("it was refused", (books) -> books.answers(429) > 1);
			assertThat(refused.dropped()).isEmpty();
			assertThat(refused.indexed()).isLessThan(200);
			assertThat(refused.text("circuit")).as("It is no failure").isEqualTo("closed");
			assertThat(refused.text("pausedBy")).isEmpty();
			assertThat(held).isNotDone();
			busy.delete("/other").ok();
			held.join();
			run.settleWithoutLoss();
			ShippedLines.in(busy, "logs-busy").assertOnceEach(200);
		}
	}

	private static long pressure(SearchNode node) {
		JsonNode nodes = node.get("/_nodes/stats/indexing_pressure").ok().json().path("nodes");
		return nodes.valueStream()
			.mapToLong((one) -> one.path("indexing_pressure")
				.path("memory")
				.path("current")
				.path("combined_coordinating_and_primary_in_bytes")
				.asLong())
			.sum();
	}

	@Test
	void blockedIndexGetsEverythingWhenTheBlockIsTakenAway() {
		String index = "logs-blocked";
		node.put("/" + index, """
				{"settings": {"index.blocks.write": true}}""").ok();
		try (ShippingScenario scenario = new ShippingScenario(index)) {
			ShippingRun run = scenario.start(node.uri());
			run.log(700);
			String reason = "HTTP 403, cluster_block_exception: FORBIDDEN/8/index write (api)";
			ShippingBooks paused = run.await("it pauses", (books) -> books.text("pausedBy").equals(reason));
			assertThat(paused.problems()).containsExactly("Shipping to OpenSearch pauses: " + reason);
			run.log(300);
			node.put("/" + index + "/_settings", """
					{"index.blocks.write": false}""").ok();
			ShippingBooks books = run.settleWithoutLoss();
			assertThat(books.text("pausedBy")).isEmpty();
			assertThat(books.problems()).isEmpty();
			ShippedLines.in(node, index).assertOnceEach(1_000);
		}
	}

	@Test
	void wrongPasswordPausesUntilItsFileIsReplaced() throws IOException {
		String wrong = "wr0ng-horse-battery";
		String right = "c0rrect-horse-battery";
		try (SecurityGate gate = SecurityGate.before(node);
				ShippingScenario scenario = new ShippingScenario("logs-secret")) {
			gate.allow(SecurityGate.basic(USER, right));
			ShippingRun run = scenario.start(gate.uri(), "--slack.logging.opensearch.username=" + USER,
					"--slack.logging.opensearch.password-file=" + scenario.writeSecret(wrong));
			run.log(200);
			String reason = "the credential is refused (HTTP 401)";
			ShippingBooks paused = run.await("it pauses", (books) -> books.text("pausedBy").equals(reason));
			assertThat(paused.problems()).containsExactly("Shipping to OpenSearch pauses: " + reason);
			assertThat(paused.indexed()).isZero();
			scenario.writeSecret(right);
			ShippingBooks books = run.settleWithoutLoss();
			assertThat(books.problems()).isEmpty();
			ShippedLines.in(node, "logs-secret").assertOnceEach(200);
			EndedProbe end = run.end();
			assertThat(end.err()).contains("OpenSearch takes nothing: " + reason);
			String written = end.out() + end.err() + paused + books + files(scenario.folder());
			assertThat(written).doesNotContain(wrong, SecurityGate.basic(USER, wrong));
			assertThat(written.split(right, -1)).as("It stands in its own file").hasSize(2);
			assertThat(written).doesNotContain(SecurityGate.basic(USER, right).substring("Basic ".length()));
		}
	}

	private static String files(Path folder) throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				text.append(file).append('\n').append(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		return text.toString();
	}

	@Test
	void labelsAreTextWhereNoTemplateMayBeMade() {
		String authorization = "ApiKey bm9ib2R5";
		try (SecurityGate gate = SecurityGate.before(node);
				ShippingScenario scenario = new ShippingScenario("logs-untyped")) {
			gate.allow(authorization);
			gate.denyTemplates();
			ShippingRun run = scenario.start(gate.uri(),
					"--slack.logging.opensearch.api-key-file=" + scenario.writeSecret("bm9ib2R5"));
			run.log(200);
			ShippingBooks books = run.settleWithoutLoss();
			String limitation = "the index template cannot be made (HTTP 403), so labels are sent as text";
			assertThat(books.text("limitation")).isEqualTo(limitation);
			assertThat(books.problems()).containsExactly("OpenSearch does not do everything: " + limitation);
			ShippedLines shipped = ShippedLines.in(node, "logs-untyped");
			shipped.assertOnceEach(200);
			assertThat(shipped.with("labels_text")).isEqualTo(200);
			assertThat(shipped.with("labels")).isZero();
		}
	}

}
