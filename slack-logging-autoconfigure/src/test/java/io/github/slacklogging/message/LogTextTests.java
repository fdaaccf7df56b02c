package io.github.slacklogging.message;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

	@ParameterizedTest
	@ValueSource(ints = { 0x034F, 0x115F, 0x1160, 0x180E, 0x2065, 0x3164, 0xFFA0, 0xFFF0, 0xFFF9, 0x1D173, 0xE0000,
			0xE0001, 0xE007F, 0xE0080, 0xE01F0, 0xE0FFF })
	void charactersThatOnlyMachinesReadGo(int codePoint) {
		assertThat(line("a" + Character.toString(codePoint) + "b")).isEqualTo("ab");
	}

	@Test
	void whatJoinsStaysWhereThereIsSomethingToJoin() {
		String heartOnFire = "\u2764\uFE0F\u200D\uD83D\uDD25";
		String persian = "می\u200Cخواهم";
		String kanji = "葛\uDB40\uDD00";
		for (String text : List.of(heartOnFire, persian, kanji)) {
			assertThat(line(text)).isEqualTo(text);
		}
	}

	@Test
	void whatJoinsNothingGoes() {
		assertThat(line("\u200Da \u200Cb\n\uFE0Fc")).isEqualTo("a b c");
		assertThat(line("a" + "\u200D\u200C\uFE0F".repeat(100) + "b")).isEqualTo("a\u200Db");
		assertThat(line("a" + "\uDB40\uDD01\uDB40\uDD02".repeat(100) + "b")).isEqualTo("a\uDB40\uDD01b");
		assertThat(line("\u200D\uFE0F\u3164")).isEmpty();
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
