package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FailedStartLayoutTests {

	private static final String STOP_IT = "Stop the process that listens there.";

	@Test
	void textSaysWhatHappenedAndWhatToDo() {
		assertThat(compose(Told.failedStart("Port 8080 was in use", "Stop it")).reduced().text())
			.isEqualTo("CRITICAL in orders-api (prod): the start failed: Port 8080 was in use. Action: Stop it.");
		assertThat(compose(Told.failedStart("Port 8080 was in use!", "")).text())
			.isEqualTo("CRITICAL in orders-api (prod): the start failed: Port 8080 was in use!");
	}

	@Test
	void whatHappenedAndWhatToDoStandAtTheTopLevel() {
		SlackMessage message = compose(Told.failedStart("Failed to bind:\n\n    Property: a\n    Value: b", "Fix it."));
		assertThat(topLevel(message)).containsExactly(
				":rotating_light: *CRITICAL* · *orders-api* · prod\n*Start failed*: Failed to bind:",
				"Property: a\nValue: b", "*Action*: Fix it.");
		assertThat(boxes(message)).isEmpty();
	}

	@Test
	void unknownActionIsLeftOut() {
		assertThat(compose(Told.failedStart("Port 8080 was in use.", "")).blocks()).doesNotContain("Action");
	}

	@Test
	void descriptionAtTheLimitOfTheHeadlineIsWhole() {
		SlackMessage message = compose(Told.failedStart("x".repeat(300), "Fix it."));
		assertThat(topLevel(message).get(0)).endsWith(": " + "x".repeat(300));
		assertThat(boxes(message)).isEmpty();
	}

	@Test
	void descriptionOnePastTheLimitIsCutAndStandsInTheBoxBelow() {
		SlackMessage message = compose(Told.failedStart("x".repeat(301), "Fix it."));
		assertThat(topLevel(message).get(0)).endsWith(": " + "x".repeat(299) + "…");
		assertThat(boxes(message)).containsExactly("x".repeat(301) + "\n\nAction:\n\nFix it.");
	}

	@Test
	void nineLinesAreShownAtTheTopLevelAndTheTenthInTheBoxBelow() {
		SlackMessage nine = compose(Told.failedStart("Cycle:\n" + "  | bean\n".repeat(8), ""));
		assertThat(topLevel(nine).get(1).lines()).hasSize(8).containsOnly("| bean");
		assertThat(boxes(nine)).isEmpty();
		SlackMessage ten = compose(Told.failedStart("Cycle:\n" + "  | bean\n".repeat(9), ""));
		assertThat(topLevel(ten).get(1).lines()).hasSize(9).endsWith("| bean", "…");
		assertThat(boxes(ten)).containsExactly("Cycle:\n" + "  | bean\n".repeat(9).stripTrailing());
	}

	@Test
	void longActionIsCutAndStandsInTheBoxBelow() {
		SlackMessage message = compose(
				Told.failedStart("Port 8080 was in use.", "Either:\n" + "  - stop it\n".repeat(20)));
		assertThat(topLevel(message).get(1).lines()).hasSize(10).startsWith("*Action*: Either:").endsWith("…");
		assertThat(boxes(message)).singleElement().asString().startsWith("Port 8080 was in use.\n\nAction:\n\nEither:");
	}

	@Test
	void rootCauseKeepsItsFramesBesideALongDescription() {
		Told told = Told.error("Application run failed")
			.severity(Severity.CRITICAL)
			.logger("org.springframework.boot.SpringApplication")
			.thrown(Told.thrown("com.acme.Broken", "line\n".repeat(500), Told.frame("com.acme.Warmup", "run", 7)));
		SlackMessage message = compose(told);
		assertThat(topLevel(message)).last().isEqualTo("`Warmup.run`");
		assertThat(boxes(message)).hasSize(2).last().asString().contains("    at c.a.Warmup.run(Warmup.java:7)");
	}

	@Test
	void repeatedStartIsCounted() {
		SlackMessage message = compose(Told.failedStart("Port 8080 was in use.", STOP_IT), 3);
		assertThat(message.blocks()).contains("*CRITICAL ×3*");
		assertThat(message.text()).contains("(prod), 3 times: the start failed: ");
	}

	@Test
	void knownFailureIsToldInTheSameWay() {
		SlackMessage message = composer(StackTraceStyle.SHORT)
			.compose(Told.plan(Told.failedStart("Port 8080 was in use.", STOP_IT).again(1, 9)));
		assertThat(message.attachments()).contains(" · ONGOING · ");
		assertThat(message.blocks()).contains("*Start failed*: Port 8080", "*Action*: Stop the process");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "&", "<", "*<", "日", "\uD83D\uDE00", "\uD83D", "`", "\u0000", "a\n", "\r\n&",
			"<!channel> <https://evil.example|click>\n", ":x:", "\n\nAction:\n\n" })
	void hugeReportStaysWithinEveryLimit(String piece) {
		String huge = piece.repeat(10_000_000 / piece.length());
		Told told = Told.failedStart("d" + huge, "a" + huge)
			.thrown(Told.thrown("com.acme." + piece.repeat(900), "m" + huge, Told.frame("com.acme.X", "y", 1)));
		for (StackTraceStyle style : StackTraceStyle.values()) {
			SlackMessage message = composer(style).compose(Told.plan(told.once()));
			SlackLengthJudge.assertWithinLimits(message);
			SlackPayloadJudge.assertWellFormed(message);
			assertThat(message.text()).contains(": the start failed: ", " Action: ");
			assertThat(MrkdwnReader.read(message.text()).other()).isEmpty();
			SlackLengthJudge.assertWithinLimits(composer(style).compose(Told.plan(told.once(), told.times(2))));
		}
	}

	private static SlackMessage compose(Told told) {
		return compose(told, 1);
	}

	private static SlackMessage compose(Told told, int times) {
		SlackMessage message = composer(StackTraceStyle.SHORT).compose(Told.plan(told.times(times)));
		SlackLengthJudge.assertWithinLimits(message);
		SlackPayloadJudge.assertWellFormed(message);
		return message;
	}

	private static MessageComposer composer(StackTraceStyle style) {
		return new MessageComposer(new Settings(List.of("*"), List.of("*"), style, List.of("com.acme"), null, null),
				() -> Told.ORDERS_API);
	}

	private static List<String> topLevel(SlackMessage message) {
		return MrkdwnReader.objectsIn(Objects.requireNonNull(message.blocks()));
	}

	private static List<String> boxes(SlackMessage message) {
		List<String> boxes = new ArrayList<>();
		for (JsonNode block : JsonMapper.shared().readTree(message.attachments()).path(0).path("blocks")) {
			if (block.path("type").asString().equals("rich_text")) {
				boxes.add(block.at("/elements/0/elements/0/text").asString());
			}
		}
		return boxes;
	}

}
