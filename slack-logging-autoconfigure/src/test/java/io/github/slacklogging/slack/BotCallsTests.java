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
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import io.github.slacklogging.Tick;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a bot can do besides posting, at the inbox. */
class BotCallsTests {

	private static final Destination BOT = new Destination("bot", Destination.Kind.BOT, "#oncall", "two");

	private static final SlackMessage FIRST = message("first", "*ERROR*");

	private static final TextFile TRACE = new TextFile("trace.txt", "Stack trace", "full *trace*",
			"at com.acme.K\u00f6nig.find \uD83D\uDE00");

	private static final SendResult CLOSED = new SendResult.Unavailable("closed", "sender closed");

	private static final String UPLOAD = "files.getUploadURLExternal";

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(700);

	private final SlackInbox inbox = SlackInbox.start();

	private final List<WebClientSlackSender> senders = new ArrayList<>();

	private final WebClientSlackSender sender = sender(LONG);

	@AfterEach
	void close() {
		this.senders.forEach(WebClientSlackSender::close);
		this.inbox.close();
	}

	@Test
	void messageIsChangedInItsPlace() {
		MessageRef ref = post();
		assertThat(send(new SlackCall.Edit(ref, message("second", "*ERROR* 2"))))
			.isEqualTo(new SendResult.Accepted("200", ref, null));
		assertThat(this.inbox.messages()).hasSize(1);
		InboxMessage message = this.inbox.messages().get(0);
		assertThat(message.text()).isEqualTo("second");
		assertThat(message.blocksJson()).contains("*ERROR* 2");
		assertThat(message.color()).isEqualTo("#ff0000");
	}

	@Test
	void plainEditTakesAwayWhatStoodThere() {
		MessageRef ref = post();
		send(new SlackCall.Edit(ref, FIRST.reduced()));
		InboxMessage message = this.inbox.messages().get(0);
		assertThat(message.text()).isEqualTo("first");
		assertThat(message.json()).doesNotContain("*ERROR*", "#ff0000");
	}

	@Test
	void messageThatIsNotThereIsGone() {
		MessageRef ref = post();
		assertThat(send(new SlackCall.Edit(new MessageRef(ref.channel(), "1.000001"), FIRST)))
			.isEqualTo(new SendResult.Gone("200", "message_not_found"));
		assertThat(send(new SlackCall.Reply(new MessageRef(ref.channel(), "1.000001"), FIRST, false)))
			.isEqualTo(new SendResult.Gone("200", "cannot_reply_to_message"));
	}

	@Test
	void replyStandsInTheThread() {
		MessageRef ref = post();
		SendResult answered = send(new SlackCall.Reply(ref, message("reply", "more"), true));
		InboxMessage reply = this.inbox.messages().get(1);
		assertThat(answered).isEqualTo(new SendResult.Accepted("200", new MessageRef(ref.channel(), reply.ts()), null));
		assertThat(reply.threadTs()).isEqualTo(ref.ts());
		assertThat(this.inbox.requests().get(1).body()).contains("\"reply_broadcast\":true");
	}

	@Test
	void fileStandsInTheThreadInThreeSteps() {
		MessageRef ref = post();
		assertThat(send(new SlackCall.Attach(ref, TRACE))).isEqualTo(new SendResult.Accepted("200"));
		InboxMessage reply = this.inbox.messages().get(1);
		assertThat(reply.threadTs()).isEqualTo(ref.ts());
		assertThat(reply.text()).isEqualTo(TRACE.comment());
		assertThat(reply.files()).singleElement().satisfies((file) -> {
			assertThat(file.name()).isEqualTo(TRACE.name());
			assertThat(file.title()).isEqualTo(TRACE.title());
			assertThat(file.text()).isEqualTo(TRACE.text());
		});
		assertThat(this.inbox.requests()).allMatch(InboxRequest::isAccepted);
		InboxRequest upload = this.inbox.requests().get(2);
		assertThat(upload.method()).isEqualTo("POST");
		assertThat(upload.headers()).containsEntry("content-type", "application/octet-stream")
			.doesNotContainKey("authorization");
	}

