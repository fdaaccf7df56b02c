package io.github.slacklogging.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.testing.SlackLengthJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages at their limits and one past them. */
class MessageLimitTests {

	private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

	@Test
	void messageAtTheLimitOfTheHeadlineIsWhole() {
		SlackMessage message = compose(Told.error("x".repeat(300)).once());
		assertThat(headline(message)).endsWith("x".repeat(300));
		assertThat(message.attachments()).doesNotContain("rich_text");
	}

	@Test
	void messageOnePastTheLimitIsCutAndStandsInTheBoxBelow() {
		SlackMessage message = compose(Told.error("x".repeat(301)).once());
		assertThat(headline(message)).endsWith(": " + "x".repeat(299) + "…");
		assertThat(box(message)).isEqualTo("x".repeat(301));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<", "&", "<<<<&&&&", "*<", "日", "\uD83D\uDE00", FAMILY, "e\u0301\u0301", "`", "\uD83D",
			":x:", "a b ", "\u0000" })
	void messageThatGrowsIsCutWithinEveryLimit(String piece) {
		Told told = Told.error(piece.repeat(20_000)).logger(piece.repeat(500)).template("t " + piece.repeat(20_000));
		told.thread = piece.repeat(500);
		for (int i = 0; i < 30; i++) {
			told.mdc(piece.repeat(i + 1), piece.repeat(3_000)).field("k" + i, piece.repeat(3_000));
		}
		told.thrown(Told.thrown("com.acme." + piece.repeat(900), piece.repeat(9_000)));
		for (StackTraceStyle style : StackTraceStyle.values()) {
			SlackLengthJudge.assertWithinLimits(compose(style, plan(told.once())));
			SlackLengthJudge.assertWithinLimits(compose(style, plan(told.again(3, 5))));
			SlackLengthJudge.assertWithinLimits(compose(style, plan(told.once(), told.times(7))));
		}
	}

	@Test
	void textUsesItsRoomAndStaysWithinItsBytes() {
		String text = compose(Told.error("日".repeat(5_000)).thrown(Told.thrown("com.acme.X", "<".repeat(5_000))).once())
			.text();
		assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(3_700, 3_800);
	}

	@Test
	void characterAtTheCutIsNeverBroken() {
		for (int before = 290; before <= 300; before++) {
			String headline = headline(compose(Told.error("x".repeat(before) + FAMILY + FAMILY).once()));
			assertThat(headline).satisfiesAnyOf((line) -> assertThat(line).endsWith("x…"),
					(line) -> assertThat(line).endsWith("x" + FAMILY + "…"));
		}
	}

	@Test
	void fullTraceFillsTheMessageAndCountsTheRest() {
		List<StackTraceElement> frames = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			frames.add(Told.frame("com.acme.orders.deep.Recursion", "call" + i, i));
		}
		MaskedThrowable thrown = new MaskedThrowable("java.lang.StackOverflowError", null, frames, 0, null, List.of());
		SlackMessage message = compose(StackTraceStyle.FULL, plan(Told.error("Too deep").thrown(thrown).once()));
		SlackLengthJudge.assertWithinLimits(message);
		List<String> lines = box(message).lines().toList();
		assertThat(lines.get(lines.size() - 1)).isEqualTo("    … " + (1_000 - (lines.size() - 2)) + " frames hidden");
		assertThat(shown(message)).isBetween(3_900, 4_000);
	}

	@Test
	void twentyFieldsAreShownAndTheRestIsCounted() {
		Told told = Told.error("x");
		for (int i = 0; i < 14; i++) {
			told.field("k" + i, "v" + i);
		}
		assertThat(compose(told.once()).attachments()).contains("*k13*").doesNotContain("more field");
		told.field("k14", "v14");
		assertThat(compose(told.once()).attachments()).contains("*k13*")
			.doesNotContain("*k14*")
			.contains("1 more field ");
	}

	@Test
	void fortyKindsHaveARowEachAndTheOthersAreCounted() {
		assertThat(rows(40)).hasSize(40).noneMatch((row) -> row.startsWith("_"));
		assertThat(rows(41)).hasSize(41).last().isEqualTo("_… and 1 more kind, 2 events_");
	}

	@Test
	void largestCountsFit() {
		MaskedGroup group = Told.error("x").times(Long.MAX_VALUE / 4);
		MessagePlan plan = new MessagePlan(List.of(group, group),
				Map.of(Severity.ERROR, new Remainder(Integer.MAX_VALUE, Long.MAX_VALUE / 4)), Duration.ofDays(9_999),
				true, null, Told.NOW, Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE);
		SlackMessage message = compose(StackTraceStyle.SHORT, plan);
		SlackLengthJudge.assertWithinLimits(message);
		assertThat(message.blocks()).contains("2,147,483,647 more kinds, 2,305,843,009,213,693,951 events_");
	}

	private static List<String> rows(int kinds) {
		List<MaskedGroup> groups = new ArrayList<>();
		for (int i = 0; i < kinds; i++) {
			groups.add(Told.error("<".repeat(2_000)).template("<".repeat(2_000) + "t").times(2));
		}
		SlackMessage message = compose(StackTraceStyle.SHORT, new MessagePlan(groups, Map.of(), Duration.ZERO, false,
				null, Told.NOW, Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE));
		SlackLengthJudge.assertWithinLimits(message);
		List<String> objects = MrkdwnReader.objectsIn(Objects.requireNonNull(message.blocks()));
		return objects.get(1).lines().skip(1).toList();
	}

	private static SlackMessage compose(MaskedGroup group) {
		SlackMessage message = compose(StackTraceStyle.SHORT, plan(group));
		SlackLengthJudge.assertWithinLimits(message);
		return message;
	}

	private static SlackMessage compose(StackTraceStyle style, MessagePlan plan) {
		return new MessageComposer(new Settings(List.of("*"), List.of("*"), style, List.of("com.acme"), null, null),
				() -> Told.ORDERS_API)
			.compose(plan);
	}

	private static MessagePlan plan(MaskedGroup... groups) {
		return Told.plan(groups);
	}

	private static String headline(SlackMessage message) {
		return MrkdwnReader.objectsIn(Objects.requireNonNull(message.blocks())).get(0);
	}

	private static String box(SlackMessage message) {
		for (JsonNode block : JsonMapper.builder().build().readTree(message.attachments()).path(0).path("blocks")) {
			if (block.path("type").asString().equals("rich_text")) {
				return block.at("/elements/0/elements/0/text").asString();
			}
		}
		return "";
	}

	private static int shown(SlackMessage message) {
		int shown = box(message).length();
		for (String object : MrkdwnReader.objectsIn(String.valueOf(message.blocks()))) {
			shown += object.length();
		}
		for (String object : MrkdwnReader.objectsIn(String.valueOf(message.attachments()))) {
			shown += object.length();
		}
		return shown;
	}

}
