package io.github.slacklogging.opensearch;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletionStage;

import javax.net.ssl.SSLContext;

import io.github.slacklogging.testing.RawServer;
import io.github.slacklogging.testing.SelfSignedCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client says when a node breaks off, and where it asks next. */
class ClusterFaultTests {

	private static final ClusterAnswer OK = new ClusterAnswer.Answered(200, "{}", null);

	private static final ClusterAnswer LOST = new ClusterAnswer.Unclear("lost", "connection lost");

	private static final ClusterRequest BULK = ClusterRequest
		.bulk("{\"create\":{}}\n{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));

	private final ClusterFixture fixture = new ClusterFixture();

	private final AnsweringNode healthy = AnsweringNode.start();

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.fixture.close();
		this.healthy.close();
	}

	@Test
	void nodeThatHangsAfterTheBodyIsUnclearAtTheDeadlineAndTheNextCallBeginsElsewhere() {
		try (RawServer hanging = RawServer.start((socket, in) -> RawServer.readAll(in))) {
			ClusterClient client = impatient(hanging.uri("http"), this.healthy.uri());
			assertThat(send(client)).isEqualTo(new ClusterAnswer.Unclear("timeout", "no answer in time"));
			assertThat(this.healthy.asked()).isEmpty();
			assertThat(send(client)).isEqualTo(OK);
			assertThat(hanging.connections()).isEqualTo(1);
		}
	}

	@Test
	void questionWithoutABodyIsAskedElsewhereWhenANodeHangs() {
		try (RawServer hanging = RawServer.start((socket, in) -> RawServer.readAll(in))) {
			assertThat(ClusterFixture.send(impatient(hanging.uri("http"), this.healthy.uri()), ClusterRequest.get("/")))
				.isEqualTo(OK);
		}
	}

	@Test
	void connectionResetAfterTheBodyIsUnclear() {
		assertUnclear((socket, in) -> {
			RawServer.readAll(in);
			RawServer.reset(socket);
		});
	}

	@Test
	void connectionClosedAfterTheBodyIsUnclear() {
		assertUnclear((socket, in) -> {
			RawServer.readAll(in);
			socket.close();
		});
	}

	@Test
	void connectionResetWhileTheBodyIsOnItsWayIsUnclear() {
		assertUnclear((socket, in) -> {
			RawServer.readHead(in);
			RawServer.reset(socket);
		});
	}

	@Test
	void answerThatIsCutIsUnclear() {
		assertUnclear((socket, in) -> {
			RawServer.readAll(in);
			RawServer.answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
			socket.close();
		});
	}

	@Test
	void garbageIsUnclear() {
		assertUnclear((socket, in) -> {
			RawServer.readAll(in);
			RawServer.answer(socket, "\u0000\u0001 SSH-2.0 \r\n\r\n");
			socket.close();
		});
	}

	private void assertUnclear(RawServer.Conversation conversation) {
		try (RawServer broken = RawServer.start(conversation)) {
			ClusterClient client = client(broken.uri("http"), this.healthy.uri());
			assertThat(send(client)).isEqualTo(LOST);
			assertThat(this.healthy.asked()).isEmpty();
			assertThat(send(client)).isEqualTo(OK);
			assertThat(broken.connections()).isEqualTo(1);
		}
	}

	@Test
	void drippingAnswerEndsAtTheDeadline() {
		try (RawServer dripping = RawServer.start((socket, in) -> {
			RawServer.readAll(in);
			RawServer.answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
		})) {
			assertThat(send(impatient(dripping.uri("http"))))
				.isEqualTo(new ClusterAnswer.Unclear("timeout", "no answer in time"));
		}
	}

	@Test
	void connectionThatBreaksBeforeTheBodyIsCertainlyNothingAndTheNextNodeIsAsked() {
		try (RawServer broken = RawServer.start((socket, in) -> {
			in.read();
			RawServer.reset(socket);
		})) {
			ClusterClient client = client(broken.uri("https"), this.healthy.uri());
			assertThat(send(client)).isEqualTo(OK);
			assertThat(broken.connections()).isEqualTo(1);
			assertThat(send(client(broken.uri("https")))).isInstanceOf(ClusterAnswer.Unreachable.class);
		}
	}

	@Test
	void nodeThatSpeaksNoTlsIsUnreachable() {
		try (RawServer plain = RawServer.start((socket, in) -> {
			in.read();
			RawServer.answer(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
		})) {
			assertThat(send(client(plain.uri("https")))).isEqualTo(new ClusterAnswer.Unreachable("tls", "TLS failed"));
		}
	}

	@Test
	void certificateMustBeTrustedAndABundleCanTrustIt() throws Exception {
		SSLContext context = SelfSignedCertificate.context(this.directory, "localhost");
		try (AnsweringNode secure = AnsweringNode.start(context)) {
			assertThat(send(client(secure.uri()))).isEqualTo(new ClusterAnswer.Unreachable("tls", "TLS failed"));
			ClusterClient trusting = this.fixture.client(ClusterFixture.LONG, context, ClusterFixture.nobody(),
					secure.uri());
			assertThat(send(trusting)).isEqualTo(OK);
			assertThat(secure.asked()).hasSize(1);
		}
	}

	@Test
	void certificateOfAnotherHostIsRefusedDespiteTheBundle() throws Exception {
		SSLContext context = SelfSignedCertificate.context(this.directory, "elsewhere.example");
		try (AnsweringNode secure = AnsweringNode.start(context)) {
			ClusterClient trusting = this.fixture.client(ClusterFixture.LONG, context, ClusterFixture.nobody(),
					secure.uri());
			assertThat(send(trusting)).isEqualTo(new ClusterAnswer.Unreachable("tls", "TLS failed"));
		}
	}

	/**
	 * Closed with a body unread, a connection is reset, and the answer may be gone before
	 * it is read. So a node goes on reading, and throws away what it reads.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 100_000, 5_000_000 })
	void tooLargeIsHeardThoughTheNodeSaysSoBeforeItHasReadTheBody(int bytes) {
		try (RawServer strict = RawServer.start((socket, in) -> {
			RawServer.readHead(in);
			RawServer.answer(socket,
					"HTTP/1.1 413 Request Entity Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
			socket.shutdownOutput();
			in.transferTo(OutputStream.nullOutputStream());
		})) {
			byte[] noise = new byte[bytes];
			new Random(1).nextBytes(noise);
			assertThat(ClusterFixture.send(client(strict.uri("http")), ClusterRequest.bulk(noise)))
				.isEqualTo(new ClusterAnswer.Answered(413, "", null));
		}
	}

	@Test
	void closeGivesUpWhatIsUnderWayAndAsksNobodyElse() {
		try (RawServer hanging = RawServer.start((socket, in) -> RawServer.readAll(in))) {
			ClusterClient client = this.fixture.client(hanging.uri("http"), this.healthy.uri());
			CompletionStage<ClusterAnswer> hung = client.send(ClusterRequest.get("/"));
			client.close();
			assertThat(hung.toCompletableFuture().join())
				.isEqualTo(new ClusterAnswer.Unreachable("closed", "sender closed"));
			assertThat(this.healthy.asked()).isEmpty();
		}
	}

	private ClusterClient client(URI... uris) {
		return this.fixture.client(uris);
	}

	private ClusterClient impatient(URI... uris) {
		return this.fixture.client(ClusterFixture.SHORT, null, ClusterFixture.nobody(), uris);
	}

	private static ClusterAnswer send(ClusterClient client) {
		return ClusterFixture.send(client, BULK);
	}

}
