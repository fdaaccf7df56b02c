package io.github.slacklogging.slack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Tick;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebClientSlackSenderTests {

	private static final Destination HOOK = new Destination("default", Destination.Kind.WEBHOOK, null, "one");

	private static final Destination BOT = new Destination("bot", Destination.Kind.BOT, "#oncall", "two");

	private static final SlackMessage MESSAGE = new SlackMessage("Order 4711 not found \u2013 \uD83D\uDE00",
			"[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*ERROR*\",\"verbatim\":true}}]",
			"[{\"color\":\"#ff0000\",\"fallback\":\"ERROR\",\"blocks\":[{\"type\":\"divider\"}]}]", "orders",
			":rotating_light:", null);

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(700);

	private final SlackInbox inbox = SlackInbox.start();

	private String hook = this.inbox.webhookUrl().toString();

	private String token = this.inbox.botToken();

	private final List<WebClientSlackSender> senders = new ArrayList<>();

	private final WebClientSlackSender sender = sender(LONG);

	@AfterEach
	void close() {
		this.senders.forEach(WebClientSlackSender::close);
		this.inbox.close();
	}

	@Test
	void webhookDeliversTheWholeMessage() {
		assertThat(send(HOOK)).isEqualTo(new SendResult.Accepted("200"));
		InboxMessage message = this.inbox.takeMessage(LONG);
		assertThat(message.channel()).isEqualTo("#inbox");
		assertThat(message.text()).isEqualTo(MESSAGE.text());
		assertThat(message.blocksJson()).contains("*ERROR*");
		assertThat(message.color()).isEqualTo("#ff0000");
		assertThat(message.json()).contains("\"unfurl_links\":false", "\"unfurl_media\":false", "\"orders\"");
		InboxRequest request = this.inbox.requests().get(0);
		assertThat(request.headers()).containsEntry("content-type", "application/json; charset=utf-8")
			.containsKey("content-length")
			.doesNotContainKeys("authorization", "upgrade", "http2-settings", "transfer-encoding");
	}

	@Test
	void botDeliversToItsChannel() {
		assertThat(send(BOT)).isInstanceOf(SendResult.Accepted.class);
		assertThat(this.inbox.takeMessage(LONG).channel()).isEqualTo("#oncall");
		InboxRequest request = this.inbox.requests().get(0);
		assertThat(request.path()).isEqualTo("/api/chat.postMessage");
		assertThat(request.headers()).containsKey("authorization");
		assertThat(request.refusal()).isNull();
	}

	@Test
	void wrongTokenIsACredentialRefused() {
		this.token = "wrong_test";
		assertThat(send(BOT)).isEqualTo(new SendResult.CredentialRefused("200", "invalid_auth"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "is_archived", "invalid_blocks", "token_revoked", "internal_error" })
	void webApiErrorsAreRead(String code) {
		this.inbox.enqueue(Reply.apiError(code));
		assertThat(send(BOT).toString()).contains("status=200", code);
	}

	@Test
	void webhookErrorsAreRead() {
		assertThat(answered(Reply.webhookError(404, "no_service")))
			.isEqualTo(new SendResult.CredentialRefused("404", "no_service"));
		assertThat(answered(Reply.webhookError(410, "channel_is_archived")))
			.isEqualTo(new SendResult.DestinationRefused("410", "channel_is_archived"));
		assertThat(answered(Reply.webhookError(400, "invalid_blocks")))
			.isEqualTo(new SendResult.PayloadRefused("400", "invalid_blocks"));
		assertThat(answered(Reply.serverError(503))).isEqualTo(new SendResult.Unclear("503", "http_503"));
	}

	@Test
	void everyFormOf429TellsHowLongToWait() {
		Instant later = Instant.now().plusSeconds(120);
		assertThat(answered(Reply.tooManyRequests(Duration.ofSeconds(3))))
			.isEqualTo(new SendResult.Throttled("429", Duration.ofSeconds(3)));
		assertThat(answered(Reply.tooManyRequestsWithoutHeader(Duration.ofSeconds(4))))
			.isEqualTo(new SendResult.Throttled("429", Duration.ofSeconds(4)));
		assertThat(answered(Reply.tooManyRequestsAsText()))
			.isEqualTo(new SendResult.Throttled("429", Duration.ofSeconds(1)));
		assertThat(answered(Reply.tooManyRequestsAt(later))).isInstanceOfSatisfying(SendResult.Throttled.class,
				(throttled) -> assertThat(throttled.retryAfter()).isBetween(Duration.ofSeconds(100),
						Duration.ofSeconds(120)));
	}

	@Test
	void answersOfSomebodyElseAreUnclear() {
		SendResult unexpected = new SendResult.Unclear("200", "unexpected_answer");
		assertThat(answered(Reply.status(200, "welcome"))).isEqualTo(unexpected);
		assertThat(answered(Reply.garbage())).isEqualTo(unexpected);
		assertThat(answered(Reply.html(300_000))).isEqualTo(unexpected);
		assertThat(answered(Reply.ok())).isEqualTo(new SendResult.Accepted("200"));
	}

	@Test
	void redirectIsNotFollowed() {
		try (SlackInbox other = SlackInbox.start()) {
			assertThat(answered(Reply.redirect(other.webhookUrl())))
				.isEqualTo(new SendResult.CredentialRefused("302", "redirect"));
			assertThat(other.requests()).isEmpty();
		}
	}

	@Test
	void sendNeverBlocksAndAHungSlackEndsAtTheDeadline() {
		this.inbox.enqueue(Reply.hang());
		CompletionStage<SendResult> hung = sender(SHORT).send(HOOK, new SlackCall.Post(MESSAGE));
		assertThat(hung.toCompletableFuture()).isNotDone();
		long start = System.nanoTime();
		assertThat(await(hung)).isEqualTo(new SendResult.Unclear("timeout", "no answer in time"));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
		assertThat(send(HOOK)).isEqualTo(new SendResult.Accepted("200"));
	}

	@Test
	void drippingAnswerEndsAtTheDeadline() {
		this.inbox.enqueue(Reply.drip(Duration.ofSeconds(10)));
		assertThat(await(sender(SHORT).send(HOOK, new SlackCall.Post(MESSAGE))))
			.isEqualTo(new SendResult.Unclear("timeout", "no answer in time"));
	}

	@Test
	void slowAnswerWithinTheDeadlineIsFine() {
		assertThat(answered(Reply.slow(Duration.ofMillis(50)))).isEqualTo(new SendResult.Accepted("200"));
	}

	@Test
	void lostAnswerIsUnclearAndTheClientDoesNotRepeatByItself() {
		SendResult lost = new SendResult.Unclear("lost", "connection lost");
		assertThat(answered(Reply.cut())).isEqualTo(lost);
		assertThat(answered(Reply.closeWithoutAnswer())).isEqualTo(lost);
		assertThat(answered(Reply.acceptThenCut())).isEqualTo(lost);
		assertThat(this.inbox.requests()).hasSize(3);
		assertThat(this.inbox.messages()).hasSize(1);
	}

	@Test
	void refusedConnectionIsCertainlyNotDelivered() {
		SlackInbox gone = SlackInbox.start();
		this.hook = gone.webhookUrl().toString();
		gone.close();
		assertThat(send(HOOK)).isEqualTo(new SendResult.Unavailable("connect", "connection refused"));
	}

	@Test
	void unknownHostIsCertainlyNotDelivered() {
		this.hook = "https://slack.invalid/services/T000/B000/XXX_test";
		assertThat(send(HOOK)).isEqualTo(new SendResult.Unavailable("unknown_host", "unknown host"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/services/T000/B000/XXX_test", "http://hooks.slack.com/services/x",
			"https://hooks.slack.com/a b", "" })
	void foreignAndMalformedUrlsAreNeverAsked(String url) {
		this.hook = url;
		assertThat(send(HOOK)).isEqualTo(new SendResult.CredentialRefused("none", "url_not_allowed"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "line\r\nX-Injected: 1", "\u00e9" })
	void malformedTokenIsNeverSent(String malformed) {
		this.token = malformed;
		assertThat(send(BOT)).isEqualTo(new SendResult.CredentialRefused("none", "malformed_token"));
		assertThat(this.inbox.requests()).isEmpty();
	}

	@Test
	void credentialsThatThrowAreACredentialRefused() {
		SlackCredentials broken = (destination) -> {
			throw new IllegalStateException("vault is sealed");
		};
		WebClientSlackSender broke = new WebClientSlackSender(settings(LONG), broken, WebClientSlackSenderTests::now);
		assertThat(await(broke.send(HOOK, new SlackCall.Post(MESSAGE))))
			.isEqualTo(new SendResult.CredentialRefused("none", "credential_unavailable"));
		assertThat(broke.renewCredential("default")).isFalse();
	}

	@Test
	void brokenMessageIsAResultToo() {
		assertThat(await(
				this.sender.send(HOOK, new SlackCall.Post(new SlackMessage("x", "[", "\uD83D", null, null, null)))))
			.isEqualTo(new SendResult.PayloadRefused("400", "invalid_payload"));
	}

	@Test
	void renewedCredentialIsOneThatDiffersFromTheOneUsed() {
		List<String> told = new ArrayList<>();
		String[] vault = { "old_test" };
		WebClientSlackSender rotating = new WebClientSlackSender(settings(LONG), new SlackCredentials() {

			@Override
			public Secret credential(String destination) {
				return Secret.of(vault[0]);
			}

			@Override
			public void refused(String destination) {
				told.add(destination);
			}

		}, WebClientSlackSenderTests::now);
		this.senders.add(rotating);
		await(rotating.send(BOT, new SlackCall.Post(MESSAGE)));
		assertThat(rotating.renewCredential("bot")).isFalse();
		vault[0] = this.inbox.botToken();
		assertThat(rotating.renewCredential("bot")).isTrue();
		assertThat(await(rotating.send(BOT, new SlackCall.Post(MESSAGE)))).isInstanceOf(SendResult.Accepted.class);
		assertThat(told).containsExactly("bot", "bot");
	}

	@Test
	void closeGivesUpWhatIsUnderWayAndTakesNothingMore() {
		WebClientSlackSender closing = sender(LONG);
		this.inbox.answerAlways(Reply.hang());
		CompletionStage<SendResult> hung = closing.send(HOOK, new SlackCall.Post(MESSAGE));
		closing.close();
		closing.close();
		assertThat(await(hung).status()).isEqualTo("closed");
		assertThat(await(closing.send(HOOK, new SlackCall.Post(MESSAGE))).status()).isEqualTo("closed");
	}

	private SendResult answered(Reply reply) {
		this.inbox.enqueue(reply);
		return send(HOOK);
	}

	private SendResult send(Destination destination) {
		return await(this.sender.send(destination, new SlackCall.Post(MESSAGE)));
	}

	private static SendResult await(CompletionStage<SendResult> sent) {
		return sent.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
	}

	private WebClientSlackSender sender(Duration responseTimeout) {
		WebClientSlackSender created = new WebClientSlackSender(settings(responseTimeout),
				(destination) -> Secret.of(destination.equals("bot") ? this.token : this.hook),
				WebClientSlackSenderTests::now);
		this.senders.add(created);
		return created;
	}

	private WebClientSlackSender.Settings settings(Duration responseTimeout) {
		return new WebClientSlackSender.Settings(URI.create(this.inbox.apiUrl().toString()), Set.of("slack.invalid"),
				Duration.ofSeconds(10), responseTimeout, Duration.ofMinutes(5), null, null, null);
	}

	private static Tick now() {
		return new Tick(Instant.now(), System.nanoTime());
	}

}
