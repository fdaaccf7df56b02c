package io.github.slacklogging.inbox;

import java.util.Map;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PinMethodsTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void messageIsPinnedOnceAndUnpinnedOnce() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(pin("add", posted).get("ok")).isEqualTo(Json.of(true));
		assertThat(pin("add", posted).text("error")).isEqualTo("already_pinned");
		assertThat(this.inbox.messages()).extracting(InboxMessage::isPinned).containsExactly(true);
		assertThat(list(posted)).contains("\"pinned_to\":[\"" + posted.channel() + "\"]")
			.contains("\"created_by\":\"U000INBOX\"");
		assertThat(pin("remove", posted).get("ok")).isEqualTo(Json.of(true));
		assertThat(pin("remove", posted).text("error")).isEqualTo("no_pin");
		assertThat(list(posted)).isEqualTo("{\"ok\":true,\"items\":[]}");
	}

	@Test
	void pinOutlivesAnEditAndIsNoNewForm() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		pin("add", posted);
		this.bot.update(posted, "\"text\":\"y\"");
		assertThat(this.inbox.messages()).extracting(InboxMessage::isPinned).containsExactly(true);
		assertThat(this.inbox.messages()).extracting(InboxMessage::edits).containsExactly(1);
	}

	@Test
	void pinNeedsAMessageInAChannelOfTheBot() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(this.bot.form("pins.add", Map.of("channel", posted.channel())).text("error"))
			.isEqualTo("no_item_specified");
		assertThat(pin("add", new Posted(posted.channel(), "1.0", posted.answer())).text("error"))
			.isEqualTo("message_not_found");
		this.inbox.removeBotFrom("c");
		assertThat(pin("add", posted).text("error")).isEqualTo("not_in_channel");
	}

	@Test
	void hundredPinsAreEnough() throws Exception {
		for (int i = 0; i < 100; i++) {
			pin("add", this.bot.post("c", "\"text\":\"x\""));
		}
		assertThat(pin("add", this.bot.post("c", "\"text\":\"x\"")).text("error")).isEqualTo("too_many_pins");
	}

	private Json pin(String verb, Posted message) throws Exception {
		return this.bot.form("pins." + verb, Map.of("channel", message.channel(), "timestamp", message.ts()));
	}

	private String list(Posted in) throws Exception {
		return this.bot.form("pins.list", Map.of("channel", in.channel())).write();
	}

}
