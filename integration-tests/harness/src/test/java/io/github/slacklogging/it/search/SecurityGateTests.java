package io.github.slacklogging.it.search;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("node")
@ResourceLock(SearchNode.ONE_AT_A_TIME)
class SecurityGateTests {

	private static final String DOCUMENT = "{\"create\":{\"_index\":\"logs\",\"_id\":\"a\"}}\n{}\n";

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void onlyWhoIsAllowedReachesTheNode() throws Exception {
		String authorization = SecurityGate.basic("orders", "correct horse");
		SearchNode node = SearchNode.shared();
		try (SecurityGate gate = SecurityGate.before(node)) {
			HttpResponse<String> stranger = bulk(gate, authorization);
			assertThat(stranger.statusCode()).isEqualTo(401);
			assertThat(stranger.body()).isEqualTo("Unauthorized");
			assertThat(stranger.headers().firstValue("WWW-Authenticate"))
				.hasValue("Basic realm=\"OpenSearch Security\"");
			gate.deny(authorization);
			HttpResponse<String> denied = bulk(gate, authorization);
			assertThat(denied.statusCode()).isEqualTo(403);
			assertThat(denied.body()).contains("\"type\":\"security_exception\"");
			assertThat(node.count("logs")).isZero();
			gate.allow(authorization);
			assertThat(bulk(gate, authorization).body()).contains("\"status\":201");
			node.refresh();
			assertThat(node.count("logs")).isEqualTo(1);
			assertThat(bulk(gate, SecurityGate.basic("orders", "wrong")).statusCode()).isEqualTo(401);
			gate.forget(authorization);
			assertThat(bulk(gate, authorization).statusCode()).isEqualTo(401);
			gate.allow("ApiKey bm9ib2R5");
			assertThat(bulk(gate, "ApiKey bm9ib2R5").body()).contains("\"status\":409");
			assertThat(gate.refused()).isEqualTo(4);
			assertThat(gate.passed()).isEqualTo(2);
		}
	}

	private HttpResponse<String> bulk(SecurityGate gate, String authorization) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(gate.uri() + "/_bulk?timeout=10s"))
			.header("Content-Type", "application/x-ndjson")
			.header("Authorization", authorization)
			.POST(BodyPublishers.ofString(DOCUMENT))
			.build();
		return this.client.send(request, BodyHandlers.ofString());
	}

}
