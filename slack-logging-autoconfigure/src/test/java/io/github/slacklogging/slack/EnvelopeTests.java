package io.github.slacklogging.slack;

import java.nio.charset.StandardCharsets;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SlackMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnvelopeTests {

	private static final Destination HOOK = new Destination("default", Destination.Kind.WEBHOOK, null, "key");

	private static final Destination BOT = new Destination("default", Destination.Kind.BOT, "C0TEST", "key");

	@Test
	void wholeMessageCarriesItsPartsAsTheyAre() {
		SlackMessage message = new SlackMessage("a \"b\"", "[{\"type\":\"divider\"}]", "[{\"color\":\"#ff0000\"}]",
				"orders", ":rotating_light:", null);
		assertThat(json(HOOK, message)).isEqualTo("{\"text\":\"a \\\"b\\\"\",\"blocks\":[{\"type\":\"divider\"}],"
				+ "\"attachments\":[{\"color\":\"#ff0000\"}],\"unfurl_links\":false,\"unfurl_media\":false,"
				+ "\"username\":\"orders\",\"icon_emoji\":\":rotating_light:\"}");
	}

	@Test
	void reducedMessageOfABotIsTextAndChannel() {
		SlackMessage message = new SlackMessage("text", "[]", "[]", null, null, null).reduced();
		assertThat(json(BOT, message))
			.isEqualTo("{\"channel\":\"C0TEST\",\"text\":\"text\",\"unfurl_links\":false,\"unfurl_media\":false}");
	}

	@Test
	void astralCharactersStayAndALoneSurrogateHarmsNobody() {
		assertThat(json(HOOK, new SlackMessage("\uD83D\uDE00 \u0000 \uD83D!", null, null, null, null, null)))
			.startsWith("{\"text\":\"\uD83D\uDE00 \\u0000 ?!\",");
	}

	private static String json(Destination destination, SlackMessage message) {
		return new String(new Envelope().write(destination, message), StandardCharsets.UTF_8);
	}

}
