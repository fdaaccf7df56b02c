package io.github.slacklogging.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryMethodsTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void historyIsNewestFirstAndPageByPage() throws Exception {
		Posted one = post("one");
		post("two");
		post("three");
		this.bot.post("other", "\"text\":\"elsewhere\"");
		Json first = history(one, Map.of("limit", "2"));
		assertThat(texts(first)).containsExactly("three", "two");
		assertThat(first.get("has_more")).isEqualTo(Json.of(true));
		post("four, meanwhile");
		Json last = history(one, Map.of("limit", "2", "cursor", cursor(first)));
		assertThat(texts(last)).containsExactly("one");
		assertThat(last.get("has_more")).isEqualTo(Json.of(false));
		assertThat(last.get("response_metadata")).isNull();
	}

	@Test
	void historyLeavesOutRepliesThatWereNotBroadcast() throws Exception {
		Posted parent = post("parent");
		this.bot.reply(parent, "\"text\":\"reply\"");
		Posted broadcast = this.bot.reply(parent, "\"text\":\"for all\",\"reply_broadcast\":true");
		Json history = history(parent, Map.of());
		assertThat(texts(history)).containsExactly("for all", "parent");
		Json told = messages(history).get(1);
		assertThat(told.get("reply_count")).isEqualTo(Json.of(2));
		assertThat(told.text("latest_reply")).isEqualTo(broadcast.ts());
		assertThat(told.get("reply_users")).isEqualTo(Json.array(List.of(Json.of("U000INBOX"))));
		assertThat(messages(history).get(0).text("subtype")).isEqualTo("thread_broadcast");
	}

	@Test
	void timesBoundTheHistory() throws Exception {
		Posted one = post("one");
		Posted two = post("two");
		Posted three = post("three");
		assertThat(texts(history(one, Map.of("oldest", one.ts(), "latest", three.ts())))).containsExactly("two");
		assertThat(texts(history(one, Map.of("oldest", one.ts(), "latest", two.ts(), "inclusive", "true"))))
			.containsExactly("two", "one");
		assertThat(texts(history(one, Map.of("latest", one.ts(), "limit", "1", "inclusive", "1"))))
			.containsExactly("one");
	}

	@Test
	void metadataIsToldOnRequest() throws Exception {
		Posted posted = this.bot.post("c",
				"\"text\":\"x\",\"metadata\":{\"event_type\":\"failed\",\"event_payload\":{\"id\":\"7\"}}");
		assertThat(history(posted, Map.of()).write()).doesNotContain("event_type");
		assertThat(history(posted, Map.of("include_all_metadata", "true")).write())
			.contains("\"event_type\":\"failed\"");
	}

	@Test
	void threadIsToldFromItsParentOn() throws Exception {
		Posted parent = post("parent");
		Posted first = this.bot.reply(parent, "\"text\":\"first\"");
		this.bot.reply(parent, "\"text\":\"second\"");
		Json page = replies(parent.channel(), parent.ts(), Map.of("limit", "2"));
		assertThat(texts(page)).containsExactly("parent", "first");
		assertThat(texts(replies(parent.channel(), parent.ts(), Map.of("cursor", cursor(page)))))
			.containsExactly("second");
		assertThat(texts(replies(parent.channel(), first.ts(), Map.of()))).as("asked for by a reply")
			.containsExactly("parent", "first", "second");
		assertThat(replies(parent.channel(), "1.0", Map.of()).text("error")).isEqualTo("thread_not_found");
	}

	@Test
	void messageLooksAsSlackTellsIt() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\",\"blocks\":[{\"type\":\"divider\"}],"
				+ "\"attachments\":[{\"color\":\"#ff0000\",\"blocks\":[{\"type\":\"divider\"}]}]");
		this.bot.update(posted, "\"text\":\"y\"");
		this.bot.react("reactions.add", posted, "eyes");
		Json told = messages(history(posted, Map.of())).get(0);
		assertThat(told.text("user")).isEqualTo("U000INBOX");
		assertThat(told.text("bot_id")).isEqualTo("B000INBOX");
		assertThat(told.text("team")).isEqualTo("T000INBOX");
		assertThat(told.text("subtype")).isNull();
		assertThat(told.get("edited")).extracting((edited) -> edited.text("user")).isEqualTo("U000INBOX");
		assertThat(told.write()).contains("\"reactions\":[{\"name\":\"eyes\",\"users\":[\"U000INBOX\"],\"count\":1}]")
			.contains("\"fallback\":\"[no preview available]\",\"id\":1");
		assertThat(posted.answer().write()).contains("\"block_id\":\"b0001\"");
	}

	@Test
	void webhooksMessageIsABotsAndNobodys() throws Exception {
		Posted posted = post("x");
		new HttpProbe().post(this.inbox.webhookUrl("c"), "{\"text\":\"by webhook\"}");
		Json told = messages(history(posted, Map.of())).get(0);
		assertThat(told.text("subtype")).isEqualTo("bot_message");
		assertThat(told.text("user")).isNull();
	}

	@Test
	void onlyMembersReadAChannel() throws Exception {
		Posted posted = post("x");
		this.inbox.removeBotFrom("c");
		assertThat(history(posted, Map.of()).text("error")).isEqualTo("not_in_channel");
		assertThat(replies(posted.channel(), posted.ts(), Map.of()).text("error")).isEqualTo("not_in_channel");
	}

	@ParameterizedTest
	@CsvSource({ "latest, tomorrow, invalid_ts_latest", "oldest, -1, invalid_ts_oldest", "cursor, x, invalid_cursor",
			"limit, many, invalid_limit" })
	void wrongBoundsAreRefused(String key, String value, String error) throws Exception {
		assertThat(history(post("x"), Map.of(key, value)).text("error")).isEqualTo(error);
	}

	private Posted post(String text) throws Exception {
		return this.bot.post("c", "\"text\":\"" + text + "\"");
	}

	private Json history(Posted in, Map<String, String> more) throws Exception {
		Map<String, String> arguments = new HashMap<>(more);
		arguments.put("channel", in.channel());
		return this.bot.form("conversations.history", arguments);
	}

	private Json replies(String channel, String ts, Map<String, String> more) throws Exception {
		Map<String, String> arguments = new HashMap<>(more);
		arguments.putAll(Map.of("channel", channel, "ts", ts));
		return this.bot.form("conversations.replies", arguments);
	}

	private static List<Json> messages(Json answer) {
		Json messages = answer.get("messages");
		return (messages != null) ? messages.items() : List.of();
	}

	private static List<String> texts(Json answer) {
		return messages(answer).stream().map((each) -> String.valueOf(each.text("text"))).toList();
	}

	private static String cursor(Json answer) {
		Json metadata = answer.get("response_metadata");
		return (metadata != null) ? String.valueOf(metadata.text("next_cursor")) : "none";
	}

}
