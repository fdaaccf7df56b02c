package io.github.slacklogging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedTextTests {

	private static final int LIMIT = 1_000;

	@Test
	void textThatFitsIsTheSameText() {
		String text = new String("four");

		assertThat(BoundedText.cut(text, 4)).isSameAs(text);
		assertThat(BoundedText.beginning(text, 4)).isSameAs(text);
	}

	@Test
	void longerTextEndsWithAWholeWordAndAnEllipsis() {
		assertThat(BoundedText.cut("one two three", 11)).isEqualTo("one two …");
		assertThat(BoundedText.cut("one two three", 9)).isEqualTo("one two …");
		assertThat(BoundedText.cut("one two three", 8)).isEqualTo("one …");
		assertThat(BoundedText.cut("fives", 4)).isEqualTo("…");
		assertThat(BoundedText.cut("fives", 1)).isEqualTo("…");
	}

	@Test
	void beginningHasNoEllipsis() {
		assertThat(BoundedText.beginning("one two three", 9)).isEqualTo("one two ");
	}

	@Test
	void wordWithoutEndLosesItsLastPart() {
		assertThat(BoundedText.beginning("x".repeat(LIMIT + 1), LIMIT)).isEqualTo("x".repeat(LIMIT - 512));
	}

	@Test
	void textWithoutBlanksIsCutBetweenItsParts() {
		String part = "{\"key\":\"value\"},";

		assertThat(BoundedText.beginning(part.repeat(LIMIT), LIMIT)).endsWith("{\"key\":\"")
			.hasSizeGreaterThan(LIMIT - 16);
	}

	@Test
	void cutNeverSplitsACodePoint() {
		String text = "\uD83D\uDE00".repeat(LIMIT);

		assertThat(BoundedText.beginning(text, LIMIT)).hasSize(LIMIT - 512);
		assertThat(BoundedText.beginning(text, LIMIT - 1)).hasSize(LIMIT - 514);
		assertThat(BoundedText.beginning("\uD83D".repeat(LIMIT), LIMIT - 1)).hasSize(LIMIT - 513);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111 1111 1111 1111", "4111-1111-1111-1111", "DE38 5617 8204 0032 7117 23",
			"MT24 XZKB 4984 7452 2970 8413 4068 984", "+49 (0)89 1234567", "(415) 555-2671", "291 63 2174",
			"jane.doe@mail.example.com", "4111\u00a01111\u00a01111\u00a01111" })
	void halfANumberGoesWithTheCut(String secret) {
		for (String before : new String[] { "paid by ", "paid by=", "{\"by\":\"" }) {
			String text = before + secret + "\" and more";
			for (int end = before.length() + 1; end < before.length() + secret.length(); end++) {
				assertThat(BoundedText.beginning(text, end)).hasSizeLessThanOrEqualTo(before.length() + 5)
					.startsWith(before.substring(0, before.indexOf(' ') + 1));
			}
		}
	}

	@Test
	void wordsBeforeTheCutStay() {
		assertThat(BoundedText.beginning("Order of Jane is lost", 18)).isEqualTo("Order of Jane is ");
	}

}
