package io.github.slacklogging.it.search;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.slacklogging.it.Patience;
import io.github.slacklogging.it.node.NodeProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The node of the tests is a real one, and it can be brought to each answer that the
 * tests need.
 */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class SearchNodeTests {

	private static final int BEYOND_ONE_SEARCH = 10_001;

	@TempDir
	private static Path shared;

	private static SearchNode node;

	@TempDir
	private Path folder;

	@BeforeAll
	static void startNode() {
		node = SearchNode.start(shared);
	}

	@AfterAll
	static void killNode() {
		node.close();
	}

	@Test
	void killedNodeComesBackOnItsPortWithItsDocuments() {
		URI uri = node.uri();
		node.post("/_bulk", create("killed", IntStream.range(0, BEYOND_ONE_SEARCH).mapToObj((i) -> "id-" + i).toList()))
			.ok();
		node.kill();
		assertThat(listens(uri.getPort())).isFalse();
		node.restart();
		assertThat(node.uri()).isEqualTo(uri);
		node.refresh();
		assertThat(node.count("killed")).isEqualTo(BEYOND_ONE_SEARCH);
		assertThat(node.documents("killed")).hasSize(BEYOND_ONE_SEARCH)
			.hasEntrySatisfying("id-4711", (source) -> assertThat(source.path("n").asInt()).isEqualTo(4711));
	}

	@Test
	void nodeEndsInOrderWithItsStandardInput() {
		NodeProcess process = NodeProcess.start(0, this.folder, List.of());
		assertThat(process.endInput()).isZero();
	}

	@Test
	void nodeEndsWithTheProcessThatStartedIt() throws Exception {
		List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
		shell.addAll(NodeProcess.command(0, this.folder, List.of("--without-input")));
		Process parent = new ProcessBuilder(shell).redirectError(Redirect.DISCARD).start();
		int port = Integer.parseInt(parent.inputReader().readLine().substring("READY ".length()));
		assertThat(listens(port)).isTrue();
		parent.destroyForcibly();
		Patience.until("the node has ended", () -> listens(port), (listening) -> !listening, () -> shell);
	}

	@Test
	void nodeThatCannotStartEnds() {
		int taken = node.uri().getPort();
		assertThatIllegalStateException().isThrownBy(() -> SearchNode.start(taken, this.folder))
			.withMessageContaining("BindHttpException");
	}

	@Test
	void documentsThatWereThereBeforeAreConflicts() {
		node.post("/_bulk", create("conflict", List.of("a"))).ok();
		SearchAnswer answer = node.post("/_bulk", create("conflict", List.of("a", "b"))).ok();
		assertThat(statuses(answer)).containsExactly(409, 201);
		assertThat(answer.json().path("errors").asBoolean()).isTrue();
	}

	@Test
	void valueThatDoesNotFitTheMappingIsABadItem() {
		node.put("/mapping", """
				{"mappings": {"properties": {"n": {"type": "ip"}, "m": {"properties": {"o": {"type": "text"}}}}}}""")
			.ok();
		SearchAnswer answer = node.post("/_bulk", create("mapping", List.of("a"))).ok();
		assertThat(statuses(answer)).containsExactly(400);
		assertThat(errorType(answer)).isEqualTo("mapper_parsing_exception");
		assertThat(node.fieldCount("mapping")).as("n, m and m.o").isEqualTo(3);
	}

	@Test
	void blockedIndexIsAForbiddenItem() {
		node.put("/blocked", """
				{"settings": {"index.blocks.write": true}}""").ok();
		SearchAnswer answer = node.post("/_bulk", create("blocked", List.of("a"))).ok();
		assertThat(statuses(answer)).containsExactly(403);
		assertThat(errorType(answer)).isEqualTo("cluster_block_exception");
		node.put("/blocked/_settings", """
				{"index.blocks.write": false}""").ok();
		assertThat(statuses(node.post("/_bulk", create("blocked", List.of("a"))))).containsExactly(201);
	}

	@Test
	void nodeRefusesWhatIsTooLargeWithoutABodyAndWhatIsTooMuchAsAWhole() {
		try (SearchNode small = SearchNode.start(this.folder, "http.max_content_length=64kb",
				"indexing_pressure.memory.limit=20kb")) {
			assertThat(small.post("/_bulk", " ".repeat(65_537))).isEqualTo(new SearchAnswer(413, ""));
			SearchAnswer pressed = small.post("/_bulk",
					create("logs", IntStream.range(0, 500).mapToObj((i) -> "id-" + i).toList()));
			assertThat(pressed.status()).isEqualTo(429);
			assertThat(pressed.json().path("error").path("type").asString()).isEqualTo("rejected_execution_exception");
			assertThat(statuses(small.post("/_bulk", create("logs", List.of("a"))))).containsExactly(201);
		}
	}

	@Test
	void indexThatIsNotThereHasNoDocuments() {
		assertThat(node.count("nowhere")).isZero();
		assertThat(node.documents("nowhere")).isEmpty();
	}

	@Test
	void indexThatCannotBeSearchedYetIsSearchedOnceItCan() {
		node.put("/late?wait_for_active_shards=0", """
				{"settings": {"index.routing.allocation.require._name": "nobody", "index.number_of_replicas": 0}}""")
			.ok();
		assertThat(node.get("/late/_search").status()).isEqualTo(503);
		CompletableFuture<Long> count = CompletableFuture.supplyAsync(() -> node.count("late"));
		CompletableFuture<Integer> documents = CompletableFuture.supplyAsync(() -> node.documents("late*").size());
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> count.get(500, TimeUnit.MILLISECONDS));
		assertThat(documents).isNotDone();
		node.put("/late/_settings", """
				{"index.routing.allocation.require._name": null}""").ok();
		assertThat(count.join()).isZero();
		assertThat(documents.join()).isZero();
	}

	private static boolean listens(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String create(String index, List<String> ids) {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			lines
				.add("{\"create\":{\"_index\":\"" + index + "\",\"_id\":\"" + ids.get(i) + "\"}}\n{\"n\":" + i + "}\n");
		}
		return String.join("", lines);
	}

	private static List<Integer> statuses(SearchAnswer answer) {
		return answer.json()
			.path("items")
			.valueStream()
			.map((item) -> item.path("create").path("status").asInt())
			.toList();
	}

	private static String errorType(SearchAnswer answer) {
		Set<String> types = answer.json()
			.path("items")
			.valueStream()
			.map((item) -> item.path("create").path("error").path("type"))
			.map(JsonNode::asString)
			.collect(Collectors.toSet());
		assertThat(types).hasSize(1);
		return types.iterator().next();
	}

}
