package io.github.slacklogging.inbox;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.inbox.Page.in;
import static io.github.slacklogging.inbox.Page.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DetailsTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	private final Bot bot = new Bot(this.inbox);

	private final Page page = new Page(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void messageHasItsPayloadItsLimitsAndTheRequestItCameBy() throws Exception {
		String payload = "{\"text\":\"short\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
				+ "x".repeat(2_870) + "\"}}]}";
		this.probe.post(this.inbox.webhookUrl(), payload);
		Json details = detailsOfTheNewest();
		assertThat(in(details, "payload").write()).isEqualTo(payload);
		assertThat(in(details, "limits", 0).write())
			.contains("\"pointer\":\"/blocks/0/text/text\",\"used\":2870,\"max\":3000,\"unit\":\"characters\"");
		assertThat(text(details, "notification", "title")).isEqualTo("#inbox");
		assertThat(text(details, "notification", "text")).isEqualTo("short");
		Json request = in(details, "request");
		assertThat(text(request, "path")).isEqualTo("/services/T000INBOX/B000INBOX/inbox");
		assertThat(text(request, "status")).isEqualTo("200");
		assertThat(text(request, "answer")).isEqualTo("ok");
		assertThat(text(request, "bytes")).isEqualTo("" + payload.length());
		assertThat(text(request, "headers", "content-type")).isEqualTo("application/json; charset=utf-8");
		assertThat(text(request, "answerHeaders", "Content-Type")).isEqualTo("text/plain; charset=utf-8");
	}

	@Test
	void messageSaysHowPhonesAndDesktopsAnnounceIt() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"*Down*\",\"blocks\":[{\"type\":\"section\",\"text\":"
				+ "{\"type\":\"mrkdwn\",\"text\":\"Orders are down\"}}]}");
		assertThat(in(detailsOfTheNewest(), "notification").write())
			.isEqualTo("{\"title\":\"#inbox\",\"text\":\"Down\",\"desktop\":\"Orders are down\"}");
	}

	@Test
	void messageKeepsWhatALenientInboxOverlooked() throws Exception {
		this.inbox.lenient(true);
		this.probe.post(this.inbox.webhookUrl(), "{\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\","
				+ "\"text\":\"" + "x".repeat(200) + "\"}}]}");
		assertThat(in(detailsOfTheNewest(), "warnings").write())
			.isEqualTo("[{\"pointer\":\"/blocks/0/text/text\",\"message\":\"must be less than 151 characters\"}]");
	}

	@Test
	void editedMessageHasItsEarlierFormsAndTheRequestOfItsLatest() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"one\"");
		this.bot.update(posted, "\"text\":\"two\"");
		this.bot.update(posted, "\"text\":\"three\"");
		this.bot.react("reactions.add", posted, "eyes");
		Json details = detailsOfTheNewest();
		assertThat(in(details, "earlier").items()).extracting((each) -> each.text("text"))
			.containsExactly("one", "two");
		assertThat(text(details, "payload", "text")).isEqualTo("three");
		assertThat(text(details, "request", "path")).isEqualTo("/api/chat.update");
	}

	@Test
	void refusedRequestHasWhatItWantedToSayAndWhereItWentWrong() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), SampleMessages.json("refused"));
		Json details = detailsOfTheFirstRefusal();
		assertThat(in(details, "payload").write()).isEqualTo(Json.read(SampleMessages.json("refused")).write());
		assertThat(text(details, "violations", 0, "pointer")).isEqualTo("/blocks/0/text");
		assertThat(text(details, "violations", 0, "message")).isEqualTo("invalid additional property: emoji");
		assertThat(in(details, "limits").items()).isNotEmpty();
		assertThat(text(details, "request", "answer")).isEqualTo("invalid_blocks");
	}

	@Test
	void refusedRequestThatIsNoJsonIsShownAsItCame() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), "{\"text\":");
		Json details = detailsOfTheFirstRefusal();
		assertThat(text(details, "payload")).isEqualTo("{\"text\":");
		assertThat(in(details, "limits").items()).isEmpty();
		assertThat(text(details, "request", "probe")).isEqualTo("false");
	}

	@Test
	void questionWhetherAWebhookLivesIsCalledAProbe() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), "this is no message");
		this.probe.post(this.inbox.webhookUrl(), "this is no messag");
		List<Json> refused = in(this.page.get("/messages"), "refused").items();
		assertThat(refused).extracting((each) -> text(each, "probe")).containsExactly("true", "false");
		assertThat(text(detailsOfTheFirstRefusal(), "request", "probe")).isEqualTo("true");
	}

	@Test
	void formIsReadAsWhatItMeans() throws Exception {
		String payload = URLEncoder.encode("{\"blocks\":[{\"type\":\"nonsense\"}]}", StandardCharsets.UTF_8);
		this.probe.post(this.inbox.webhookUrl(), "application/x-www-form-urlencoded", "payload=" + payload);
		assertThat(text(detailsOfTheFirstRefusal(), "payload", "blocks", 0, "type")).isEqualTo("nonsense");
		this.inbox.clear();
		this.probe.post(this.inbox.apiUrl().resolve("chat.postMessage"), "application/x-www-form-urlencoded",
				"channel=c&blocks=" + URLEncoder.encode("[{\"type\":\"nonsense\"}]", StandardCharsets.UTF_8));
		assertThat(text(detailsOfTheFirstRefusal(), "payload", "blocks", 0, "type")).isEqualTo("nonsense");
	}

	@Test
	void whatAuthorisesIsNeverKept() throws Exception {
		URI post = this.inbox.apiUrl().resolve("chat.postMessage?token=xoxb-in_query&a=b");
		this.probe.post(post, "application/x-www-form-urlencoded", "token=xoxb-in_form&channel=c&text=x",
				"Authorization", "Bearer " + this.inbox.botToken(), "Cookie", "d=xoxd-in_cookie", "X-Api-Key",
				"in_key");
		this.probe.post(post, "application/json", "{\"token\":\"xoxb-in_json\",\"channel\":\"c\",\"text\":\"y\"}",
				"Authorization", "Bearer " + this.inbox.botToken());
		this.probe.post(this.inbox.url().resolve("/services/T1/B1/in_path"), "{\"text\":\"x\"}");
		assertThat(this.inbox.messages()).hasSize(2);
		String everything = this.page.get("/messages").get("messages") + this.page.send("GET", "/export", "").body()
				+ this.inbox.requests() + this.inbox.messages();
		for (InboxMessage message : this.inbox.messages()) {
			everything += details(message).write();
		}
		assertThat(everything.replace(this.inbox.botToken(), "")).doesNotContain("in_query", "in_form", "in_cookie",
				"in_key", "in_json", "in_path", "xoxb-");
		assertThat(this.inbox.requests()).extracting(InboxRequest::path).contains("/services/T1/B1/***");
		assertThat(everything).contains("token=***&a=b");
	}

	@Test
	void secretInAMessageIsShownAsItWasSent() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"token=xoxb-leaked\"}");
		assertThat(text(detailsOfTheNewest(), "payload", "text")).isEqualTo("token=xoxb-leaked");
	}

	@Test
	void requestSaysHowLongItsAnswerTookAndWhatScriptItMet() throws Exception {
		this.inbox.enqueue(Reply.slow(Duration.ofMillis(120)));
		this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"x\"}");
		assertThat(Double.parseDouble(took())).isBetween(120.0, 20_000.0);
	}

	@Test
	void commandSendsTheSameAgain() throws Exception {
		String text = "{\"text\":\"it's $HOME `id` \\\\ \\\"x\\\"\"}";
		this.probe.post(this.inbox.webhookUrl(), text);
		String command = text(detailsOfTheNewest(), "request", "curl");
		assertThat(command).startsWith("curl -X POST -H 'content-type: application/json; charset=utf-8' --data-raw '");
		Process shell = new ProcessBuilder("sh", "-c", command + " -s -o /dev/null").start();
		assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assumeTrue(shell.exitValue() != 127, "there is no curl");
		assertThat(this.inbox.messages()).extracting(InboxMessage::text)
			.containsExactly("it's $HOME `id` \\ \"x\"", "it's $HOME `id` \\ \"x\"");
	}

	@Test
	void whatIsGoneIsSaidInOneSentence() throws Exception {
		assertThat(this.page.refusal(404, "GET", "/details?channel=%23c&ts=1.000000", ""))
			.isEqualTo("The inbox does not have it any more.");
		assertThat(this.page.refusal(404, "GET", "/details?request=r99", "")).endsWith("any more.");
		assertThat(this.page.refusal(404, "GET", "/details", "")).endsWith("any more.");
	}

	/**
	 * The log notes the time when the answer is out: the caller may have it a moment
	 * before.
	 */
	private String took() throws Exception {
		Json request = in(detailsOfTheNewest(), "request");
		while (request.get("tookMillis") == null) {
			Thread.onSpinWait();
			request = in(detailsOfTheNewest(), "request");
		}
		return text(request, "tookMillis");
	}

	private Json detailsOfTheNewest() throws Exception {
		List<InboxMessage> messages = this.inbox.messages();
		return details(messages.get(messages.size() - 1));
	}

	private Json details(InboxMessage message) throws Exception {
		return this.page.get("/details?channel=" + URLEncoder.encode(message.channel(), StandardCharsets.UTF_8) + "&ts="
				+ message.ts());
	}

	private Json detailsOfTheFirstRefusal() throws Exception {
		return this.page.get("/details?request=" + text(this.page.get("/messages"), "refused", 0, "id"));
	}

}
