package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;
import static io.github.slacklogging.masking.RuleTesting.mask;
import static org.assertj.core.api.Assertions.assertThat;

class EmailRuleTests {

	private final EmailRule rule = new EmailRule();

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			User jane.doe+shop@mail.example.com not found --> User ***@***.*** not found
			<jane@example.com>, to='bob@example.org'. --> <***@***.***>, to='***@***.***'.
			email=jane@example.com. Next --> email=***@***.***. Next
			?to=jane%40example.com&x=1 --> ?to=***@***.***&x=1
			jörg@straße.de --> ***@***.***
			山田@例え.テスト --> ***@***.***
			jane@xn--bcher-kva.example --> ***@***.***
			mailto:jane@example.co.uk --> mailto:***@***.***
			https://x.example/?u=jane@example.com --> https://x.example/?u=***@***.***
			mailto:pw@host.example.com?x --> mailto:***@***.***?x
			o'brien@example.com --> ***@***.***
			a@b.example.com.7 --> ***@***.***.7
			""")
	void addressIsMasked(String text, String masked) {
		assertThat(mask(this.rule, text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Order@1f2e3d", "Order@1f2e3d.", "@RestController", "react@18.2.0", "a @ b.com",
			"bob@localhost", "@example.com", "jane@", "jane@.com", "[Ljava.lang.String;@6d06d69c", "***@***.***",
			"100%40", "https://user:pw@host.example.com/x" })
	void innocentTextStays(String text) {
		assertThat(mask(this.rule, text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@", "a@", "a", "a.", "a@b.", "%40", "a%40", "a@a.a-", "\"@a.b", "a:b@", "/a@b.c",
			"%3Da%40b.c", "a.a.a@a.a.a." })
	void timeIsLinear(String piece) {
		assertLinear(this.rule, piece);
	}

}
