package io.github.slacklogging.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MrkdwnTests {

	@ParameterizedTest
	@ValueSource(strings = { "Order 4711 not found", "order_id is null", "2*3*4", "a~b", "HikariPool-1 - x",
			"port: 8080", "std::string", "10:30", "x > y", "@here #general", "http://e.example/a_b?c=d", "{\"a\":1}" })
	void textThatCannotActIsPlain(String text) {
		assertThat(log(text)).isEqualTo(text.replace(">", "&gt;"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "*bold*", "_id", "~/.config", "a * b", ":fire:", "at 10:30:45", "***@***.***",
			"password=***", "\uFF0Ax\uFF0A", "__init__", "foo_", "the :+1: thing", "a:b\u2003c:d" })
	void textThatCouldActIsCode(String text) {
		assertThat(log(text)).isEqualTo("`" + text + "`");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			<!channel> & <@U000> --> &lt;!channel&gt; &amp; &lt;@U000&gt;
			&lt; --> &amp;lt;
			> quote --> `&gt; quote`
			Table `a`.`b` --> `Table ˋaˋ.ˋbˋ`
			``` --> `ˋˋˋ`
			""")
	void whatActsIsEscaped(String text, String markup) {
		assertThat(log(text)).isEqualTo(markup);
	}

	@Test
	void cutNeverLeavesAnOpenStyle() {
		assertThat(new Mrkdwn(room()).log("foo_bar", 5).toString()).isEqualTo("`foo_…`");
		assertThat(new Mrkdwn(room()).log("`x` and more", 4).toString()).isEqualTo("`ˋxˋ…`");
	}

	@Test
	void boldTextCannotEndItsStyle() {
		assertThat(new Mrkdwn(room()).bold("a*b", 10).toString()).isEqualTo("*`a*b`*");
		assertThat(new Mrkdwn(room()).bold("a b", 10).toString()).isEqualTo("*a b*");
	}

	@Test
	void colonOfALabelEndsNoEmoji() {
		assertThat(new Mrkdwn(room()).label("x :fire", 10).toString()).isEqualTo("`x :fire`: ");
		assertThat(new Mrkdwn(room()).boldLabel("x :fire", 10).toString()).isEqualTo("*`x :fire`*: ");
		assertThat(new Mrkdwn(room()).label("a: b", 10).toString()).isEqualTo("a: b: ");
	}

	@Test
	void colonBehindTextEndsNoEmoji() {
		assertThat(new Mrkdwn(room()).ours("(").beforeColon("x :fire", 10).ours("):").toString())
			.isEqualTo("(`x :fire`):");
		assertThat(new Mrkdwn(room()).ours("(").beforeColon("x:", 10).ours("):").toString()).isEqualTo("(`x:`):");
		assertThat(new Mrkdwn(room()).beforeColon("a: b", 10).toString()).isEqualTo("a: b");
	}

	@Test
	void codeHasNoBackticks() {
		assertThat(new Mrkdwn(room()).code("a`b<c>", 10).toString()).isEqualTo("`aˋb&lt;c&gt;`");
	}

	@Test
	void separatorOnlyStandsBetweenParts() {
		Mrkdwn line = new Mrkdwn(room()).separate()
			.log("a", 9)
			.separate()
			.log(" ", 9)
			.separate()
			.code("b", 9)
			.separate();
		assertThat(line.toString()).isEqualTo("a · `b`");
	}

	@Test
	void whatFindsNoRoomLeavesNoTrace() {
		Mrkdwn line = new Mrkdwn(new Budget(new Size(6, 6, 6))).log("abcd", 9).separate().bold("x", 9).ours("123");
		assertThat(line.toString()).isEqualTo("abcd");
	}

	private static String log(String text) {
		return new Mrkdwn(room()).log(text, 100).toString();
	}

	private static Budget room() {
		return new Budget(new Size(200, 900, 900));
	}

}
