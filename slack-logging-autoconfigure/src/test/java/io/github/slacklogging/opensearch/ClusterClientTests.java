package io.github.slacklogging.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Secret;
import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.SocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClusterClientTests {

	private static final ClusterAnswer OK = new ClusterAnswer.Answered(200, "{}", null);

	private static final ClusterRequest BULK = ClusterRequest
		.bulk("{\"create\":{}}\n{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));

	private final ClusterFixture fixture = new ClusterFixture();

	private final AnsweringNode node = AnsweringNode.start();

	private final AnsweringNode other = AnsweringNode.start();

	@AfterEach
	void close() {
		this.fixture.close();
		this.node.close();
		this.other.close();
	}

	@Test
	void bulkArrivesAsItWasGivenAndAsksOnlyForWhatIsRead() {
		assertThat(send(this.fixture.client(this.node.uri()), BULK)).isEqualTo(OK);
		AnsweringNode.Asked asked = this.node.asked().get(0);
		assertThat(asked.method()).isEqualTo("POST");
		assertThat(asked.uri())
			.isEqualTo("/_bulk?timeout=10s&filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason");
		assertThat(asked.header("Content-Type")).isEqualTo("application/x-ndjson");
		assertThat(asked.text()).isEqualTo("{\"create\":{}}\n{\"a\":1}\n");
		assertThat(asked.headers()).doesNotContainKeys("Authorization", "Content-encoding", "Upgrade",
				"Transfer-encoding");
	}

	@Test
	void otherMethodsReachTheirPaths() {
		ClusterClient client = this.fixture.client(this.node.uri());
		assertThat(
				send(client, ClusterRequest.put("/_index_template/logs", "{\"a\":1}".getBytes(StandardCharsets.UTF_8))))
			.isEqualTo(OK);
		assertThat(send(client, ClusterRequest.get("/"))).isEqualTo(OK);
		this.node.answering(404, "");
		assertThat(send(client, ClusterRequest.head("/logs"))).isEqualTo(new ClusterAnswer.Answered(404, "", null));
		assertThat(this.node.asked()).extracting((asked) -> asked.method() + " " + asked.uri() + " " + asked.text())
			.containsExactly("PUT /_index_template/logs {\"a\":1}", "GET / ", "HEAD /logs ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/prefix", "/prefix/" })
	void pathOfAnAddressIsKept(String prefix) {
		send(this.fixture.client(URI.create(this.node.uri() + prefix)), ClusterRequest.get("/_cluster/health"));
		assertThat(this.node.asked()).extracting(AnsweringNode.Asked::uri).containsExactly("/prefix/_cluster/health");
	}

	@Test
	void longBodiesAreCompressedAndShortOnesAreNot() {
		ClusterClient client = this.fixture.client(this.node.uri());
		send(client, ClusterRequest.bulk("x".repeat(1024).getBytes(StandardCharsets.UTF_8)));
		send(client, ClusterRequest.bulk("x".repeat(1025).getBytes(StandardCharsets.UTF_8)));
		AnsweringNode.Asked plain = this.node.asked().get(0);
		AnsweringNode.Asked zipped = this.node.asked().get(1);
		assertThat(plain.header("Content-Encoding")).isNull();
		assertThat(plain.body()).hasSize(1024);
		assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
		assertThat(zipped.body()).hasSizeLessThan(100);
		assertThat(zipped.header("Content-Length")).isEqualTo(Integer.toString(zipped.body().length));
		assertThat(zipped.text()).isEqualTo("x".repeat(1025));
	}

	@Test
	void deadAddressIsPassedOverInTheSameCallAndNotAskedAgain() {
		try (AnsweringNode dying = AnsweringNode.start()) {
			URI dead = dying.uri();
			dying.close();
			ClusterClient client = this.fixture.client(dead, this.node.uri(), this.other.uri());
			assertThat(send(client, BULK)).isEqualTo(OK);
			assertThat(send(client, BULK)).isEqualTo(OK);
			assertThat(this.node.asked()).hasSize(2);
			assertThat(this.other.asked()).isEmpty();
		}
	}

	@Test
	void addressThatWorkedLastComesFirstEvenIfAnEarlierOneIsBack() {
		ClusterClient client = this.fixture.client(this.node.uri(), this.other.uri());
		this.node.answering(503, "");
		send(client, BULK);
		this.node.answering(200, "{}");
		send(client, BULK);
		send(client, BULK);
		assertThat(this.node.asked()).hasSize(1);
		assertThat(this.other.asked()).hasSize(2);
	}

	@Test
	void allDeadIsUnreachableAfterEachWasAskedOnce() {
		ClusterClient client = this.fixture.client(URI.create("https://node.invalid"), ClusterFixture.nobodyThere());
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Unreachable("connect", "connection refused"));
		assertThat(send(this.fixture.client(URI.create("https://node.invalid")), BULK))
			.isEqualTo(new ClusterAnswer.Unreachable("unknown_host", "unknown host"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 503, 504 })
	void gatewayWithoutANodeIsToldAndTheNextCallBeginsElsewhere(int status) {
		ClusterClient client = this.fixture.client(this.node.uri(), this.other.uri());
		this.node.answering(status, "away");
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Answered(status, "away", null));
		assertThat(this.other.asked()).isEmpty();
		assertThat(send(client, BULK)).isEqualTo(OK);
		assertThat(this.other.asked()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 413, 429, 500 })
	void refusalIsToldAndTheAddressStaysTheFirst(int status) {
		ClusterClient client = this.fixture.client(this.node.uri(), this.other.uri());
		this.node.answering(status, "{\"error\":{}}");
		for (int i = 0; i < 2; i++) {
			assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Answered(status, "{\"error\":{}}", null));
		}
		assertThat(this.node.asked()).hasSize(2);
		assertThat(this.other.asked()).isEmpty();
	}

	@Test
	void answerTellsHowLongToWait() {
		this.node.answering(429, "", Map.of("Retry-After", "7"));
		assertThat(send(this.fixture.client(this.node.uri()), BULK))
			.isEqualTo(new ClusterAnswer.Answered(429, "", Duration.ofSeconds(7)));
	}

	@Test
	void redirectIsNotFollowed() {
		this.node.answering(307, "", Map.of("Location", this.other.uri() + "/_bulk"));
		assertThat(send(this.fixture.client(this.node.uri()), BULK))
			.isEqualTo(new ClusterAnswer.Answered(307, "", null));
		assertThat(this.other.asked()).isEmpty();
	}

	@Test
	void authorizationGoesAlongAndA401IsReported() {
		List<String> told = new ArrayList<>();
		String[] header = { "Basic b2xkOm9sZA==" };
		ClusterClient client = this.fixture.client(ClusterFixture.LONG, null, new AuthorizationSource() {

			@Override
			public Secret authorization() {
				return Secret.of(header[0]);
			}

			@Override
			public void refused() {
				told.add(header[0]);
				header[0] = "ApiKey bmV3";
			}

		}, this.node.uri());
		this.node.answering(401, "Unauthorized");
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Answered(401, "Unauthorized", null));
		assertThat(told).containsExactly("Basic b2xkOm9sZA==");
		this.node.answering(200, "{}");
		assertThat(send(client, BULK)).isEqualTo(OK);
		assertThat(told).hasSize(1);
		assertThat(this.node.asked()).extracting((asked) -> asked.header("Authorization"))
			.containsExactly("Basic b2xkOm9sZA==", "ApiKey bmV3");
	}

	@Test
	void connectionThatDiedWhileIdleIsNoUnclearAnswer() {
		Tick[] now = { new Tick(Instant.EPOCH, 0) };
		boolean[] dead = { false };
		try (SocketServer server = SocketServer.start((number, request) -> (number == 1 && dead[0])
				? SocketServer.SILENCE : SocketServer.answer("200 OK", "{}"))) {
			ClusterClient client = this.fixture.client(
					ClusterFixture.settings(Duration.ofSeconds(6), null,
							URI.create("http://localhost:" + server.port() + "/prefix")),
					ClusterFixture.source("Basic c2VzYW1l"), () -> now[0]);
			assertThat(send(client, BULK)).isEqualTo(OK);
			dead[0] = true;
			now[0] = now[0].plus(Duration.ofSeconds(61));
			assertThat(send(client, BULK)).isEqualTo(OK);
			assertThat(server.requests().stream().filter((request) -> request.contains("POST"))).hasSize(2);
			assertThat(server.requests().stream().filter((request) -> !request.contains("POST")))
				.allMatch((request) -> request.endsWith(" GET / HTTP/1.1"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Basic a\r\nX-Injected: 1", "Basic \u00e9" })
	void malformedAuthorizationIsNeverSent(String header) {
		ClusterClient client = this.fixture.client(ClusterFixture.LONG, null, ClusterFixture.source(header),
				this.node.uri());
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Unreachable("none", "malformed credential"));
		assertThat(this.node.asked()).isEmpty();
	}

	@Test
	void authorizationThatThrowsIsAnAnswerToo() {
		AuthorizationSource broken = new AuthorizationSource() {

			@Override
			public Secret authorization() {
				throw new IllegalStateException("vault is sealed");
			}

			@Override
			public void refused() {
				throw new IllegalStateException("vault is sealed");
			}

		};
		assertThat(send(this.fixture.client(ClusterFixture.LONG, null, broken, this.node.uri()), BULK))
			.isEqualTo(new ClusterAnswer.Unreachable("none", "credential unavailable"));
		assertThat(this.node.asked()).isEmpty();
	}

	@Test
	void malformedPathIsAnAnswerToo() {
		assertThat(send(this.fixture.client(this.node.uri()), ClusterRequest.get("/a b")))
			.isEqualTo(new ClusterAnswer.Unreachable("failed", "request failed"));
	}

	@Test
	void largeAnswerIsReadAndALargerOneIsUnclear() {
		String large = "x".repeat(4 * 1024 * 1024);
		ClusterClient client = this.fixture.client(this.node.uri(), this.other.uri());
		this.node.answering(200, large);
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Answered(200, large, null));
		this.node.answering(400, large + "x");
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Answered(400, large, null));
		this.node.answering(200, large + "x");
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Unclear("200", "answer too long"));
		send(client, BULK);
		assertThat(this.other.asked()).hasSize(1);
	}

	@Test
	void afterTheEndNothingIsSent() {
		ClusterClient client = this.fixture.client(this.node.uri(), this.other.uri());
		client.close();
		client.close();
		assertThat(send(client, BULK)).isEqualTo(new ClusterAnswer.Unreachable("closed", "sender closed"));
		assertThat(this.node.asked()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://node", "node:9200", "/node", "http://user:secret_test@node", "http://node?a=b",
			"http://node#a", "http:///path" })
	void addressesMustBePlainUrls(String uri) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClusterFixture.settings(ClusterFixture.LONG, null, URI.create(uri)))
			.withMessageStartingWith("slack.logging.opensearch.uris must be")
			.withMessageNotContaining("secret_test");
	}

	@Test
	void thereMustBeAnAddress() {
		assertThatIllegalArgumentException().isThrownBy(() -> ClusterFixture.settings(ClusterFixture.LONG, null));
	}

	@Test
	void badTimeoutNamesItsProperty() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ClusterFixture.settings(Duration.ZERO, null, this.node.uri()))
			.withMessage("slack.logging.opensearch.http.response-timeout must be positive and at most 1h");
	}

	private static ClusterAnswer send(ClusterClient client, ClusterRequest request) {
		return ClusterFixture.send(client, request);
	}

}
