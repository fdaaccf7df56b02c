package io.github.slacklogging.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterCheckTests {

	private static final ClusterAnswer GREETING = answer(200, "{\"version\" : {\"number\" : \"2.19.1\"}}");

	private static final String TEMPLATE = "/_index_template/slack-logging-logs-orders-~";

	private static final String INDEX = "/logs-orders-2026.08.14/_settings/index.blocks.*?flat_settings=false";

	@Test
	void clusterThatIsWellTellsItsVersionAndWhatIsThere() {
		assertThat(told(Map.of("/", GREETING, TEMPLATE,
				answer(200, "{\"index_templates\":[{\"index_template\":{\"version\":1}}]}"), INDEX, answer(200, "{}"))))
			.isEqualTo("""
					OK cluster answers, version 2.19.1
					OK template slack-logging-logs-orders-~ is there
					OK index logs-orders-2026.08.14 is there and open""");
	}

	@Test
	void whatIsNotThereYetIsMadeLater() {
		assertThat(told(Map.of("/", GREETING, TEMPLATE, answer(404, ""), INDEX, answer(404, "")))).contains(
				"OK template slack-logging-logs-orders-~ is made before the first document",
				"OK index logs-orders-2026.08.14 is made with the first document");
	}

	@Test
	void credentialThatIsRefusedIsToldAndNothingElseIsAsked() {
		assertThat(told(Map.of("/", answer(401, "Unauthorized")))).isEqualTo("""
				FAILED credential the cluster refuses it (HTTP 401)
				SKIPPED template, index the cluster does not talk to us""");
	}

	@Test
	void clusterThatIsNotThereIsToldWithItsReason() {
		assertThat(told(Map.of())).contains("FAILED cluster none of its addresses answers: connection refused");
	}

	@Test
	void indexThatIsBlockedFails() {
		String blocked = "{\"logs\":{\"settings\":{\"index\":{\"blocks\":{\"read_only_allow_delete\":\"true\"}}}}}";
		assertThat(told(Map.of("/", GREETING, TEMPLATE, answer(404, ""), INDEX, answer(200, blocked))))
			.contains("FAILED index logs-orders-2026.08.14 is there and blocked against writing");
	}

	@Test
	void rightsThatAreMissingAreToldAndNoFailure() {
		assertThat(told(Map.of("/", answer(403, ""), TEMPLATE, answer(403, ""), INDEX, answer(403, "")))).contains(
				"OK cluster answers, and tells this user no version",
				"WARNING template the user may not look at index templates (HTTP 403)",
				"SKIPPED index whether logs-orders-2026.08.14 is open nobody tells (403)");
	}

	@Test
	void nodeIsAskedWithTheCredentialAndNothingIsWritten() {
		try (AnsweringNode node = AnsweringNode.start().answering(200, "{}")) {
			new ClusterCheck(settings(node.uri()),
					ClusterFixture.settings(ClusterFixture.LONG, null, node.uri()).http(),
					ClusterFixture.source("Basic XXX_test"), new ManualClock())
				.examine();
			assertThat(node.asked()).hasSize(3).allMatch((asked) -> asked.method().equals("GET"));
			assertThat(node.asked()).allMatch((asked) -> "Basic XXX_test".equals(asked.header("Authorization")));
		}
	}

	private static String told(Map<String, ClusterAnswer> answers) {
		URI uri = URI.create("http://localhost:9200");
		ClusterCheck check = new ClusterCheck(settings(uri),
				ClusterFixture.settings(ClusterFixture.SHORT, null, uri).http(), ClusterFixture.nobody(),
				new ManualClock());
		return check.examine(new Told(answers))
			.stream()
			.map((finding) -> finding.outcome() + " " + finding.check() + " " + finding.detail())
			.collect(Collectors.joining("\n"));
	}

	private static OpenSearchShipping.Settings settings(URI uri) {
		return new OpenSearchShipping.Settings(List.of(uri), "logs-orders-{yyyy.MM.dd}", false, true, 10, 1024,
				Duration.ZERO, new EventBuffer.Settings(16, 1024), Duration.ZERO, Duration.ZERO, Duration.ofMinutes(5));
	}

	private static ClusterAnswer answer(int status, String body) {
		return new ClusterAnswer.Answered(status, body, null);
	}

	/** Answers by path, and refuses the connection otherwise. */
	private record Told(Map<String, ClusterAnswer> answers) implements Cluster {

		@Override
		public CompletionStage<ClusterAnswer> send(ClusterRequest request) {
			return CompletableFuture.completedFuture(this.answers.getOrDefault(request.path(),
					new ClusterAnswer.Unreachable("connect", "connection refused")));
		}

		@Override
		public void close() {
		}

	}

}
