package io.github.slacklogging.testing;

import java.util.Arrays;
import java.util.List;

import io.github.slacklogging.SlackMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A judge that never refuses is none. */
class SlackJudgesTests {

	private static final String SECTION = """
			{"type":"section","text":{"type":"mrkdwn","text":"%s","verbatim":true}}""";

	private static final String FIELD = """
			{"type":"mrkdwn","text":"%s","verbatim":true}""";

	@Test
	void goodMessagePasses() {
		SlackMessage message = message("Hello.", section("Hello"), section("More"));
		SlackPayloadJudge.assertWellFormed(message);
		SlackLengthJudge.assertWithinLimits(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"section\",\"txt\":\"x\"}", "{\"type\":\"alert\"}",
			"{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\",\"emoji\":true}}",
			"{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_box\",\"elements\":[]}]}" })
	void shapeThatSlackDoesNotKnowIsRefused(String block) {
		assertThatThrownBy(() -> SlackPayloadJudge.assertWellFormed(message("x", block, section("x"))));
	}

	@Test
	void lengthsAreRefusedOnePastTheLimit() {
		assertThat(faults(message("x", section("y".repeat(3_000)), section("x")))).isEmpty();
		assertThat(faults(message("x", section("y".repeat(3_001)), section("x")))).hasSize(2);
		assertThat(faults(message("x", fields(10, 200), section("x")))).isEmpty();
		assertThat(faults(message("x", fields(11, 200), section("x")))).hasSize(1);
		assertThat(faults(message("x", fields(1, 2_000), section("x")))).isEmpty();
		assertThat(faults(message("x", fields(1, 2_001), section("x")))).hasSize(2);
		assertThat(faults(message("é".repeat(1_900), section("x"), section("x")))).isEmpty();
		assertThat(faults(message("é".repeat(1_900) + "x", section("x"), section("x")))).hasSize(1);
	}

	@Test
	void sumOfAllTextIsRefusedOnePastTheLimit() {
		String two = section("y".repeat(1_999)) + "," + section("y".repeat(2_000));
		assertThat(faults(message("x", two, section("y")))).isEmpty();
		assertThat(faults(message("x", two, section("yy")))).hasSize(1);
	}

	@Test
	void escapedSumIsRefusedThoughTheShownOneIsSmall() {
		String three = String.join(",", section("&amp;".repeat(600)), section("&amp;".repeat(600)),
				section("&amp;".repeat(599)));
		assertThat(faults(message("x", three, section("&lt;x")))).isEmpty();
		assertThat(faults(message("x", three, section("&lt;xy")))).hasSize(1);
	}

	@Test
	void emptyBrokenAndDangerousTextIsRefused() {
		assertThat(faults(message(" ", section("x"), section("x")))).isNotEmpty();
		assertThat(faults(message("x", section(""), section("x")))).isNotEmpty();
		assertThat(faults(message("x\uD83D", section("x"), section("x")))).isNotEmpty();
		assertThat(faults(message("x\u202E", section("x"), section("x")))).isNotEmpty();
		assertThat(faults(message("x\u001B[31m", section("x"), section("x")))).isNotEmpty();
	}

	private static List<String> faults(SlackMessage message) {
		return SlackLengthJudge.faults(message);
	}

	private static SlackMessage message(String text, String block, String attached) {
		return new SlackMessage(text, "[" + block + "]",
				"[{\"color\":\"#ff0000\",\"fallback\":\"x\",\"blocks\":[" + attached + "]}]", null, null, null);
	}

	private static String section(String text) {
		return SECTION.formatted(text);
	}

	private static String fields(int count, int length) {
		String[] fields = new String[count];
		Arrays.fill(fields, FIELD.formatted("y".repeat(length)));
		return "{\"type\":\"section\",\"fields\":[" + String.join(",", fields) + "]}";
	}

}
