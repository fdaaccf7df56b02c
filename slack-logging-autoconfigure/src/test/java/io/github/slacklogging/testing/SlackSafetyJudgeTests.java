package io.github.slacklogging.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A judge that lets one kind of mischief pass is none. */
class SlackSafetyJudgeTests {

	private static final OwnMarkup OWN = new OwnMarkup(Set.of("https://logs.example/a b?q=ü&r=1"), "S0ONCALL");

	private static final String DATE = "<!date^1791799323^{date_short_pretty} {time_secs}|2026-10-12 10:02:03 UTC>";

	@ParameterizedTest
	@ValueSource(strings = { "Hello.", "a &lt;!here&gt; &amp;lt; b", "order_id 2*3 a~b",
			"`:fire: *x* _y_ ~z~ &gt; &lt;`", "12:30 and 12:31", "at " + DATE,
			"<https://logs.example/a%20b?q=%C3%BC&amp;r=1|all &amp; more>", "_… and 3 more kinds, 12 events_", "*bold*",
			"日本語 نص עברית \uD83D\uDC68\u200D\uD83D\uDC69 \u2764\uFE0F" })
	void whatIsHarmlessOrOursPasses(String text) {
		assertThat(faults(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!channel>", "<!here>", "<!everyone>", "<!here|here>", "<!subteam^S0ONCALL> x",
			"<!subteam^S0OTHER>", "<@U0X>", "<@U0X|kim>", "<#C0X>", "<#C0X|general>", "<https://e.example|x>",
			"<https://e.example>", "<mailto:a@e.example|x>", "<javascript:x|x>", "<ftp://logs.example|x>",
			"<https://logs.example/a b?q=ü&r=1|x>", "<https://logs.example/a%20b?q=%C3%BC&amp;r=1>",
			"<https://logs.example/a%20b?q=%C3%BC&amp;r=1|*x*>", "<https://logs.example/a%20b?q=%C3%BC&amp;r=1|>",
			"<!date^1^{date}^https://e.example|x>", "<!date^1^{date}|x>", "<", ">", "a & b", "&#60;", "```x```", "``",
			"a ` b", "`a", "`a\nb`", "`<!here>`", "｀x｀", ":fire:", "x:fire:x", ":+1:", ":wave::skin-tone-2:",
			":red_circle: x", "&gt; quoted", "a\n&gt; quoted", "＞ quoted", "~gone~", "_slanted_", "＿slanted＿" })
	void whatActsIsRefusedInTextAndBlocksAndFallback(String text) {
		assertThat(faults(text)).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(new SlackMessage(text, null, null, null, null, null), OWN)).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(message("x", "x", "x", text, "x"), OWN)).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(message("x", "x", text, "x", "x"), OWN)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x00, 0x07, 0x09, 0x0D, 0x1B, 0x7F, 0x85, 0x90, 0x9B, 0x9D, 0x00AD, 0x034F, 0x061C, 0x115F,
			0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2065, 0x2066, 0x2069, 0x206F,
			0x3164, 0xD800, 0xDFFF, 0xFDD0, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFFE, 0xFFFF, 0x1D173, 0xE0001, 0xE0041, 0xE0080,
			0xE0FFF, 0x10FFFF })
	void brokenHiddenAndTurningCharactersAreRefusedEverywhere(int codePoint) {
		String text = "a" + Character.toString(codePoint) + "b";
		for (SlackMessage message : List.of(message(text, "x", "x", "x", "x"), message("x", text, "x", "x", "x"),
				message("x", "x", text, "x", "x"), message("x", "x", "x", text, "x"), message("x", "x", "x", "x", text),
				new SlackMessage("x", null, null, text, null, null))) {
			assertThat(SlackSafetyJudge.faults(message, OWN)).isNotEmpty();
		}
		assertThat(SlackSafetyJudge.faults(new TextFile("a.txt", "x", "x", text))).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(new TextFile("a.txt", text, "x", "x"))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u200D", "a \u200Db", "a\u200D\u200Cb", "a\uFE0F\uFE0E", "a\u200D\uFE0F" })
	void whatJoinsNothingIsRefused(String text) {
		assertThat(faults(text)).isNotEmpty();
	}

	@Test
	void mentionIsAllowedOnceAtTheEndOfTheTextAndOfTheFirstBlock() {
		String call = "x <!subteam^S0ONCALL>";
		assertThat(SlackSafetyJudge.faults(message(call, call, "x", "x", "x"), OWN)).isEmpty();
		assertThat(SlackSafetyJudge.faults(message(call, call, "x", "x", "x"), OwnMarkup.NONE)).hasSize(2);
		assertThat(SlackSafetyJudge.faults(message(call + " " + call, "x", "x", "x", "x"), OWN)).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(message("x", "x", call, "x", "x"), OWN)).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(message("x", "x", "x", call, "x"), OWN)).isNotEmpty();
	}

	@Test
	void emojiIsAllowedAtTheBeginningOfTheFirstBlockOnly() {
		assertThat(SlackSafetyJudge.faults(message("x", ":red_circle: x", "x", "x", "x"), OWN)).isEmpty();
		assertThat(SlackSafetyJudge.faults(message("x", "x :red_circle: x", "x", "x", "x"), OWN)).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(message("x", "x", ":red_circle: x", "x", "x"), OWN)).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(message("x", ":fire: x", "x", "x", "x"), OWN)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://kim:pass@logs.example/", "https://logs.example@e.example/",
			"https://logs.example%40e.example/", "javascript:alert(1)", "file:///etc/passwd", "slack://open" })
	void addressThatMisleadsIsRefusedThoughItWasAskedFor(String address) {
		OwnMarkup own = new OwnMarkup(Set.of(address), null);
		assertThat(SlackSafetyJudge.faults(message("x", "<" + address + "|x>", "x", "x", "x"), own)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"x\"", "{\"text\":\"x\"} x", "{\"text\":\"x\",\"text\":\"y\"}", "{text:'x'}",
			"{\"text\":\"x\",\"link_names\":true}", "{\"text\":\"x\",\"parse\":\"full\"}",
			"{\"text\":\"x\",\"unfurl_links\":true}", "{\"text\":\"x\",\"username\":\"<!here>\"}",
			"{\"text\":\"x\",\"username\":\"a:fire:\"}", "{\"text\":\"x\",\"blocks\":[{\"type\":\"divider\"}]}",
			"{\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}]}",
			"{\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\",\"verbatim\":false}}]}",
			"{\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"text\":\"x\",\"emoji\":true}}]}",
			"{\"blocks\":[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[]}]}]}",
			"{\"blocks\":[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_preformatted\",\"elements\":"
					+ "[{\"type\":\"broadcast\",\"range\":\"channel\"}]}]}]}",
			"{\"blocks\":[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_preformatted\",\"elements\":"
					+ "[{\"type\":\"text\",\"text\":\"x\",\"style\":{\"bold\":true}}]}]}]}",
			"{\"attachments\":[{\"color\":\"#ff0000\",\"fallback\":\"x\",\"blocks\":[],\"title_link\":\"x\"}]}",
			"{\"initial_comment\":\"<!here>\"}", "{\"files\":[{\"title\":\"<!here>\"}]}",
			"{\"metadata\":{\"event_payload\":{\"A b\":1}}}", "{\"metadata\":{\"event_payload\":{\"a\":\"\u202E\"}}}" })
	void requestThatIsMoreThanAHarmlessMessageIsRefused(String json) {
		assertThat(SlackSafetyJudge.faults(json, OWN)).isNotEmpty();
	}

	@Test
	void bytesThatAreNoTextAreRefused() {
		byte[] latin = "{\"text\":\"\u00E4\"}".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(SlackSafetyJudge.faults(latin, OWN)).containsExactly("no UTF-8");
		byte[] good = "{\"text\":\"\u00E4\",\"parse\":\"none\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(SlackSafetyJudge.faults(good, OWN)).isEmpty();
	}

	@Test
	void requestThatLetsSlackFindAddressesItselfIsRefused() {
		byte[] body = "{\"channel\":\"C1\",\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(SlackSafetyJudge.faults(body, OWN)).hasSize(1);
	}

	@Test
	void textInABoxIsLiteralSoMarkupPasses() {
		assertThat(SlackSafetyJudge.faults(message("x", "x", "x", "x", "<!here> ``` :fire: <a|b> &"), OWN)).isEmpty();
	}

	@Test
	void nameOfAFileIsPlain() {
		assertThat(SlackSafetyJudge.faults(new TextFile("trace-a_1.txt", "Trace of X", "x", "y\nz"))).isEmpty();
		assertThat(SlackSafetyJudge.faults(new TextFile("../a.txt", "x", "x", "x"))).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(new TextFile("a.txt", "x\ny", "x", "x"))).isNotEmpty();
		assertThat(SlackSafetyJudge.faults(new TextFile("a.txt", "x", "<!here>", "x"))).isNotEmpty();
	}

	private static List<String> faults(String text) {
		return SlackSafetyJudge.faults(message(text, "x", "x", "x", "x"), OWN);
	}

	private static SlackMessage message(String text, String first, String second, String attached, String boxed) {
		return new SlackMessage(text, "[" + section(first) + "," + section(second) + "]",
				"[{\"color\":\"#ff0000\",\"fallback\":" + quoted(attached) + ",\"blocks\":[" + section(attached)
						+ ",{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_preformatted\",\"elements\":"
						+ "[{\"type\":\"text\",\"text\":" + quoted(boxed) + "}]}]}]}]",
				null, null, null);
	}

	private static String section(String text) {
		return "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":" + quoted(text) + ",\"verbatim\":true}}";
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.chars().forEach((c) -> quoted.append(String.format("\\u%04x", c)));
		return quoted.append('"').toString();
	}

}
