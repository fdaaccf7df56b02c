package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextMaskingTests {

	private static final int MAX = TextMasking.MAX_LENGTH;

	private final TextMasking masking = EventMasking.Settings.defaults().chosen().textMasking();

	@Test
	void cleanTextIsTheSameString() {
		String text = "Order 4711 not found";
		assertThat(this.masking.mask(text).text()).isSameAs(text);
		assertThat(this.masking.mask(text).rules()).isEmpty();
	}

	@Test
	void severalRulesWorkOnOneText() {
		MaskedText masked = this.masking.mask("jane@example.com sent password=hunter2 and 4111 1111 1111 1111");
		assertThat(masked.text()).isEqualTo("***@***.*** sent password=*** and ****-****-****-****");
		assertThat(masked.rules()).containsExactly("email", "secret-key", "card");
	}

	@Test
	void placeClaimedTwiceIsMaskedOnce() {
		MaskedText masked = this.masking.mask("token=xoxb-000-XXX_test password=jane@example.com rest");
		assertThat(masked.text()).isEqualTo("token=*** password=*** rest");
		assertThat(masked.rules()).containsExactly("secret-key", "secret-key");
	}

	@Test
	void overlappingPlacesLeaveNothingBetweenThem() {
		TextMasking overlapping = new TextMasking(List.of(fixed("a", 2, 5), fixed("b", 4, 8)), List.of());
		assertThat(overlapping.mask("0123456789").text()).isEqualTo("01***89");
	}

	@Test
	void maskedTextIsNotMaskedAgain() {
		String once = this.masking
			.mask("Authorization: Bearer abc, jane@example.com password=x 123-45-6789 4111111111111111")
			.text();
		assertThat(this.masking.mask(once).text()).isEqualTo(once);
	}

	@Test
	void textAtTheLimitIsWhole() {
		String text = "x".repeat(MAX);
		assertThat(this.masking.mask(text).text()).isSameAs(text);
	}

	@Test
	void textBeyondTheLimitIsCutAndSaysSo() {
		assertThat(this.masking.mask("x".repeat(MAX + 1)).text()).isEqualTo("x".repeat(MAX) + "…");
		assertThat(this.masking.mask("x".repeat(10 * MAX)).text()).isEqualTo("x".repeat(MAX) + "…");
	}

	@Test
	void cutSparesTheLastWordAndSurrogatePairs() {
		assertThat(this.masking.mask("x".repeat(MAX - 10) + " CUST-4711-12345").text())
			.isEqualTo("x".repeat(MAX - 10) + " …");
		assertThat(this.masking.mask("x".repeat(MAX - 1) + "\uD83D\uDE00").text()).isEqualTo("x".repeat(MAX - 1) + "…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password=hunter2hunter2", "card 4111 1111 1111 1111",
			"password=\"correct horse battery\"", "Authorization: Bearer abcdefghij1234567890", "xoxb-000000-XXX_test",
			"jane.doe@mail.example.com", "https://hooks.slack.com/services/T000/B000/XXX_test", "123-45-6789" })
	void secretAcrossTheCutNeverLeavesInHalf(String secret) {
		String expected = this.masking.mask(secret).text();
		for (int before = MAX - secret.length() - 1; before <= MAX + 1; before += 3) {
			String masked = this.masking.mask(" ".repeat(before) + secret + " and more").text();
			String tail = masked.replace("…", "").replace("and more", "").strip();
			assertThat(expected).as("after %s blanks", before).startsWith(tail);
		}
	}

	@Test
	void secretLongerThanTheLookaheadIsMaskedToTheCut() {
		String masked = this.masking.mask("x".repeat(MAX - 20) + "-password=\"" + "s".repeat(20_000)).text();
		assertThat(masked).endsWith("x-password=\"***…");
	}

	private static MaskingRule fixed(String name, int start, int end) {
		return new MaskingRule() {

			@Override
			public RuleSheet sheet() {
				return RuleSheet.of(name, LeakSeverity.HIGH, "Always the same place.");
			}

			@Override
			public Triggers triggers() {
				return Triggers.everyText();
			}

			@Override
			public void find(String text, Consumer<Span> found) {
				found.accept(Span.stars(start, end));
			}

		};
	}

}
