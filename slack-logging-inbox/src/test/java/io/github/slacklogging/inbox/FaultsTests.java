package io.github.slacklogging.inbox;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.slacklogging.inbox.Page.in;
import static io.github.slacklogging.inbox.Page.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Making this Slack misbehave from the page. */
class FaultsTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	private final Page page = new Page(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void slackIsDownByOneOrderAndBackByAnother() throws Exception {
		Json fault = this.page.post("/faults", "{\"kind\":\"error500\"}");
		assertThat(text(fault, "sentence")).isEqualTo("every call: 503");
		assertThat(webhook().statusCode()).isEqualTo(503);
		assertThat(api().statusCode()).isEqualTo(503);
		assertThat(this.inbox.messages()).isEmpty();
		assertThat(in(this.page.get("/faults"), "faults", 0)).isEqualTo(fault);
		this.page.delete("/faults/" + text(fault, "id"));
		assertThat(webhook().statusCode()).isEqualTo(200);
		assertThat(in(this.page.get("/faults"), "faults").items()).isEmpty();
		assertThat(this.page.refusal(404, "DELETE", "/faults/" + text(fault, "id"), ""))
			.isEqualTo("There is no such fault any more.");
	}

	@Test
	void throttledCallsAreToldHowLongInTheWordsOfWhatTheyCall() throws Exception {
		this.page.post("/faults", "{\"kind\":\"throttle\",\"seconds\":7}");
		HttpResponse<String> webhook = webhook();
		assertThat(webhook.statusCode()).isEqualTo(429);
		assertThat(webhook.headers().firstValue("Retry-After")).hasValue("7");
		assertThat(webhook.body()).contains("\"rate_limited\"");
		HttpResponse<String> api = api();
		assertThat(api.headers().firstValue("Retry-After")).hasValue("7");
		assertThat(api.body()).contains("\"ratelimited\"");
	}

	@Test
	void faultIsCountedDownAndEndsByItself() throws Exception {
		this.page.post("/faults", "{\"kind\":\"error500\",\"times\":2,\"method\":\"webhook\"}");
		assertThat(text(this.page.get("/faults"), "faults", 0, "times")).isEqualTo("2");
		webhook();
		assertThat(text(this.page.get("/faults"), "faults", 0, "times")).isEqualTo("1");
		webhook();
		assertThat(in(this.page.get("/faults"), "faults").items()).isEmpty();
		assertThat(webhook().statusCode()).isEqualTo(200);
	}

	@Test
	void faultIsForAMethodAndAChannelOnly() throws Exception {
		Json fault = this.page.post("/faults",
				"{\"kind\":\"apiError\",\"error\":\"restricted_action\",\"method\":\"chat.postMessage\",\"channel\":\"#c\"}");
		assertThat(text(fault, "method")).isEqualTo("chat.postMessage");
		assertThat(text(fault, "channel")).isEqualTo("#c");
		Bot bot = new Bot(this.inbox);
		assertThat(bot.post("c", "\"text\":\"x\"").error()).isEqualTo("restricted_action");
		assertThat(bot.post("d", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void anyErrorOfSlacksIsGivenAsWebhooksGiveIt() throws Exception {
		this.page.post("/faults", "{\"kind\":\"apiError\",\"error\":\"is_archived\"}");
		HttpResponse<String> webhook = webhook();
		assertThat(webhook.statusCode()).isEqualTo(410);
		assertThat(webhook.body()).isEqualTo("channel_is_archived");
		assertThat(api().body()).isEqualTo("{\"ok\":false,\"error\":\"is_archived\"}");
	}

	@Test
	void slowAnswerComesAndTheMessageIsKept() throws Exception {
		Json fault = this.page.post("/faults", "{\"kind\":\"slow\",\"seconds\":1,\"times\":1}");
		assertThat(text(fault, "sentence")).isEqualTo("the next call: answered 1 s late");
		assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(
				() -> this.probe.within(Duration.ofMillis(200)).post(this.inbox.webhookUrl(), "{\"text\":\"x\"}"));
		assertThat(this.inbox.takeMessage(Duration.ofSeconds(20)).text()).isEqualTo("x");
	}

	@Test
	void hangingCallGetsNoAnswer() throws Exception {
		this.page.post("/faults", "{\"kind\":\"hang\"}");
		assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(
				() -> this.probe.within(Duration.ofMillis(200)).post(this.inbox.webhookUrl(), "{\"text\":\"x\"}"));
	}

	@ParameterizedTest
	@CsvSource({ "reset", "cut" })
	void brokenConnectionIsSeenAsOne(String kind) throws Exception {
		this.page.post("/faults", "{\"kind\":\"" + kind + "\"}");
		assertThatExceptionOfType(IOException.class).isThrownBy(this::api);
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void garbageIsNeitherOkNorJson() throws Exception {
		this.page.post("/faults", "{\"kind\":\"garbage\"}");
		assertThat(webhook().body()).startsWith("<!doctype html>");
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void faultsOfATestAreListedAndTakenBackToo() throws Exception {
		this.inbox.enqueue(Calls.of("chat.update"), 2, Reply.apiError("edit_window_closed"));
		this.inbox.answerAlways(Reply.hang());
		assertThat(in(this.page.get("/faults"), "faults").items()).extracting((each) -> text(each, "sentence"))
			.containsExactly("the next 2 calls of chat.update: refused, edit_window_closed",
					"every call: no answer, ever");
		this.page.delete("/faults");
		assertThat(in(this.page.get("/faults"), "faults").items()).isEmpty();
		assertThat(webhook().statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                          | There is no fault of the kind "".
			{"kind":"flood"}                            | There is no fault of the kind "flood".
			{"kind":"hang","method":"chat.shout"}       | The inbox has no method chat.shout.
			{"kind":"hang","channel":"No Channel"}      | Not a channel name: No Channel.
			{"kind":"hang","times":0}                   | "times" is a whole number from 1 to 1000.
			{"kind":"hang","times":1.5}                 | "times" is a whole number from 1 to 1000.
			{"kind":"slow","seconds":99999}             | "seconds" is a whole number from 1 to 3600.
			{"kind":"slow","seconds":"3"}               | "seconds" is a whole number from 1 to 3600.
			{"kind":"apiError"}                         | "error" is no error code of Slack's, like channel_not_found.
			{"kind":"apiError","error":"<script>"}      | "error" is no error code of Slack's, like channel_not_found.
			[]                                          | This is no JSON object.
			""")
	void badOrderIsRefusedInOneSentence(String order, String sentence) throws Exception {
		assertThat(this.page.refusal(400, "POST", "/faults", order)).isEqualTo(sentence);
		assertThat(in(this.page.get("/faults"), "faults").items()).isEmpty();
	}

	private HttpResponse<String> webhook() throws Exception {
		return this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"x\"}");
	}

	private HttpResponse<String> api() throws Exception {
		return this.probe.api(this.inbox, "chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\"}");
	}

}
