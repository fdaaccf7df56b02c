package io.github.slacklogging.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(120)
class ReplyTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void repliesAreUsedInTheirOrderThenSlackAnswersItself() throws Exception {
		this.inbox.enqueue(Reply.serverError(503));
		this.inbox.enqueue(Reply.ok());
		this.inbox.enqueue(Reply.status(418, "tea"));
		assertThat(post().statusCode()).isEqualTo(503);
		assertThat(post().body()).isEqualTo("ok");
		assertThat(post().statusCode()).isEqualTo(418);
		assertThat(post().body()).isEqualTo("ok");
		assertThat(this.inbox.messages()).hasSize(2);
	}

	@Test
	void answersThatSayNothingKeepNothing() throws Exception {
		this.inbox.enqueue(Reply.empty());
		HttpResponse<String> empty = post();
		assertThat(empty.statusCode()).isEqualTo(200);
		assertThat(empty.body()).isEmpty();
		assertThat(empty.headers().firstValue("Content-Type")).isEmpty();
		this.inbox.enqueue(Reply.truncatedJson());
		assertThat(post().body()).startsWith("{\"ok\":true").doesNotEndWith("}");
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void limitSpeaksTheWordsOfWhatIsCalled() throws Exception {
		this.inbox.answerAlways(Reply.throttled(Duration.ofMillis(1_500)));
		assertThat(post().body()).isEqualTo("{\"retry_after\":2,\"ok\":false,\"error\":\"rate_limited\"}");
		HttpResponse<String> api = this.probe.api(this.inbox, "auth.test", "{}");
		assertThat(api.body()).isEqualTo("{\"ok\":false,\"error\":\"ratelimited\"}");
		assertThat(api.headers().firstValue("Retry-After")).hasValue("2");
	}

	@Test
	void replyForAChannelWaitsForThatChannel() throws Exception {
		this.inbox.enqueueFor("oncall", Reply.webhookError(404, "no_service"));
		assertThat(post().statusCode()).isEqualTo(200);
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl("oncall"), "{\"text\":\"x\"}");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).isEqualTo("no_service");
	}

	@Test
	void answerAlwaysLastsUntilAnswerNormally() throws Exception {
		this.inbox.answerAlways(Reply.serverError(500));
		assertThat(post().statusCode()).isEqualTo(500);
		assertThat(post().statusCode()).isEqualTo(500);
		this.inbox.answerNormally();
		assertThat(post().statusCode()).isEqualTo(200);
		assertThat(this.inbox.messages()).hasSize(1);
	}

	@Test
	void tooManyRequestsTellsTheWaitInItsFourForms() throws Exception {
		HttpResponse<String> both = post(Reply.tooManyRequests(Duration.ofMillis(2_100)));
		assertThat(both.statusCode()).isEqualTo(429);
		assertThat(both.headers().firstValue("Retry-After")).hasValue("3");
		assertThat(both.body()).isEqualTo("{\"retry_after\":3,\"ok\":false,\"error\":\"rate_limited\"}");

		HttpResponse<String> body = post(Reply.tooManyRequestsWithoutHeader(Duration.ofSeconds(7)));
		assertThat(body.headers().firstValue("Retry-After")).isEmpty();
		assertThat(body.body()).contains("\"retry_after\":7");

		HttpResponse<String> date = post(Reply.tooManyRequestsAt(Instant.parse("2026-11-05T08:09:10.5Z")));
		assertThat(date.headers().firstValue("Retry-After")).hasValue("Thu, 05 Nov 2026 08:09:10 GMT");
		assertThat(date.body()).isEmpty();

		HttpResponse<String> text = post(Reply.tooManyRequestsAsText());
		assertThat(text.statusCode()).isEqualTo(429);
		assertThat(text.headers().firstValue("Retry-After")).isEmpty();
		assertThat(text.body()).isEqualTo("Too Many Requests");
	}

	@Test
	void oddBodiesComeWith200() throws Exception {
		assertThat(post(Reply.garbage()).statusCode()).isEqualTo(200);
		assertThat(post(Reply.html(300_000)).body()).hasSize(300_000).startsWith("<!doctype html>");
		assertThat(post(Reply.apiError("is_archived")).body()).isEqualTo("{\"ok\":false,\"error\":\"is_archived\"}");
		assertThat(this.inbox.messages()).isEmpty();
		assertThat(this.inbox.requests()).noneMatch(InboxRequest::isAccepted);
	}

	@Test
	void webApiHasItsOwnFormsOfRefusal() throws Exception {
		assertThat(post(Reply.missingScope("files:write", "chat:write")).body())
			.isEqualTo("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"files:write\","
					+ "\"provided\":\"chat:write\"}");
		HttpResponse<String> tooMany = post(Reply.apiTooManyRequests(Duration.ofSeconds(30)));
		assertThat(tooMany.statusCode()).isEqualTo(429);
		assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("30");
		assertThat(tooMany.body()).isEqualTo("{\"ok\":false,\"error\":\"ratelimited\"}");
	}

	@Test
	void redirectNamesThePlace() throws Exception {
		HttpResponse<String> answer = post(Reply.redirect(URI.create("https://example.test/")));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).hasValue("https://example.test/");
	}

	@Test
	void slowReplyHoldsNobodyElse() throws Exception {
		Duration longer = Duration.ofSeconds(30);
		this.inbox.enqueue(Reply.slow(longer));
		CompletableFuture<?> slow = inBackground();
		assertThat(this.inbox.takeMessage(SOON).text()).as("kept before the pause").isEqualTo("x");
		assertThat(post().statusCode()).isEqualTo(200);
		assertThat(slow).isNotDone();
	}

	@Test
	void slowReplyComesAfterItsPause() throws Exception {
		long start = System.nanoTime();
		assertThat(post(Reply.slow(Duration.ofMillis(200))).body()).isEqualTo("ok");
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000);
	}

	@Test
	void drippingReplyEndsCompletely() throws Exception {
		long start = System.nanoTime();
		assertThat(post(Reply.drip(Duration.ofMillis(50))).body()).isEqualTo("ok");
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000);
	}

	@Test
	void hangingReplyNeverComes() {
		this.inbox.enqueue(Reply.hang());
		assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(
				() -> this.probe.within(Duration.ofMillis(300)).post(this.inbox.webhookUrl(), "{\"text\":\"x\"}"));
		assertThat(this.inbox.messages()).isEmpty();
		assertThat(this.inbox.requests()).extracting(InboxRequest::status).containsExactly(0);
	}

	@Test
	void hangingReplyEndsWithTheInbox() {
		this.inbox.enqueue(Reply.hang());
		CompletableFuture<?> hanging = inBackground();
		while (this.inbox.requests().isEmpty()) {
			Thread.onSpinWait();
		}
		this.inbox.close();
		assertThat(hanging).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(IOException.class);
	}

	@Test
	void cutConnectionIsAnErrorToTheCallerAndTheMessageIsNotKept() {
		for (Reply reply : new Reply[] { Reply.cut(), Reply.closeWithoutAnswer() }) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(reply));
		}
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void answerCanGetLostAfterTheMessageWasKept() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(Reply.acceptThenCut()));
		assertThat(this.inbox.takeMessage(SOON).text()).isEqualTo("x");
		InboxRequest request = this.inbox.requests().get(0);
		assertThat(request.isAccepted()).isTrue();
		assertThat(request.status()).isZero();
	}

	@Test
	void impossibleRepliesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Reply.serverError(404));
		assertThatIllegalArgumentException().isThrownBy(() -> Reply.slow(Duration.ofMillis(-1)));
	}

	private HttpResponse<String> post(Reply reply) throws Exception {
		this.inbox.enqueue(reply);
		return post();
	}

	private HttpResponse<String> post() throws Exception {
		return this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"x\"}");
	}

	private CompletableFuture<?> inBackground() {
		CompletableFuture<String> answer = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				answer.complete(this.probe.within(Duration.ofMinutes(1))
					.post(this.inbox.webhookUrl(), "{\"text\":\"x\"}")
					.body());
			}
			catch (Exception ex) {
				answer.completeExceptionally(ex);
			}
		});
		thread.setDaemon(true);
		thread.start();
		return answer;
	}

}
