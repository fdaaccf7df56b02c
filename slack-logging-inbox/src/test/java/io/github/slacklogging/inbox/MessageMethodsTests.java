package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.Map;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageMethodsTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void permalinkLeadsToThePageAndNamesTheThread() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		Posted reply = this.bot.reply(parent, "\"text\":\"reply\"");
		String archive = this.inbox.url() + "archives/" + parent.channel() + "/p";
		assertThat(permalink(parent.channel(), parent.ts()).text("permalink"))
			.isEqualTo(archive + parent.ts().replace(".", ""));
		assertThat(permalink(parent.channel(), reply.ts()).text("permalink")).isEqualTo(
				archive + reply.ts().replace(".", "") + "?thread_ts=" + parent.ts() + "&cid=" + parent.channel());
	}

	@Test
	void permalinkOfNothingIsRefused() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(permalink(posted.channel(), "1.0").text("error")).isEqualTo("message_not_found");
		assertThat(permalink("C9", posted.ts()).text("error")).isEqualTo("channel_not_found");
	}

	@Test
	void permalinkIsAskedForByFormNotByJson() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(this.bot
			.call("chat.getPermalink",
					"{\"channel\":\"" + posted.channel() + "\",\"message_ts\":\"" + posted.ts() + "\"}")
			.text("error")).isEqualTo("invalid_arguments");
	}

	@Test
	void reactionIsAddedOnceAndRemovedOnce() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(react("add", posted, "white_check_mark").get("ok")).isEqualTo(Json.of(true));
		assertThat(react("add", posted, "white_check_mark").text("error")).isEqualTo("already_reacted");
		assertThat(react("add", posted, "+1").get("ok")).isEqualTo(Json.of(true));
		assertThat(this.inbox.messages().get(0).reactions()).containsExactly("white_check_mark", "+1");
		assertThat(react("remove", posted, "white_check_mark").get("ok")).isEqualTo(Json.of(true));
		assertThat(react("remove", posted, "white_check_mark").text("error")).isEqualTo("no_reaction");
		assertThat(this.inbox.messages().get(0).reactions()).containsExactly("+1");
	}

	@Test
	void reactionsOutliveAnEditAndAreNoNewForm() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		react("add", posted, "eyes");
		this.bot.update(posted, "\"text\":\"y\"");
		assertThat(this.inbox.messages().get(0).reactions()).containsExactly("eyes");
		assertThat(this.inbox.messages().get(0).edits()).isEqualTo(1);
		Duration soon = Duration.ofSeconds(10);
		assertThat(this.inbox.takeMessage(soon).text()).isEqualTo("x");
		assertThat(this.inbox.takeMessage(soon).text()).as("the reaction is not taken").isEqualTo("y");
	}

	@ParameterizedTest
	@ValueSource(strings = { ":eyes:", "", "Eyes" })
	void reactionIsABareName(String name) throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(react("add", posted, name).text("error")).isEqualTo("invalid_name");
	}

	@Test
	void reactionNeedsAMessage() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(this.bot.form("reactions.add", Map.of("name", "eyes")).text("error")).isEqualTo("no_item_specified");
		assertThat(react("add", new Posted(posted.channel(), "1.0", posted.answer()), "eyes").text("error"))
			.isEqualTo("message_not_found");
		this.inbox.archive("c");
		assertThat(react("add", posted, "eyes").text("error")).isEqualTo("is_archived");
	}

	@Test
	void reactionsAreToldOfOneMessageAndOfAll() throws Exception {
		Posted first = this.bot.post("c", "\"text\":\"first\"");
		Posted second = this.bot.post("d", "\"text\":\"second\"");
		this.bot.post("d", "\"text\":\"nothing\"");
		react("add", first, "eyes");
		react("add", second, "fire");
		Json got = this.bot.form("reactions.get", Map.of("channel", first.channel(), "timestamp", first.ts()));
		assertThat(got.text("type")).isEqualTo("message");
		assertThat(got.write()).contains("\"name\":\"eyes\"").doesNotContain("fire");
		Json all = this.bot.form("reactions.list", Map.of("limit", "1"));
		assertThat(all.write()).contains("\"name\":\"fire\"").contains("next_cursor").doesNotContain("eyes");
		assertThat(this.bot.form("reactions.list", Map.of("user", "U1")).text("error")).isEqualTo("user_not_found");
	}

	private Json react(String verb, Posted message, String emoji) throws Exception {
		return this.bot.react("reactions." + verb, message, emoji);
	}

	private Json permalink(String channel, String ts) throws Exception {
		return this.bot.form("chat.getPermalink", Map.of("channel", channel, "message_ts", ts));
	}

}
