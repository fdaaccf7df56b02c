package io.github.slacklogging.credential;

import java.util.Map;

import io.github.slacklogging.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ConfiguredCredentialsTests {

	private static final Secret ONE = Secret.of("xoxb-one_test");

	@Test
	void eachDestinationHasItsOwnSecret() {
		Secret two = Secret.of("xoxb-two_test");
		ConfiguredCredentials credentials = new ConfiguredCredentials(
				Map.of("default", SecretSource.fixed(ONE), "oncall", SecretSource.fixed(two)));
		assertThat(credentials.credential("default")).isEqualTo(ONE);
		assertThat(credentials.credential("oncall")).isEqualTo(two);
	}

	@Test
	void refusedPropertyStaysWhatItIs() {
		ConfiguredCredentials credentials = new ConfiguredCredentials(Map.of("default", SecretSource.fixed(ONE)));
		credentials.refused("default");
		assertThat(credentials.credential("default")).isEqualTo(ONE);
	}

	@Test
	void refusalReachesTheSourceOfThatDestinationOnly() {
		CountingSource one = new CountingSource();
		CountingSource two = new CountingSource();
		new ConfiguredCredentials(Map.of("default", one, "oncall", two)).refused("oncall");
		assertThat(one.refusals).isZero();
		assertThat(two.refusals).isOne();
	}

	@Test
	void unknownDestinationIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> new ConfiguredCredentials(Map.of()).credential("oncall"))
			.withMessageContaining("'oncall'");
	}

	@Test
	void textHoldsNoSecret() {
		ConfiguredCredentials credentials = new ConfiguredCredentials(Map.of("default", SecretSource.fixed(ONE)));
		assertThat(credentials.toString()).contains("default").doesNotContain("one_test");
		assertThat(SecretSource.fixed(ONE).toString()).doesNotContain("one_test");
	}

	private static final class CountingSource implements SecretSource {

		private int refusals;

		@Override
		public Secret read() {
			return ONE;
		}

		@Override
		public void refused() {
			this.refusals++;
		}

	}

}
