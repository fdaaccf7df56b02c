package io.github.slacklogging.masking;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;
import static io.github.slacklogging.masking.RuleTesting.mask;
import static org.assertj.core.api.Assertions.assertThat;

/** What all rules for tokens have in common; their tables hold the rest. */
class TokenRulesTests {

	private static final String PLAIN = "16C7e42F292c6912E7710c838347Ae178B4a";

	private static final List<String> NEAR_MISSES = List.of("sk-", "ghs_.", "eyJ.", "eyJhbGciOiJIUzI1NiJ9.", "eyJ-",
			"xox", "/services/T", "/services/TA/B", "hooks.slack", "wss://", "-----BEGIN PRI" + "VATE KEY-----",
			"-----BEGIN PRI" + "VATE KEY-----" + "A".repeat(20), "Private-Lines: 1 ", "----", "AKIA", "aws a1B/",
			"AccountKey=\\\"", "sig=", "0Q~", "AZDO", "1234567:AA", "AAAAAA:APA91b", "MTE.", "discord MTE.", "key:",
			"auth=a1B", "salt:\"", "A==", ":_auth", "=>", "a1B2", "\\\\\"", "SK0", "%3D", ">");

	private final List<MaskingRule> rules = List.of(new SlackSecretRule(), TokenShapeRule.github(),
			TokenShapeRule.gitlab(), TokenShapeRule.stripe(), TokenShapeRule.npm(), TokenShapeRule.pypi(),
			TokenShapeRule.google(), new AwsRule(), new AzureRule(), new ApiKeyRule(), new JwtRule(),
			new PrivateKeyRule(), new HighEntropyRule());

	@TestFactory
	Stream<DynamicTest> timeIsLinear() {
		return this.rules.stream()
			.flatMap((rule) -> Stream.concat(NEAR_MISSES.stream(), rule.triggers().literals().stream())
				.map((piece) -> DynamicTest.dynamicTest(rule.sheet().name() + ": " + piece,
						() -> assertLinear(rule, piece))));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^', textBlock = """
			<ghp_T> --> <***>
			`ghp_T` --> `***`
			x=ghp_T&y=1 --> x=***&y=1
			x%3Dghp_T%26y --> x%3D***%26y
			\\"x\\":\\"ghp_T\\" --> \\"x\\":\\"***\\"
			\\u003dghp_T\\u0026 --> \\u003d***\\u0026
			a\\nghp_T\\nb --> a\\n***\\nb
			トークンghp_Tです --> トークン***です
			(ghp_T). --> (***).
			ghp_T, ghp_T --> ***, ***
			https://ghp_T@github.com/x --> https://***@github.com/x
			""")
	void surroundingsOfTokenStay(String text, String masked) {
		assertThat(mask(TokenShapeRule.github(), text.replace("T", PLAIN))).isEqualTo(masked);
	}

	@Test
	void tokenInsideOfWordIsNone() {
		assertThat(mask(TokenShapeRule.github(), "weighp_" + PLAIN)).isEqualTo("weighp_" + PLAIN);
		assertThat(mask(new ApiKeyRule(), "desk-" + PLAIN)).isEqualTo("desk-" + PLAIN);
	}

	@Test
	void tokenThatTheEndOfTheTextCutsIsMasked() {
		String token = "ghp_" + PLAIN;
		for (int length = 10; length <= token.length(); length++) {
			assertThat(mask(TokenShapeRule.github(), "used " + token.substring(0, length))).isEqualTo("used ***");
		}
	}

	@Test
	void keyThatTheEndOfTheTextCutsIsMaskedToThere() {
		String text = "-----BEGIN RSA PRI" + "VATE KEY-----\nMIIEowIBAAKCAQEA04up8hoq\nXIvn5P";
		assertThat(mask(new PrivateKeyRule(), text)).isEqualTo("-----BEGIN RSA PRI" + "VATE KEY-----\n***");
	}

	@Test
	void twoKeysAreMaskedEachForItself() {
		String key = "-----BEGIN PRI" + "VATE KEY-----\nMIIEowIBAAKCAQEA04up8hoq\n-----END PRI" + "VATE KEY-----\n";
		assertThat(mask(new PrivateKeyRule(), key + "and\n" + key))
			.isEqualTo((key + "and\n" + key).replace("MIIEowIBAAKCAQEA04up8hoq", "***"));
	}

	@Test
	void secretKeyWithoutAnyWordNearIsNoKeyOfAws() {
		String key = "zvIlWym91vI6RxlZe4" + "ThEn3x5E2BsUvgCoJpbUp1";
		assertThat(mask(new AwsRule(), "build " + key)).isEqualTo("build " + key);
		assertThat(mask(new AwsRule(), "aws " + " ".repeat(100) + key)).endsWith(key);
		assertThat(mask(new AwsRule(), "aws " + " ".repeat(90) + key)).endsWith("***");
	}

}
