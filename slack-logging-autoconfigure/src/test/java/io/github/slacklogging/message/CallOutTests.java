package io.github.slacklogging.message;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Storm;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.testing.SlackLengthJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallOutTests {

	private final MessageComposer composer = new MessageComposer(Settings.defaults(), () -> Told.ORDERS_API);

	@ParameterizedTest
	@CsvSource({ "here,<!here>", "channel,<!channel>", "S0ONCALL,<!subteam^S0ONCALL>", "U0KIM,<@U0KIM>",
			"W0KIM,<@W0KIM>" })
	void targetBecomesAMention(String target, String markup) {
		assertThat(CallOut.of(target).markup()).isEqualTo(" " + markup);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "everyone", "C0GENERAL", "u0kim", "U0KIM> <!channel", "S0\n", "U", "here " })
	void anythingElseCallsNobody(String target) {
		assertThat(CallOut.of(target)).isEqualTo(CallOut.NOBODY);
	}

	static Stream<MessagePlan> posts() {
		MaskedGroup once = Told.error("Order failed").once();
		return Stream.of(Planned.of(once).mention("here").plan(),
				Planned.of(Told.error("Order failed").again(1, 9)).mention("here").plan(),
				Planned.of(once, once).mention("here").plan(),
				Planned.of(once).storm(new Storm(9, 9, Told.NOW, Told.NOW, null, false)).mention("here").plan(),
				Planned.of(Told.failedStart("Port 8080 was in use.", "Stop it.").once()).mention("here").plan());
	}

	@ParameterizedTest
	@MethodSource("posts")
	void mentionStandsAtTheEndOfTheFirstBlockAndOfTheSentence(MessagePlan plan) {
		SlackMessage message = this.composer.compose(plan);
		List<String> objects = MrkdwnReader.objectsIn(String.valueOf(message.blocks()));
		assertThat(objects.get(0)).endsWith(" <!here>");
		assertThat(message.text()).endsWith(". <!here>");
		assertThat(objects.subList(1, objects.size())).noneMatch((object) -> object.contains("<!here>"));
		assertThat(message.attachments()).doesNotContain("<!here>");
	}

	@Test
	void replyCallsToo() {
		SlackMessage reply = this.composer
			.composeReply(Planned.of(Told.error("Order failed").again(1, 9)).on(Occasion.RISE).mention("U0KIM").plan());
		assertThat(MrkdwnReader.objectsIn(String.valueOf(reply.blocks()))).singleElement()
			.asString()
			.endsWith(" <@U0KIM>");
		assertThat(reply.text()).endsWith(" <@U0KIM>");
	}

	@Test
	void whatIsQuietCallsNobody() {
		SlackMessage message = this.composer
			.compose(Planned.of(Told.error("Order failed").again(1, 9)).on(Occasion.QUIET).mention("channel").plan());
		assertThat(message.text() + message.blocks()).doesNotContain("<!channel>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "<", "日", "\uD83D\uDE00" })
	void longestTextLeavesRoomForTheMention(String piece) {
		Told told = Told.error(piece.repeat(9_000)).thrown(Told.thrown("x." + piece.repeat(900), piece.repeat(9_000)));
		SlackMessage message = this.composer.compose(Planned.of(told.once()).mention("S0123456789ABCDEFGHIJ").plan());
		SlackLengthJudge.assertWithinLimits(message);
		assertThat(message.text()).endsWith(" <!subteam^S0123456789ABCDEFGHIJ>");
		assertThat(MrkdwnReader.objectsIn(Objects.requireNonNull(message.blocks())).get(0))
			.endsWith(" <!subteam^S0123456789ABCDEFGHIJ>");
	}

}
