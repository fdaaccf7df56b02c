package io.github.slacklogging.message;

import java.net.URI;
import java.util.List;
import java.util.Map;

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
		assertThat(message.blocks()).contains("|l0>").doesNotContain("|l2>");
		assertThat(String.valueOf(message.blocks()).contains("|l1>")).isEqualTo(count > 1);
		assertThat(String.valueOf(message.attachments()).contains("more link")).isEqualTo(count > 2);
	}

	@Test
	void whatOneTextCannotHoldGoesOnInTheNext() {
		PlaceLine place = new PlaceLine(new Budget(Limits.BLOCK_TEXT));
		place.words().ours("here");
		place.link("first", address(2_000)).link("second", address(2_000));
		assertThat(parts(place)).containsExactly("here · <" + address(2_000) + "|first>",
				"<" + address(2_000) + "|second>");
	}

	@Test
	void linkThatNoTextCanHoldIsLeftOutAndCounted() {
		URI ampersands = URI.create("https://x.example/?" + "&".repeat(700));
		PlaceLine place = new PlaceLine(new Budget(Limits.BLOCK_TEXT)).links(Map.of("x", ampersands));
		assertThat(place.hiddenLinks()).isEqualTo(1);
		assertThat(place.blocks()).isEmpty();
	}

	@Test
	void wordsKeepTheirRoomWhateverIsLinked() {
		PlaceLine place = new PlaceLine(new Budget(Limits.BLOCK_TEXT)).link("first", address(2_000))
			.link("second", address(2_000))
			.link("third", address(400));
		place.words().log("w".repeat(398), 400);
		assertThat(parts(place).get(0)).startsWith("w".repeat(398) + " · <").endsWith("|first>");
		assertThat(place.hiddenLinks()).isEqualTo(1);
	}

	@Test
	void dashboardsLinksAndTheApplicationsFitTogether() {
		PlaceLine place = new PlaceLine(new Budget(Limits.BLOCK_TEXT));
		for (String label : List.of("View full log", "all like this", "trace", "earlier message")) {
			place.link(label, address(750));
		}
		place.links(extras(5));
		assertThat(place.hiddenLinks()).isZero();
		assertThat(line(place)).contains("|earlier message>", "|l4>");
	}

	private static String address(int length) {
		String start = "https://x.example/";
		return start + "y".repeat(length - start.length());
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
		return String.join("\n", parts(place));
	}

	private static List<String> parts(PlaceLine place) {
		List<Block> blocks = place.blocks();
		return ((Block.Context) blocks.get(0)).mrkdwn();
	}

}
