package io.github.slacklogging.inbox;

import java.util.List;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessageEditTests {

	private static final String DIVIDER = "[{\"type\":\"divider\"}]";

	private static final String HEADER = "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"7 times\"}}]";

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void everyFormOfAMessageIsRemembered() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"once\",\"blocks\":" + DIVIDER);
		InboxMessage first = message();
		this.bot.update(posted, "\"text\":\"7 times\",\"blocks\":" + HEADER);
		InboxMessage second = message();
		this.bot.update(posted, "\"text\":\"8 times\"");
		List<InboxMessage.Version> earlier = message().earlier();
		assertThat(message().edits()).isEqualTo(2);
		assertThat(earlier).extracting(InboxMessage.Version::allText).containsExactly("once", "7 times\n7 times");
		assertThat(earlier).extracting(InboxMessage.Version::blocksJson).containsExactly(DIVIDER, HEADER);
		assertThat(earlier).extracting(InboxMessage.Version::receivedAt)
			.containsExactly(first.receivedAt(), second.receivedAt());
	}

	@Test
	void onlyTheNewestFiftyFormsAreRemembered() throws Exception {
		this.inbox.unlimited();
		Posted posted = this.bot.post("c", "\"text\":\"0\"");
		for (int i = 1; i <= 53; i++) {
			this.bot.update(posted, "\"text\":\"" + i + "\"");
		}
		assertThat(message().edits()).isEqualTo(53);
		assertThat(message().earlier()).extracting(InboxMessage.Version::text)
			.hasSize(50)
			.startsWith("3")
			.endsWith("52");
	}

	@Test
	void editByBlocksIsNotMarkedAndEditByTextIs() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\",\"blocks\":" + DIVIDER);
		this.bot.update(posted, "\"text\":\"y\",\"blocks\":" + HEADER);
		assertThat(message().isEdited()).isFalse();
		this.bot.update(posted, "\"text\":\"z\"");
		assertThat(message().isEdited()).isTrue();
		this.bot.update(posted, "\"text\":\"y\",\"blocks\":" + HEADER);
		assertThat(message().isEdited()).as("for good").isTrue();
	}

	@Test
	void metadataStaysUntilItIsReplacedOrRemoved() throws Exception {
		String counts = "{\"event_type\":\"incident\",\"event_payload\":{\"count\":%d}}";
		Posted posted = this.bot.post("c", "\"text\":\"x\",\"metadata\":" + counts.formatted(1));
		this.bot.update(posted, "\"text\":\"y\"");
		assertThat(message().metadataJson()).isEqualTo(counts.formatted(1));
		Json answer = this.bot.update(posted, "\"text\":\"y\",\"metadata\":" + counts.formatted(2));
		assertThat(message().metadataJson()).isEqualTo(counts.formatted(2));
		assertThat(answer.write()).contains("\"metadata\":" + counts.formatted(2));
		this.bot.update(posted, "\"text\":\"y\",\"metadata\":{}");
		assertThat(message().metadataJson()).isNull();
	}

	@Test
	void refusedEditLeavesNoTrace() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		assertThat(this.bot.update(posted, "\"text\":\"" + "€".repeat(1_334) + "\"").text("error"))
			.as("1,334 characters are 4,002 bytes")
			.isEqualTo("msg_too_long");
		assertThat(message().edits()).isZero();
		assertThat(message().earlier()).isEmpty();
	}

	private InboxMessage message() {
		return this.inbox.messages().get(0);
	}

}
