package io.github.slacklogging.masking;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;
import static io.github.slacklogging.masking.RuleTesting.mask;
import static org.assertj.core.api.Assertions.assertThat;

class AuthorizationRuleTests {

	private final AuthorizationRule rule = new AuthorizationRule();

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^',
			textBlock = """
					Authorization: Bearer abc.def --> Authorization: Bearer ***
					authorization:bearer abc --> authorization:bearer ***
					Proxy-Authorization: Basic YTpi --> Proxy-Authorization: Basic ***
					[Authorization:"Bearer abc-1", Accept:"*/*"] --> [Authorization:"Bearer ***", Accept:"*/*"]
					{Authorization=[Bearer abc-1], Accept=[*/*]} --> {Authorization=[Bearer ***], Accept=[*/*]}
					{"Authorization":"Basic YTpi"} --> {"Authorization":"Basic ***"}
					{\\"Authorization\\":\\"Bearer abc\\"} --> {\\"Authorization\\":\\"Bearer ***\\"}
					-H 'Authorization: token abc' --> -H 'Authorization: token ***'
					Authorization: raw-key-1 --> Authorization: ***
					Authorization: SharedKey bob:c2lnbmVk== --> Authorization: ***
					{Authorization=AWS AK1:c2ln, Accept=x} --> {Authorization=***, Accept=x}
					Authorization: Bearer abc status=401 --> Authorization: Bearer *** status=401
					Authorization: Digest username="bob", response="123" --> Authorization: Digest username="***", response="***"
					Authorization: AWS4-HMAC-SHA256 Credential=AK/1, Signature=f --> Authorization: AWS4-HMAC-SHA256 Credential=***, Signature=***
					sent Bearer eyJhbGciOiJub25lIn0.e30. to the shop --> sent Bearer *** to the shop
					BEARER a1b2c3d4e5 --> BEARER ***
					Bearer%20a1b2c3d4e5 --> Bearer%20***
					used Basic dXNlcjpwYXNz for it --> used Basic *** for it
					""")
	void credentialsAreMaskedAndTheSchemeStays(String text, String masked) {
		assertThat(mask(this.rule, text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer authentication failed", "the bearer of bad news", "Basic authentication is off",
			"Basic plan expired", "Authorization failed for bob", "Authorization: ***", "Authorization: Bearer ***",
			"BasicErrorController", "Bearer error=\"invalid_token\"" })
	void proseStays(String text) {
		assertThat(mask(this.rule, text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "authorization:", "bearer ", "basic ", "authorization=[\"", "Bearer a", "basic_", "basic:",
			"bearer:" })
	void timeIsLinear(String piece) {
		assertLinear(this.rule, piece);
	}

}
