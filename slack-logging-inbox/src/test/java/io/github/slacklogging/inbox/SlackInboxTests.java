package io.github.slacklogging.inbox;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlackInboxTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void webhookMessageIsAcceptedAndCanBeTaken() throws Exception {
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl("oncall"), SampleMessages.json("first"));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("ok");
		InboxMessage message = this.inbox.takeMessage(SOON);
		assertThat(message.channel()).isEqualTo("#oncall");
		assertThat(message.source()).isEqualTo(InboxMessage.Source.WEBHOOK);
		assertThat(message.text()).startsWith(":red_circle: ERROR in orders-api");
		assertThat(message.color()).isEqualTo("#ff0000");
		assertThat(message.blocksJson()).startsWith("[{\"type\":\"section\"");
		assertThat(message.attachmentsJson()).contains("rich_text_preformatted");
		assertThat(message.username()).isEqualTo("orders-api");
		assertThat(message.ts()).matches("[0-9]{10}\\.[0-9]{6}");
		assertThat(this.inbox.messages()).containsExactly(message);
	}

	@Test
	void channelOfTheFirstWebhookIsInbox() throws Exception {
		post("x");
		assertThat(this.inbox.takeMessage(SOON).channel()).isEqualTo("#inbox");
	}

	@Test
	void messagesAreTakenOnceInTheirOrder() throws Exception {
		post("first");
		post("second");
		assertThat(this.inbox.takeMessage(SOON).text()).isEqualTo("first");
		assertThat(this.inbox.takeMessage(SOON).text()).isEqualTo("second");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.inbox.takeMessage(Duration.ZERO));
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("first", "second");
	}

	@Test
	void takeWaitsForAMessageThatIsStillToCome() throws Exception {
		CompletableFuture<InboxMessage> taken = CompletableFuture.supplyAsync(() -> this.inbox.takeMessage(SOON));
		post("late");
		assertThat(taken).succeedsWithin(SOON).extracting(InboxMessage::text).isEqualTo("late");
	}

	@Test
	void takeEndsWhenTheInboxCloses() {
		CompletableFuture<InboxMessage> taken = CompletableFuture
			.supplyAsync(() -> this.inbox.takeMessage(Duration.ofMinutes(5)));
		this.inbox.close();
		assertThat(taken).failsWithin(SOON);
	}

	@Test
	void failingTakeTellsWhatWasRefusedAndWhy() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), SampleMessages.json("refused"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.inbox.takeMessage(Duration.ofMillis(10)))
			.withMessageContaining("No message within PT0.01S")
			.withMessageContaining("POST /services/T000INBOX/B000INBOX/inbox -> 400, refused: invalid_blocks: "
					+ "invalid additional property: emoji [json-pointer:/blocks/0/text]");
	}

	@Test
	void failingTakeTellsWhenNothingArrivedAtAll() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.inbox.takeMessage(Duration.ZERO))
			.withMessageContaining("No request reached the inbox at all");
	}

	@Test
	void everySampleIsAccepted() throws Exception {
		for (String name : SampleMessages.NAMES) {
			this.probe.post(this.inbox.webhookUrl(), SampleMessages.json(name));
		}
		assertThat(this.inbox.requests()).extracting(InboxRequest::refusal).containsOnlyNulls();
	}

	@Test
	void requestsAreKeptWithTheirAnswerAndWithoutTheToken() throws Exception {
		post("");
		this.probe.api(this.inbox, "chat.postMessage", "{\"channel\":\"oncall\",\"text\":\"x\"}");
		List<InboxRequest> requests = this.inbox.requests();
		assertThat(requests).extracting(InboxRequest::status).containsExactly(400, 200);
		assertThat(requests).extracting(InboxRequest::isAccepted).containsExactly(false, true);
		assertThat(requests).extracting(InboxRequest::channel).containsExactly("#inbox", "#oncall");
		assertThat(requests.get(1).headers()).containsEntry("authorization", "***");
		assertThat(requests).asString().doesNotContain(this.inbox.botToken());
	}

	@Test
	void thousandMessagesAreKeptTheOldestGoesFirst() throws Exception {
		for (int i = 0; i <= 1_000; i++) {
			post("message " + i);
		}
		assertThat(this.inbox.messages()).hasSize(1_000);
		assertThat(this.inbox.messages().get(0).text()).isEqualTo("message 1");
		assertThat(this.inbox.messages()).extracting(InboxMessage::ts).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void clearForgetsMessagesAndRequests() throws Exception {
		post("x");
		this.inbox.clear();
		assertThat(this.inbox.messages()).isEmpty();
		assertThat(this.inbox.requests()).isEmpty();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.inbox.takeMessage(Duration.ZERO));
	}

	@Test
	void limitRefusesWhatIsTooFastInOneChannelOnly() throws Exception {
		this.inbox.limitTo(1, 2);
		assertThat(post("1").statusCode()).isEqualTo(200);
		assertThat(post("2").statusCode()).isEqualTo(200);
		HttpResponse<String> third = post("3");
		assertThat(third.statusCode()).isEqualTo(429);
		assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(third.body()).isEqualTo("{\"retry_after\":1,\"ok\":false,\"error\":\"rate_limited\"}");
		assertThat(this.probe.post(this.inbox.webhookUrl("other"), "{\"text\":\"4\"}").statusCode()).isEqualTo(200);
		this.inbox.unlimited();
		assertThat(post("5").statusCode()).isEqualTo(200);
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("1", "2", "4", "5");
	}

	@Test
	void manyAtOnceAreAllKept() {
		List<CompletableFuture<Integer>> posts = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			String text = "message " + i;
			posts.add(CompletableFuture.supplyAsync(() -> {
				try {
					return post(text).statusCode();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			}));
		}
		assertThat(posts).allSatisfy((post) -> assertThat(post).succeedsWithin(SOON).isEqualTo(200));
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).hasSize(200).doesNotHaveDuplicates();
		assertThat(this.inbox.messages()).extracting(InboxMessage::ts).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void takenPortIsNamed() {
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SlackInbox.start(this.inbox.port()))
			.withMessageContaining("port " + this.inbox.port());
	}

	@Test
	void closedInboxFreesItsPort() {
		int port = this.inbox.port();
		this.inbox.close();
		this.inbox.close();
		try (SlackInbox next = SlackInbox.start(port)) {
			assertThat(next.port()).isEqualTo(port);
		}
	}

	@Test
	void badChannelNameIsRefusedAtOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.inbox.webhookUrl("On Call"))
			.withMessageContaining("On Call");
		assertThat(this.inbox.webhookUrl("#on-call")).hasToString(this.inbox.webhookUrl("on-call").toString());
	}

	private HttpResponse<String> post(String text) throws Exception {
		return this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"" + text + "\"}");
	}

}
