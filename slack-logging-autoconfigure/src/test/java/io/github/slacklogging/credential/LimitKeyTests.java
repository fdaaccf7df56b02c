package io.github.slacklogging.credential;

import io.github.slacklogging.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitKeyTests {

	private static final Secret ONE = Secret.of("xoxb-one_test");

	@Test
	void sameCredentialAndChannelShareAKey() {
		assertThat(LimitKey.of(ONE, "#alerts")).isEqualTo(LimitKey.of(Secret.of("xoxb-one_test"), "#alerts"));
	}

	@Test
	void credentialAndChannelBothCount() {
		assertThat(LimitKey.of(ONE, "#alerts")).isNotEqualTo(LimitKey.of(ONE, "#oncall"))
			.isNotEqualTo(LimitKey.of(ONE, null))
			.isNotEqualTo(LimitKey.of(Secret.of("xoxb-two_test"), "#alerts"));
	}

	@Test
	void channelIsTheSameWithAndWithoutItsHash() {
		assertThat(LimitKey.of(ONE, "#alerts")).isEqualTo(LimitKey.of(ONE, "alerts"));
	}

	@Test
	void keyOfACredentialKnowsNoChannel() {
		assertThat(LimitKey.ofCredential(ONE)).isEqualTo(LimitKey.ofCredential(Secret.of("xoxb-one_test")))
			.isNotEqualTo(LimitKey.ofCredential(Secret.of("xoxb-two_test")))
			.isNotEqualTo(LimitKey.of(ONE, "#alerts"));
	}

	@Test
	void keyIsSixteenHexadecimalDigitsAndNothingElse() {
		assertThat(LimitKey.of(ONE, "#alerts")).matches("[0-9a-f]{16}");
	}

}
