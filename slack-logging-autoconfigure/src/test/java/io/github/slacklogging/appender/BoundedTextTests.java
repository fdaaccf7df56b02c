package io.github.slacklogging.appender;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedTextTests {

	@Test
	void textThatFitsIsTheSameText() {
		String text = new String("four");

		assertThat(BoundedText.cut(text, 4)).isSameAs(text);
	}

	@Test
	void longerTextEndsInAnEllipsisWithinTheLength() {
		assertThat(BoundedText.cut("fives", 4)).isEqualTo("fiv…");
		assertThat(BoundedText.cut("fives", 1)).isEqualTo("…");
	}

	@Test
	void cutNeverSplitsACodePoint() {
		assertThat(BoundedText.cut("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
		assertThat(BoundedText.cut("ab\uD83D\uDE00cd", 5)).isEqualTo("ab\uD83D\uDE00…");
	}

	@Test
	void loneSurrogateIsNoCodePoint() {
		assertThat(BoundedText.cut("ab\uD83Dcd", 4)).isEqualTo("ab\uD83D…");
	}

}
