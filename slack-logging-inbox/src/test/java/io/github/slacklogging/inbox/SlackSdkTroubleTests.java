package io.github.slacklogging.inbox;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.AsyncMethodsClient;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.webhook.Payload;
import com.slack.api.webhook.WebhookResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Slack's own Java client meets trouble at the inbox as it would at Slack. */
@Timeout(120)
class SlackSdkTroubleTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Slack slack = slack();

	@AfterEach
	void close() throws Exception {
		this.slack.close();
		this.inbox.close();
	}

	@Test
	void limitIsAnExceptionThatKnowsHowLongToWait() {
		this.inbox.enqueue(Calls.of("chat.postMessage"), Reply.throttled(Duration.ofSeconds(7)));
		assertThatExceptionOfType(SlackApiException.class).isThrownBy(this::post).satisfies((refused) -> {
			assertThat(refused.getResponse().code()).isEqualTo(429);
			assertThat(refused.getResponse().header("Retry-After")).isEqualTo("7");
			assertThat(refused.getError().getError()).isEqualTo("ratelimited");
		});
	}

	@Test
	void secondPostInASecondIsTooFastWithSlacksLimits() throws Exception {
		this.inbox.limitTo(1, 1);
		assertThat(post().isOk()).isTrue();
		assertThatExceptionOfType(SlackApiException.class).isThrownBy(this::post)
			.satisfies((refused) -> assertThat(refused.getResponse().header("Retry-After")).isEqualTo("1"));
		WebhookResponse webhook = webhook();
		assertThat(webhook.getCode()).isEqualTo(429);
		assertThat(webhook.getBody()).contains("\"rate_limited\"");
	}

	@Test
	void asyncClientGetsAllThroughSlacksLimits() {
		this.inbox.limitLikeSlack();
		AsyncMethodsClient methods = this.slack.methodsAsync(this.inbox.botToken());
		List<CompletableFuture<ChatPostMessageResponse>> posts = new ArrayList<>(IntStream.range(0, 4)
			.mapToObj((i) -> methods.chatPostMessage((request) -> request.channel("#c").text("number " + i)))
			.toList());
		assertThat(posts).allMatch((post) -> post.join().isOk());
		assertThat(this.inbox.messages()).hasSize(4);
	}

	@Test
	void asyncClientWaitsOutALimitAndSendsAgain() {
		this.inbox.enqueue(Calls.of("chat.postMessage"), Reply.throttled(Duration.ofSeconds(1)));
		AsyncMethodsClient methods = this.slack.methodsAsync(this.inbox.botToken());
		assertThat(methods.chatPostMessage((request) -> request.channel("#c").text("x")).join().isOk()).isTrue();
		assertThat(this.inbox.requests()).extracting(InboxRequest::status).containsExactly(429, 200);
	}

	@Test
	void serverErrorIsAnExceptionWithItsStatus() {
		this.inbox.enqueue(Reply.serverError(503));
		assertThatExceptionOfType(SlackApiException.class).isThrownBy(this::post)
			.satisfies((refused) -> assertThat(refused.getResponse().code()).isEqualTo(503));
	}

	@Test
	void answersThatAreNoAnswersAreExceptions() {
		assertTrouble(Reply.html(200), this::post);
		assertTrouble(Reply.truncatedJson(), this::post);
		assertTrouble(Reply.garbage(), this::post);
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void brokenConnectionIsAnIoException() {
		this.inbox.enqueue(Reply.cut());
		assertThatExceptionOfType(IOException.class).isThrownBy(this::post);
		this.inbox.answerAlways(Reply.closeWithoutAnswer());
		assertThatExceptionOfType(IOException.class).isThrownBy(this::post);
		this.inbox.answerAlways(Reply.hang());
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::post);
	}

	@Test
	void revokedTokenAndArchivedChannelAreToldByTheirCodes() throws Exception {
		this.inbox.archive("c");
		assertThat(post().getError()).isEqualTo("is_archived");
		assertThat(webhook().getCode()).isEqualTo(410);
		assertThat(webhook().getBody()).isEqualTo("channel_is_archived");
		this.inbox.revoke();
		assertThat(post().getError()).isEqualTo("token_revoked");
	}

	@Test
	void scriptedRefusalSpeaksTheLanguageOfWhatIsCalled() throws Exception {
		this.inbox.answerAlways(Reply.refused("is_archived"));
		assertThat(post().getError()).isEqualTo("is_archived");
		WebhookResponse webhook = webhook();
		assertThat(webhook.getCode()).isEqualTo(410);
		assertThat(webhook.getBody()).isEqualTo("channel_is_archived");
		this.inbox.answerAlways(Reply.refused("no_service"));
		assertThat(webhook().getCode()).isEqualTo(404);
	}

	private void assertTrouble(Reply reply, ThrowingCallable call) {
		this.inbox.enqueue(reply);
		assertThatThrownBy(call).as(reply.toString()).isInstanceOfAny(SlackApiException.class, RuntimeException.class);
	}

	private ChatPostMessageResponse post() throws Exception {
		return methods().chatPostMessage((request) -> request.channel("#c").text("x"));
	}

	private WebhookResponse webhook() throws Exception {
		return this.slack.send(this.inbox.webhookUrl("c").toString(), Payload.builder().text("x").build());
	}

	private Slack slack() {
		SlackConfig config = new SlackConfig();
		config.setMethodsEndpointUrlPrefix(this.inbox.apiUrl().toString());
		config.setPrettyResponseLoggingEnabled(false);
		config.setFailOnUnknownProperties(true);
		config.setHttpClientReadTimeoutMillis(2_000);
		return Slack.getInstance(config);
	}

	private MethodsClient methods() {
		return this.slack.methods(this.inbox.botToken());
	}

}