	@Test
	void reactionsQuestionsAndIdentityAreAsked() {
		MessageRef ref = post();
		this.inbox.enqueue(Reply.status(200, "{\"ok\":true}"));
		assertThat(send(new SlackCall.React(ref, "eyes", true))).isEqualTo(new SendResult.Accepted("200"));
		this.inbox.enqueue(Reply.apiError("already_reacted"));
		assertThat(send(new SlackCall.React(ref, "eyes", true))).isEqualTo(new SendResult.Accepted("200"));
		this.inbox.enqueue(Reply.apiError("no_reaction"));
		assertThat(send(new SlackCall.React(ref, "eyes", false))).isEqualTo(new SendResult.Accepted("200"));
		this.inbox.enqueue(Reply.status(200, "{\"ok\":true,\"permalink\":\"https://acme.slack.com/p1\"}"));
		assertThat(send(new SlackCall.LookUp(ref)))
			.isEqualTo(new SendResult.Accepted("200", null, "https://acme.slack.com/p1"));
		assertThat(send(new SlackCall.Identify())).isEqualTo(new SendResult.Accepted("200"));
		assertThat(this.inbox.requests()).extracting(InboxRequest::path)
			.containsExactly("/api/chat.postMessage", "/api/reactions.add", "/api/reactions.add",
					"/api/reactions.remove", "/api/chat.getPermalink", "/api/auth.test");
		assertThat(this.inbox.requests().get(4).headers()).containsEntry("content-type",
				"application/x-www-form-urlencoded");
	}

	@ParameterizedTest
	@CsvSource({ "missing_scope", "not_in_channel", "file_uploads_disabled", "unknown_method", "something_new" })
	void refusedUploadEndsTheUploadAndNoMore(String code) {
		MessageRef ref = post();
		this.inbox.enqueue(Reply.apiError(code));
		assertThat(send(new SlackCall.Attach(ref, TRACE)))
			.isEqualTo(new SendResult.FeatureRefused("200", UPLOAD, code));
		assertThat(this.inbox.requests()).hasSize(2);
	}

