package io.github.slacklogging.slack;

import java.nio.charset.StandardCharsets;

import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnvelopeTests {

	private static final Destination HOOK = new Destination("default", Destination.Kind.WEBHOOK, null, "key");

	private static final Destination BOT = new Destination("default", Destination.Kind.BOT, "C0TEST", "key");

	private static final MessageRef REF = new MessageRef("C1", "1.2");

	private static final String METADATA = "{\"event_type\":\"incident\",\"event_payload\":{\"count\":3}}";

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
		assertThat(json(BOT, message)).isEqualTo(
				"{\"channel\":\"C0TEST\",\"text\":\"text\",\"unfurl_links\":false,\"unfurl_media\":false,\"parse\":\"none\"}");
	}

	@Test
	void astralCharactersStayAndALoneSurrogateHarmsNobody() {
		assertThat(json(HOOK, new SlackMessage("\uD83D\uDE00 \u0000 \uD83D!", null, null, null, null, null)))
			.startsWith("{\"text\":\"\uD83D\uDE00 \\u0000 ?!\",");
	}

	@Test
	void onlyABotSaysThatNothingIsToBeParsed() {
		SlackMessage message = new SlackMessage("text", null, null, null, null, null);
		assertThat(json(BOT, message)).contains("\"parse\":\"none\"");
		assertThat(json(HOOK, message)).doesNotContain("parse");
	}

	@Test
	void machinesReadWhatABotAddsAndAWebhookCannot() {
		SlackMessage message = new SlackMessage("text", null, null, null, null, METADATA);
		assertThat(json(BOT, message)).contains("\"metadata\":" + METADATA);
		assertThat(json(HOOK, message)).doesNotContain("metadata");
	}

	@Test
	void replyNamesTheMessageThatBeginsItsThread() {
		SlackMessage message = new SlackMessage("text", null, null, "orders", null, METADATA);
		assertThat(json(new SlackCall.Reply(REF, message, false))).isEqualTo(
				"{\"channel\":\"C1\",\"thread_ts\":\"1.2\",\"text\":\"text\",\"unfurl_links\":false,\"unfurl_media\":false,"
						+ "\"username\":\"orders\",\"parse\":\"none\",\"metadata\":" + METADATA + "}");
		assertThat(json(new SlackCall.Reply(REF, message, true))).contains("\"reply_broadcast\":true");
	}

	@Test
	void editSaysAllThereIsToSeeBecauseWhatIsLeftOutStays() {
		assertThat(json(new SlackCall.Edit(REF,
				new SlackMessage("text", "[{\"type\":\"divider\"}]", "[{\"color\":\"#ff0000\"}]", "orders", ":x:",
						METADATA))))
			.isEqualTo("{\"channel\":\"C1\",\"ts\":\"1.2\",\"text\":\"text\",\"blocks\":[{\"type\":\"divider\"}],"
					+ "\"attachments\":[{\"color\":\"#ff0000\"}],\"metadata\":" + METADATA + ",\"parse\":\"none\"}");
	}

	@Test
	void reducedEditClearsWhatWasThere() {
		SlackMessage message = new SlackMessage("text", "[{}]", "[{}]", null, null, METADATA).reduced();
		assertThat(json(new SlackCall.Edit(REF, message))).isEqualTo(
				"{\"channel\":\"C1\",\"ts\":\"1.2\",\"text\":\"text\",\"blocks\":[],\"attachments\":[],\"parse\":\"none\"}");
	}

	@Test
	void reactionNamesItsMessage() {
		assertThat(json(new SlackCall.React(REF, "white_check_mark", true)))
			.isEqualTo("{\"channel\":\"C1\",\"timestamp\":\"1.2\",\"name\":\"white_check_mark\"}");
		assertThat(json(new SlackCall.Identify())).isEqualTo("{}");
	}

	@Test
	void whatSlackTakesAsAFormIsOne() {
		assertThat(json(new SlackCall.LookUp(REF))).isEqualTo("channel=C1&message_ts=1.2");
		assertThat(json(new SlackCall.Attach(REF, new TextFile("a b&\u00e4.txt", "t", "c", "\u00e4\uD83D\uDE00!"))))
			.isEqualTo("filename=a+b%26%C3%A4.txt&length=7");
	}

	@Test
	void fileIsShownInTheThreadWithItsComment() {
		assertThat(share(new TextFile("a.txt", "The trace", "full *trace*", "x"))).isEqualTo(
				"{\"files\":[{\"id\":\"F1\",\"title\":\"The trace\"}],\"channel_id\":\"C1\",\"thread_ts\":\"1.2\","
						+ "\"initial_comment\":\"full *trace*\"}");
		assertThat(share(new TextFile("a.txt", "The trace", "", "x"))).doesNotContain("initial_comment");
	}

	private static String share(TextFile file) {
		return new String(new Envelope().share("F1", new SlackCall.Attach(REF, file)), StandardCharsets.UTF_8);
	}

	private static String json(SlackCall call) {
		return new String(new Envelope().bot(BOT, call), StandardCharsets.UTF_8);
	}

	private static String json(Destination destination, SlackMessage message) {
		Envelope envelope = new Envelope();
		return new String((destination == HOOK) ? envelope.webhook(message)
				: envelope.bot(destination, new SlackCall.Post(message)), StandardCharsets.UTF_8);
	}

}
