package io.github.slacklogging.message;

import java.net.URI;
import java.util.List;

import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.testing.SlackLengthJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceLineTests {

	@Test
	void linksFollowTheWords() {
		PlaceLine place = new PlaceLine(new Budget(Limits.BLOCK_TEXT));
		place.words().ours("here");
		place.link("earlier", "https://a.example").links(extras(1));
		assertThat(line(place)).isEqualTo("here · <https://a.example|earlier> · <https://x.example/0|l0>");
	}

	@Test
	void lineOfLinksAloneBeginsWithTheFirst() {
		PlaceLine place = new PlaceLine(new Budget(Limits.BLOCK_TEXT)).link("earlier", null).links(extras(1));
		assertThat(line(place)).isEqualTo("<https://x.example/0|l0>");
	}

	@Test
	void lineThatSaysNothingIsNone() {
		assertThat(new PlaceLine(new Budget(Limits.BLOCK_TEXT)).link("x", "no address").blocks()).isEmpty();
	}

	@Test
	void fiveLinksAreShownAndTheOthersCounted() {
		assertThat(compose(extras(5)).attachments()).doesNotContain("more link");
		SlackMessage message = compose(extras(6));
		assertThat(message.blocks()).contains("|l4>").doesNotContain("|l5>");
		assertThat(message.attachments()).contains(" · 1 more link · ");
	}

	@Test
	void linkThatIsNoneOfTheWebIsCountedAsLeftOut() {
		MessageExtras extras = MessageExtras.NONE.withLink("x", URI.create("javascript:alert(1)"));
		assertThat(compose(extras).blocks()).doesNotContain("javascript");
		assertThat(compose(extras).attachments()).contains(" · 1 more link · ");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 9 })
	void linksOfTheGreatestLengthStayWithinEveryLimit(int count) {
		MessageExtras extras = MessageExtras.NONE;
		for (int i = 0; i < count; i++) {
			String start = "https://x.example/" + i;
			extras = extras.withLink("l" + i, URI.create(start + "y".repeat(TextLink.MAX_ADDRESS - start.length())));
		}
		SlackMessage message = compose(extras);
		SlackLengthJudge.assertWithinLimits(message);
		assertThat(message.blocks()).contains("|l0>").doesNotContain("|l1>");
		assertThat(String.valueOf(message.attachments()).contains("more link")).isEqualTo(count > 1);
	}

	private static MessageExtras extras(int links) {
		MessageExtras extras = MessageExtras.NONE;
		for (int i = 0; i < links; i++) {
			extras = extras.withLink("l" + i, URI.create("https://x.example/" + i));
		}
		return extras;
	}

	private static SlackMessage compose(MessageExtras extras) {
		return new MessageComposer(Settings.defaults(), () -> Told.ORDERS_API)
			.compose(Planned.of(Told.error("<".repeat(3_000)).once()).extras(extras).plan());
	}

	private static String line(PlaceLine place) {
		List<Block> blocks = place.blocks();
		return ((Block.Context) blocks.get(0)).mrkdwn();
	}

}