	@Test
	void refusedShareNamesItsOwnMethod() {
		MessageRef ref = post();
		uploadedThen(Reply.apiError("not_in_channel"));
		assertThat(send(new SlackCall.Attach(ref, TRACE)))
			.isEqualTo(new SendResult.FeatureRefused("200", "files.completeUploadExternal", "not_in_channel"));
		uploadedThen(Reply.apiError("message_not_found"));
		assertThat(send(new SlackCall.Attach(ref, TRACE))).isEqualTo(new SendResult.Gone("200", "message_not_found"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://files.example.com/upload/1", "http://files.slack.com/upload/1",
			"https://files.slack.com.example.com/1", "https://user@files.slack.com/1", "not a url" })
	void fileGoesToNoForeignHost(String url) {
		MessageRef ref = post();
		this.inbox.enqueue(ticket(url));
		assertThat(send(new SlackCall.Attach(ref, TRACE)))
			.isEqualTo(new SendResult.FeatureRefused("200", UPLOAD, "url_not_allowed"));
		assertThat(this.inbox.requests()).hasSize(2);
	}

	@Test
	void ticketThatNamesNoPlaceIsWorthNothing() {
		MessageRef ref = post();
		this.inbox.enqueue(Reply.status(200, "{\"ok\":true,\"file_id\":\"F1\"}"));
		assertThat(send(new SlackCall.Attach(ref, TRACE)))
			.isEqualTo(new SendResult.FeatureRefused("200", UPLOAD, "unexpected_answer"));
	}

	@Test
	void onlyTheLastStepOfAFileCanBeUnclear() {
		MessageRef ref = post();
		SlackCall attach = new SlackCall.Attach(ref, TRACE);
		this.inbox.enqueue(Reply.serverError(503));
		assertThat(send(attach)).isEqualTo(new SendResult.Unavailable("503", "http_503"));
		this.inbox.enqueue(Reply.ok());
		this.inbox.enqueue(Reply.closeWithoutAnswer());
		assertThat(send(attach)).isEqualTo(new SendResult.Unavailable("lost", "connection lost"));
		uploadedThen(Reply.acceptThenCut());
		assertThat(send(attach)).isEqualTo(new SendResult.Unclear("lost", "connection lost"));
	}

	@Test
	void everyStepOfAFileMayBeTooFast() {
		MessageRef ref = post();
		SendResult throttled = new SendResult.Throttled("429", Duration.ofSeconds(3));
		this.inbox.enqueue(Reply.tooManyRequests(Duration.ofSeconds(3)));
		assertThat(send(new SlackCall.Attach(ref, TRACE))).isEqualTo(throttled);
		this.inbox.enqueue(Reply.ok());
		this.inbox.enqueue(Reply.tooManyRequests(Duration.ofSeconds(3)));
		assertThat(send(new SlackCall.Attach(ref, TRACE))).isEqualTo(throttled);
		uploadedThen(Reply.tooManyRequests(Duration.ofSeconds(3)));
		assertThat(send(new SlackCall.Attach(ref, TRACE))).isEqualTo(throttled);
	}

	@Test
	void hungStepOfAFileEndsAtItsDeadline() {
		MessageRef ref = post();
		uploadedThen(Reply.hang());
		assertThat(await(sender(SHORT).send(BOT, new SlackCall.Attach(ref, TRACE))))
			.isEqualTo(new SendResult.Unclear("timeout", "no answer in time"));
	}

	@Test
	void closeEndsAFileBetweenItsSteps() {
		MessageRef ref = post();
		this.inbox.enqueue(Reply.ok());
		this.inbox.enqueue(Reply.hang());
		CompletionStage<SendResult> hung = this.sender.send(BOT, new SlackCall.Attach(ref, TRACE));
		Awaitility.await().until(() -> this.inbox.requests().size() == 3);
		this.sender.close();
		assertThat(await(hung)).isEqualTo(CLOSED);
		assertThat(send(new SlackCall.Attach(ref, TRACE))).isEqualTo(CLOSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "token_expired", "token_revoked", "invalid_auth" })
	void deadTokenIsACredentialRefusedForEveryCall(String code) {
		MessageRef ref = post();
		this.inbox.answerAlways(Reply.apiError(code));
		for (SlackCall call : List.of(new SlackCall.Post(FIRST), new SlackCall.Reply(ref, FIRST, false),
				new SlackCall.Edit(ref, FIRST), new SlackCall.Attach(ref, TRACE), new SlackCall.React(ref, "x", true),
				new SlackCall.LookUp(ref), new SlackCall.Identify())) {
			assertThat(send(call)).as(call.toString()).isEqualTo(new SendResult.CredentialRefused("200", code));
		}
	}

	private void uploadedThen(Reply reply) {
		this.inbox.enqueue(Reply.ok());
		this.inbox.enqueue(Reply.ok());
		this.inbox.enqueue(reply);
	}

	private static Reply ticket(String url) {
		return Reply.status(200, "{\"ok\":true,\"upload_url\":\"" + url + "\",\"file_id\":\"F1\"}");
	}

	private MessageRef post() {
		MessageRef ref = ((SendResult.Accepted) send(new SlackCall.Post(FIRST))).message();
		assertThat(ref).isNotNull();
		return (ref != null) ? ref : new MessageRef("", "");
	}

	private SendResult send(SlackCall call) {
		return await(this.sender.send(BOT, call));
	}

	private static SendResult await(CompletionStage<SendResult> sent) {
		return sent.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
	}

	private static SlackMessage message(String text, String headline) {
		return new SlackMessage(text,
				"[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + headline + "\"}}]",
				"[{\"color\":\"#ff0000\",\"fallback\":\"ERROR\",\"blocks\":[{\"type\":\"divider\"}]}]", null, null,
				null);
	}

	private WebClientSlackSender sender(Duration responseTimeout) {
		WebClientSlackSender created = new WebClientSlackSender(
				new WebClientSlackSender.Settings(URI.create(this.inbox.apiUrl().toString()), Set.of(),
						Duration.ofSeconds(10), responseTimeout, Duration.ofMinutes(5), null, null, null),
				(destination) -> Secret.of(this.inbox.botToken()), () -> new Tick(Instant.now(), System.nanoTime()));
		this.senders.add(created);
		return created;
	}

}
