package io.github.slacklogging.inbox;

import java.util.Map;

import io.github.slacklogging.inbox.Bot.Posted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ThreadTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void repliesHangUnderTheirParentInTheirOrder() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		Posted other = this.bot.post("c", "\"text\":\"other\"");
		this.bot.reply(parent, "\"text\":\"one\"");
		this.bot.reply(other, "\"text\":\"elsewhere\"");
		this.bot.reply(parent, "\"text\":\"two\"");
		assertThat(this.inbox.replies(parent.ts())).extracting(InboxMessage::text).containsExactly("one", "two");
	}

	@Test
	void replyIsInTheThreadAloneUntilItIsBroadcast() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		Posted quiet = this.bot.reply(parent, "\"text\":\"quiet\"");
		Posted loud = this.bot.reply(parent, "\"text\":\"loud\",\"reply_broadcast\":true");
		assertThat(this.inbox.replies(parent.ts())).extracting(InboxMessage::isBroadcast).containsExactly(false, true);
		assertThat(loud.answer().write()).contains("\"subtype\":\"thread_broadcast\"");
		assertThat(this.bot.update(quiet, "\"reply_broadcast\":true").text("error")).isNull();
		assertThat(this.inbox.replies(parent.ts())).extracting(InboxMessage::isBroadcast, InboxMessage::text)
			.extracting(Object::toString)
			.containsExactly("(true, \"quiet\")", "(true, \"loud\")");
	}

	@Test
	void broadcastStaysOneWhenItIsEdited() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		Posted loud = this.bot.reply(parent, "\"text\":\"loud\",\"reply_broadcast\":true");
		this.bot.update(loud, "\"text\":\"louder\"");
		InboxMessage edited = this.inbox.replies(parent.ts()).get(0);
		assertThat(edited.text()).isEqualTo("louder");
		assertThat(edited.isBroadcast()).isTrue();
	}

	@Test
	void onlyAReplyCanBeBroadcastAndNotTogetherWithAnEdit() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\",\"reply_broadcast\":true");
		assertThat(this.inbox.messages().get(0).isBroadcast()).isFalse();
		assertThat(this.bot.update(parent, "\"reply_broadcast\":true").text("error"))
			.isEqualTo("cant_broadcast_message");
		Posted reply = this.bot.reply(parent, "\"text\":\"r\"");
		assertThat(this.bot.update(reply, "\"text\":\"s\",\"reply_broadcast\":true").text("error"))
			.isEqualTo("no_dual_broadcast_content_update");
	}

	@Test
	void deletedParentTakesNoReplyAndItsRepliesStay() throws Exception {
		Posted parent = this.bot.post("#c", "\"text\":\"parent\"");
		this.bot.reply(parent, "\"text\":\"early\"");
		this.inbox.delete("c", parent.ts());
		assertThat(this.bot.reply(parent, "\"text\":\"late\"").error()).isEqualTo("cannot_reply_to_message");
		assertThat(this.inbox.replies(parent.ts())).extracting(InboxMessage::text).containsExactly("early");
		assertThat(this.bot.update(parent, "\"text\":\"x\"").text("error")).isEqualTo("message_not_found");
		assertThatIllegalArgumentException().isThrownBy(() -> this.inbox.delete("c", parent.ts()));
	}

	@Test
	void applicationDeletesItsOwnMessagesOnly() throws Exception {
		Posted own = this.bot.post("c", "\"text\":\"own\"");
		new HttpProbe().post(this.inbox.webhookUrl("c"), "{\"text\":\"by webhook\"}");
		String foreign = this.inbox.messages().get(1).ts();
		assertThat(this.bot.form("chat.delete", Map.of("channel", own.channel(), "ts", foreign)).text("error"))
			.isEqualTo("cant_delete_message");
		assertThat(this.bot.form("chat.delete", Map.of("channel", own.channel(), "ts", own.ts())).text("ts"))
			.isEqualTo(own.ts());
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("by webhook");
	}

}
