package io.github.slacklogging.transport;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.testing.RawServer;
import io.github.slacklogging.testing.SocketServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HttpTransportTests {

	private static final Duration SECONDS = Duration.ofSeconds(20);

	private final HttpTransport transport = new HttpTransport(settings(SECONDS, null, 4, "slack-logging-test"));

	@AfterEach
	void close() {
		this.transport.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 500 })
	void answerUpToTheLimitIsWholeAndALongerOneIsCut(int status) {
		assertThat(answered(status, "")).isEqualTo(new HttpOutcome.Answered(status, "", true, null, null));
		assertThat(answered(status, "1234")).isEqualTo(new HttpOutcome.Answered(status, "1234", true, null, null));
		assertThat(answered(status, "12345")).isEqualTo(new HttpOutcome.Answered(status, "1234", false, null, null));
	}

	@Test
	void lostBodyMattersOnlyBehindA200() {
		assertThat(cut("500 Oops")).isEqualTo(new HttpOutcome.Answered(500, "", false, null, null));
		assertThat(cut("200 OK")).isEqualTo(new HttpOutcome.Unanswered(TransportTrouble.LOST, true));
	}

	@Test
	void resultsComeOnThreadsOfTheGivenName() {
		CountDownLatch listening = new CountDownLatch(1);
		try (RawServer server = RawServer.start((socket, in) -> {
			RawServer.readAll(in);
			await(listening);
			RawServer.answer(socket, SocketServer.answer("200 OK", "ok"));
		})) {
			CompletionStage<String> thread = this.transport.send(call(server.uri("http")), 0)
				.thenApply((outcome) -> Thread.currentThread().getName());
			listening.countDown();
			assertThat(thread.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join())
				.matches("slack-logging-test-\\d+");
		}
	}

	@Test
	void rehearsedRequestStaysInTheProcessWhateverTheProxyIs() throws IOException {
		try (SocketServer server = SocketServer.start((number, request) -> SocketServer.answer("200 OK", "no"));
				HttpTransport rehearsed = HttpTransport
					.rehearsed(settings(SECONDS, server.url().getAuthority(), 4, "slack-logging-test"))) {
			for (URI uri : List.of(server.url(), URI.create("http://elsewhere.invalid/"))) {
				assertThat(rehearsed.send(call(uri), 0).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join())
					.isEqualTo(new HttpOutcome.Answered(200, "ok", true, null, null));
			}
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void badSettingsNameTheProperty() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ZERO, null, 1, "slack-logging-x"))
			.withMessage("some.http.response-timeout must be positive and at most 1h");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(SECONDS, "proxy", 1, "slack-logging-x"))
			.withMessage("some.http.proxy must be host:port");
		assertThatIllegalArgumentException().isThrownBy(() -> settings(SECONDS, null, 0, "slack-logging-x"));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(SECONDS, null, 1, "threads"));
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpOutcome answered(int status, String body) {
		try (SocketServer server = SocketServer
			.start((number, request) -> SocketServer.answer(status + " Whatever", body))) {
			return send(server.url());
		}
	}

	private HttpOutcome cut(String status) {
		try (RawServer server = RawServer.start((socket, in) -> {
			RawServer.readAll(in);
			RawServer.answer(socket, "HTTP/1.1 " + status + "\r\nContent-Length: 3\r\n\r\n1");
			socket.close();
		})) {
			return send(server.uri("http"));
		}
	}

	private HttpOutcome send(URI uri) {
		return this.transport.send(call(uri), 0).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
	}

	private static HttpCall call(URI uri) {
		return new HttpCall("POST", uri, null, HttpCall.Content.of("text/plain", new byte[1]));
	}

	private static HttpTransport.Settings settings(Duration responseTimeout, @Nullable String proxy, int maxAnswerBytes,
			String threads) {
		return new HttpTransport.Settings(SECONDS, responseTimeout, SECONDS, proxy, null, null, maxAnswerBytes, threads,
				"some.http");
	}

}
