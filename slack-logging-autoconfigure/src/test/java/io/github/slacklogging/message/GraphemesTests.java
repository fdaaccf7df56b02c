package io.github.slacklogging.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GraphemesTests {

	@ParameterizedTest
	@ValueSource(strings = { "\uD83D\uDE00", "e\u0301\u0323", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
			"\uD83D\uDC4D\uD83C\uDFFD", "\uD83C\uDDE9\uD83C\uDDEA", "\u2764\uFE0F", "नी" })
	void whatLooksLikeOneCharacterIsNotBroken(String character) {
		String text = "ab" + character + character + "c";
		for (int index = 0; index <= text.length(); index++) {
			int boundary = Graphemes.boundaryUpTo(text, index);
			assertThat(boundary).isIn(0, 1, 2, 2 + character.length(), 2 + 2 * character.length(), text.length());
			assertThat(boundary).isLessThanOrEqualTo(index);
			assertThat(index - boundary).isLessThan(character.length());
		}
	}

	@Test
	void prankOfCombiningMarksIsCutBetweenCodePoints() {
		String text = "e" + "\u0301".repeat(500);
		assertThat(Graphemes.boundaryUpTo(text, 400)).isEqualTo(400);
		String astral = "e" + "\uD834\uDD65".repeat(500);
		assertThat(Graphemes.boundaryUpTo(astral, 400)).isEqualTo(399);
	}

}
