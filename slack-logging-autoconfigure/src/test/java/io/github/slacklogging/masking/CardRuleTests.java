package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;
import static io.github.slacklogging.masking.RuleTesting.mask;
import static org.assertj.core.api.Assertions.assertThat;

class CardRuleTests {

	private final CardRule rule = new CardRule();

	/** The numbers are the networks' published test numbers. */
	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			card 4111111111111111 declined --> card ****-****-****-**** declined
			4111 1111 1111 1111 12/27 --> ****-****-****-**** 12/27
			4111-1111-1111-1111. --> ****-****-****-****.
			pan=5555555555554444,cvc --> pan=****-****-****-****,cvc
			2223003122003222 --> ****-****-****-****
			378282246310005 --> ****-****-****-****
			3782 822463 10005 --> ****-****-****-****
			30569309025904 --> ****-****-****-****
			3056 930902 5904 --> ****-****-****-****
			6011111111111117 --> ****-****-****-****
			3530111333300000 --> ****-****-****-****
			visa 4222222222222 --> visa ****-****-****-****
			cardNumber=4571429028201223278 --> cardNumber=****-****-****-****
			order_4012888888881881 12 --> order_****-****-****-**** 12
			{"note":"card\\n4111111111111111"} --> {"note":"card\\n****-****-****-****"}
			7 4111 1111 1111 1111 --> 7 ****-****-****-****
			""")
	void cardNumberIsMasked(String text, String masked) {
		assertThat(mask(this.rule, text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "order 4111111111111112", "1786701432123", "1786701432123456789", "0.4111111111111111",
			"4111111111111111.5", "a4111111111111111", "4111111111111111f", "4111-1111 1111-1111",
			"41111111-1111-4111-8111-111111111111", "9111111111111111", "4111 1111 1111", "41111111111111111111",
			"1.2.3", "4222222222222", "4571429028201223278", "2026-10-12 10:02:03", "00000000000000000000",
			"0000000000000000", "4111  1111 1111 1111" })
	void innocentTextStays(String text) {
		assertThat(mask(this.rule, text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "4 ", "4111 ", "4111-1111-", "4111111111111112 ", "card 411111111111 ", "%204111",
			"4111%20", "visa4571429028201223279 " })
	void timeIsLinear(String piece) {
		assertLinear(this.rule, piece);
	}

}
