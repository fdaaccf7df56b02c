package io.github.slacklogging.inbox;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.slacklogging.inbox.Page.in;
import static io.github.slacklogging.inbox.Page.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExportsTests {

	private static final String MESSAGE = "{\"ts\":\"1795175160.000001\",\"receivedAt\":\"2026-11-20T10:00:00Z\","
			+ "\"source\":\"BOT\",\"channel\":\"#c\",\"payload\":{\"text\":\"x\"},\"edits\":0,\"edited\":false,"
			+ "\"earlier\":[],\"reactions\":[],\"pinned\":false,\"files\":[{\"id\":\"F1\",\"name\":\"a\",\"title\":\"a\","
			+ "\"content\":\"eA==\"}]}";

	private final SlackInbox inbox = SlackInbox.start();

	private final SlackInbox other = SlackInbox.start();

	private final Page page = new Page(this.inbox);

	private final Page otherPage = new Page(this.other);

	@AfterEach
	void close() {
		this.inbox.close();
		this.other.close();
	}

	@Test
	void whatComesAfterAnImportIsNewerThanAllOfIt() {
		MessageStore store = new MessageStore(() -> Instant.EPOCH, new Room(10_000), () -> "");
		Draft draft = new Draft(InboxMessage.Source.BOT, "#c", Json.object().put("text", "x").build());
		store.restore(List.of(draft.toMessage("2000000000.000007", Instant.EPOCH)));
		assertThat(store.add(draft).ts()).isEqualTo("2000000000.000008");
	}

	@Test
	void everythingComesBackInAnotherInbox() throws Exception {
		live();
		String export = export();
		Json answer = this.otherPage.post("/import", export);
		assertThat(answer.write()).isEqualTo("{\"ok\":true,\"messages\":4,\"refused\":1}");
		assertThat(this.other.messages()).isEqualTo(this.inbox.messages());
		assertThat(this.other.requests())
			.isEqualTo(this.inbox.requests().stream().filter((each) -> !each.isAccepted()).toList());
		assertThat(Json.read(this.otherPage.send("GET", "/export", "").body())).isEqualTo(Json.read(export));
	}

	@Test
	void sameFileTwiceIsOnce() throws Exception {
		live();
		String export = export();
		this.page.post("/import", export);
		this.page.post("/import", export);
		assertThat(this.inbox.messages()).hasSize(4);
		assertThat(Json.read(export())).isEqualTo(Json.read(export));
	}

	@Test
	void importedMessagesJoinTheOthersInTheirOrderAndNobodyTakesThem() throws Exception {
		this.page.post("/import", file(MESSAGE, ""));
		Bot bot = new Bot(this.inbox);
		bot.post("c", "\"text\":\"new\"");
		this.page.post("/import", file(MESSAGE.replace("000001", "000000").replace("\"x\"", "\"older\""), ""));
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("older", "x", "new");
		assertThat(this.inbox.takeMessage(Duration.ZERO).text()).isEqualTo("new");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.inbox.takeMessage(Duration.ZERO));
	}

	@Test
	void importedThreadCanBeAnswered() throws Exception {
		live();
		String parent = this.inbox.messages().get(0).ts();
		this.otherPage.post("/import", export());
		Posted reply = new Bot(this.other).post("c", "\"text\":\"later\",\"thread_ts\":\"" + parent + "\"");
		assertThat(reply.answer().get("ok")).isEqualTo(Json.of(true));
		assertThat(this.other.replies(parent)).hasSize(2);
		assertThat(this.other.messages()).extracting(InboxMessage::ts).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void fileHasAName() throws Exception {
		HttpResponse<String> answer = this.page.send("GET", "/export", "");
		assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
			.matches("attachment; filename=\"slack-inbox-[0-9]{8}-[0-9]{6}\\.json\"");
		assertThat(answer.body())
			.isEqualTo("{\"format\":\"slack-inbox\",\"version\":1,\"messages\":[],\"refused\":[]}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"ts":"1795175160.000001"            | "ts":"yesterday"        | "ts" is no time stamp of Slack's
			"ts":"1795175160.000001",           | ``                      | "ts" is missing or no text
			"receivedAt":"2026-11-20T10:00:00Z" | "receivedAt":"noon"     | Text 'noon' could not be parsed at index 0
			"source":"BOT"                      | "source":"FAX"          | "source" is none of WEBHOOK, BOT
			"channel":"#c"                      | "channel":"#No Channel" | Not a channel name: #No Channel
			"payload":{"text":"x"}              | "payload":"x"           | "payload" is missing or no object
			"edits":0                           | "edits":"0"             | "edits" is missing or no number
			"edits":0                           | "edits":-1              | "edits" is below 0
			"edits":0                           | "edits":99999999999     | "edits" is too large
			"earlier":[]                        | "earlier":[{}]          | "receivedAt" is missing or no text
			"earlier":[]                        | "earlier":{}            | "earlier" is missing or no array
			"reactions":[]                      | "reactions":[1]         | "reactions" holds what is no text
			"id":"F1"                           | "id":"../F1"            | "id" is no id of a file
			"content":"eA=="                    | "content":"%"           | "content" is no Base64
			"files":[{                          | "files":[3,{            | "id" is missing or no text
			""")
	void badMessageIsNamedAndNothingIsImported(String right, String wrong, String complaint) throws Exception {
		assertThat(MESSAGE).contains(right);
		String bad = MESSAGE.replace(right, wrong);
		assertThat(this.page.refusal(400, "POST", "/import", file(MESSAGE.replace("000001", "000002") + "," + bad, "")))
			.isEqualTo("In messages[1]: " + complaint + ". Nothing was imported.");
		assertThat(this.inbox.messages()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"format":"other"}                       | This is no export of an inbox: "format" is not "slack-inbox".
					{"format":"slack-inbox","version":2}     | This export is of another version; this inbox reads version 1.
					{"format":"slack-inbox","version":1}     | In messages: "messages" is missing or no array. Nothing was imported.
					[]                                       | This is no JSON object.
					""")
	void badFileIsRefusedInOneSentence(String file, String sentence) throws Exception {
		assertThat(this.page.refusal(400, "POST", "/import", file)).isEqualTo(sentence);
	}

	@Test
	void badRefusedRequestKeepsTheMessagesOutToo() throws Exception {
		assertThat(
				this.page.refusal(400, "POST", "/import", file(MESSAGE, "{\"receivedAt\":\"2026-11-20T10:00:00Z\"}")))
			.isEqualTo("In refused[0]: \"method\" is missing or no text. Nothing was imported.");
		assertThat(this.page.refusal(400, "POST", "/import", "{\"format\":")).startsWith("This is no JSON: ");
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void importIsBounded() throws Exception {
		StringBuilder messages = new StringBuilder(MESSAGE);
		for (int i = 2; i <= 1_001; i++) {
			messages.append(',').append(MESSAGE.replace("000001", String.format(Locale.ROOT, "%06d", i)));
		}
		this.page.post("/import", file(messages.toString(), ""));
		assertThat(this.inbox.messages()).hasSize(1_000);
		assertThat(this.inbox.messages().get(0).ts()).isEqualTo("1795175160.000002");
		assertThat(text(this.page.get("/messages"), "kept", "forgotten")).isEqualTo("1");
	}

	@Test
	void fileBeyondAllBoundsIsNotEvenRead() throws Exception {
		byte[] piece = new byte[1024 * 1024];
		HttpRequest.BodyPublisher huge = HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(97, piece));
		HttpResponse<String> answer = new HttpProbe().post(this.inbox.url().resolve("/import"), "application/json",
				huge);
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("More than 96 MB are not taken here.");
	}

	/** A thread with an edit, reactions, a pin, a file and a refusal. */
	private void live() throws Exception {
		Bot bot = new Bot(this.inbox);
		Posted parent = bot.post("c", "\"text\":\"one\",\"username\":\"orders\",\"icon_emoji\":\":x:\",\"attachments\":"
				+ "[{\"color\":\"#ff0000\",\"fallback\":\"f\",\"text\":\"a\"}]");
		bot.update(parent, "\"text\":\"two\",\"metadata\":{\"event_type\":\"t\",\"event_payload\":{\"n\":1}}");
		bot.react("reactions.add", parent, "eyes");
		bot.reply(parent, "\"text\":\"reply\",\"reply_broadcast\":true");
		bot.share(bot.upload("trace.txt", "\u0000\u00ff binary \u20ac"),
				",\"channel_id\":\"" + parent.channel() + "\"");
		HttpProbe probe = new HttpProbe();
		probe.post(this.inbox.webhookUrl("d"), SampleMessages.json("first"));
		probe.post(this.inbox.webhookUrl("d"), SampleMessages.json("refused"));
		assertThat(in(Json.read(export()), "messages").items()).hasSize(4);
	}

	private String export() throws Exception {
		HttpResponse<String> answer = this.page.send("GET", "/export", "");
		while (answer.body().contains("\"tookNanos\":-1")) {
			answer = this.page.send("GET", "/export", "");
		}
		return answer.body();
	}

	private static String file(String messages, String refused) {
		return "{\"format\":\"slack-inbox\",\"version\":1,\"messages\":[" + messages + "],\"refused\":[" + refused
				+ "]}";
	}

}
