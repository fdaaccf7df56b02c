package io.github.slacklogging.message;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogTextTests {

	@Test
	void ordinaryTextStays() {
		String text = "Größe 4711 — 日本語 \uD83D\uDE00 e\u0301 \uD83D\uDC68\u200D\uD83D\uDC69 نص עברית <tag> & \"quote\" \\ `x`";
		assertThat(line(text)).isEqualTo(text);
	}

	@Test
	void lineHasOneBlankForEveryRunOfWhiteSpace() {
		assertThat(line(" a\nb\r\nc\td \u00A0 e\u2028f\u0085g\u000B\fh ")).isEqualTo("a b c d e f g h");
	}

	@Test
	void linesKeepBreaksAndIndentation() {
		assertThat(LogText.lines("a\r\n  b\r\tc\n\nd\u2029e\n", 100)).isEqualTo("a\n  b\n    c\n\nd\ne");
	}

	@Test
	void terminalSequencesGo() {
		assertThat(
				line("\u001B[1;31mred\u001B[0m \u009B2Kx \u001B]0;title\u0007y \u001B]8;;http://e\u001B\\z \u001B(Bw"))
			.isEqualTo("red x y z w");
	}

	@Test
	void terminalSequenceWithoutAnEndHidesNothing() {
		assertThat(line("\u001B]0;all of this stays")).isEqualTo("\u241B]0;all of this stays");
		assertThat(line("x\u001B")).isEqualTo("x\u241B");
		assertThat(line("\u001B[12;日")).isEqualTo("\u241B[12;日");
	}

	@Test
	void controlCharactersBecomeVisible() {
		assertThat(line("a\u0000b\u0007c\u0008d\u007Fe\u0080f")).isEqualTo("a\u2400b\u2407c\u2408d\u2421e\uFFFDf");
	}

	@Test
	void charactersThatTurnTheDirectionGo() {
		assertThat(line("a\u202Eb\u2066c\u200Fd\u061Ce\u2069f")).isEqualTo("abcdef");
	}

	@Test
	void invisibleCharactersGo() {
		assertThat(line("a\u200Bb\uFEFFc\u00ADd\u2060e" + Character.toString(0xE0041) + "f")).isEqualTo("abcdef");
	}

	@Test
	void halfSurrogatePairsAndNonCharactersAreReplaced() {
		assertThat(line("a\uD83Db\uDE00c\uFFFFd\uDE00\uD83De")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD\uFFFDe");
	}

	@Test
	void longTextIsOnlyReadAsFarAsItIsWanted() {
		assertThat(LogText.line("x".repeat(1_000_000), 10).length()).isBetween(11, 100);
		assertThat(LogText.lines("x\n".repeat(1_000_000), 10).length()).isBetween(11, 100);
	}

	private static String line(String text) {
		return LogText.line(text, 1_000);
	}

}
