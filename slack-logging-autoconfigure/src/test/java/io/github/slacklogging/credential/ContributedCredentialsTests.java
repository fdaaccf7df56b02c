package io.github.slacklogging.credential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.SlackHosts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContributedCredentialsTests {

	private static final Map<String, SecretRule> RULES = Map.of("default",
			SecretRule.webhookUrl(new SlackHosts(Set.of())), "oncall", SecretRule.botToken(true));

	private static final String HOOK = "https://hooks.slack.com/services/T000/B000/XXX_test";

	private final Vault vault = new Vault();

	private final List<String> trouble = new ArrayList<>();

	private final ContributedCredentials credentials = credentials(this.vault);

	private ContributedCredentials credentials(SlackCredentials... beans) {
		return new ContributedCredentials(List.of(beans), RULES,
				new ConfiguredCredentials(Map.of("default", SecretSource.fixed(Secret.of(HOOK + "_configured")),
						"oncall", SecretSource.awaited("slack.logging.destinations.oncall.bot-token"))),
				this.trouble::add);
	}

	@Test
	void beanWinsOverTheConfiguration() {
		this.vault.put("default", HOOK);
		assertThat(revealed("default")).isEqualTo(HOOK);
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void configurationCountsForWhatTheBeanDoesNotKnow() {
		this.vault.put("oncall", "xoxb-XXX_test");
		assertThat(revealed("default")).isEqualTo(HOOK + "_configured");
		assertThat(revealed("oncall")).isEqualTo("xoxb-XXX_test");
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void firstOfSeveralBeansThatKnowsASecretWins() {
		Vault second = new Vault();
		second.put("default", HOOK + "_second");
		ContributedCredentials both = credentials(this.vault, second);
		assertThat(both.credential("default").reveal()).isEqualTo(HOOK + "_second");
		this.vault.put("default", HOOK);
		assertThat(both.credential("default").reveal()).isEqualTo(HOOK);
	}

	@Test
	void destinationThatNobodyKnowsHasNone() {
		assertThatExceptionOfType(UnusableSecretException.class).isThrownBy(() -> this.credentials.credential("oncall"))
			.withMessage("slack.logging.destinations.oncall.bot-token is from-bean, "
					+ "and no SlackCredentials bean gives a usable one");
	}

	@Test
	void blanksAroundASecretDoNotBelongToIt() {
		this.vault.put("default", " " + HOOK + "\n");
		assertThat(revealed("default")).isEqualTo(HOOK);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			default | ' '                                        | is blank
			default | hooks.slack.com/services/T/B/XXX_test      | is not a URL
			default | http://hooks.slack.com/services/T/B/XXX_test | does not use https
			default | https://evil.example/services/T/B/XXX_test | names a host that is not Slack's
			default | https://me:XXX_test@hooks.slack.com/x      | holds user information
			default | xoxb-XXX_test                              | is not a URL
			oncall  | https://hooks.slack.com/services/T/B/XXX_test | is not a token of Slack's
			oncall  | xapp-1-XXX_test                            | is an app-level token
			oncall  | xoxb-XXX_test${vault}                      | holds a placeholder
			""")
	void whatCannotBeUsedIsToldWithoutItsText(String destination, String given, String told) {
		this.vault.put(destination, given);
		if (destination.equals("default")) {
			assertThat(revealed("default")).isEqualTo(HOOK + "_configured");
		}
		else {
			assertThatExceptionOfType(UnusableSecretException.class)
				.isThrownBy(() -> this.credentials.credential(destination));
		}
		assertThat(this.trouble).singleElement()
			.asString()
			.startsWith("what a SlackCredentials bean gives for destination '" + destination + "' " + told)
			.doesNotContain("XXX_test");
	}

	@Test
	void beanThatFailsIsToldByTheTypeOfItsFailureAlone() {
		this.vault.failure = new IllegalStateException("cannot renew " + HOOK);
		assertThat(revealed("default")).isEqualTo(HOOK + "_configured");
		this.vault.failure = new OutOfMemoryError(HOOK);
		assertThat(revealed("default")).isEqualTo(HOOK + "_configured");
		assertThat(this.trouble).containsExactly(
				"a SlackCredentials bean failed for destination 'default' (IllegalStateException)",
				"a SlackCredentials bean failed for destination 'default' (OutOfMemoryError)");
	}

	@Test
	void secretGivenLastGoesOnWhileTheBeanFails() {
		this.vault.put("oncall", "xoxb-XXX_test");
		revealed("oncall");
		this.vault.failure = new IllegalStateException("sealed");
		assertThat(revealed("oncall")).isEqualTo("xoxb-XXX_test");
		this.vault.failure = null;
		this.vault.put("oncall", "");
		assertThat(revealed("oncall")).isEqualTo("xoxb-XXX_test");
	}

	@Test
	void refusedSecretDoesNotGoOn() {
		this.vault.put("default", HOOK);
		revealed("default");
		this.credentials.refused("default");
		this.vault.failure = new IllegalStateException("sealed");
		assertThat(revealed("default")).isEqualTo(HOOK + "_configured");
		assertThat(this.vault.refused).containsExactly("default");
	}

	@Test
	void secretThatTheBeanForgotIsNotUsedAnyMore() {
		this.vault.put("default", HOOK);
		revealed("default");
		this.vault.remove("default");
		assertThat(revealed("default")).isEqualTo(HOOK + "_configured");
		this.vault.failure = new IllegalStateException("sealed");
		assertThat(revealed("default")).isEqualTo(HOOK + "_configured");
	}

	@Test
	void beanThatFailsAtARefusalDoesNotKeepTheOthersFromHearingOfIt() {
		Vault second = new Vault();
		ContributedCredentials both = credentials(this.vault, second);
		this.vault.failure = new IllegalStateException(HOOK);
		both.refused("oncall");
		assertThat(second.refused).containsExactly("oncall");
		assertThat(this.trouble).singleElement()
			.asString()
			.contains("'oncall'", "IllegalStateException")
			.doesNotContain(HOOK);
	}

	@Test
	void textHoldsNoSecret() {
		this.vault.put("default", HOOK);
		revealed("default");
		assertThat(this.credentials.toString()).doesNotContain("XXX_test");
	}

	private String revealed(String destination) {
		return this.credentials.credential(destination).reveal();
	}

	private static final class Vault implements SlackCredentials {

		private final Map<String, String> secrets = new HashMap<>();

		private final List<String> refused = new ArrayList<>();

		private @Nullable Throwable failure;

		void put(String destination, String secret) {
			this.secrets.put(destination, secret);
		}

		void remove(String destination) {
			this.secrets.remove(destination);
		}

		@Override
		public @Nullable Secret credential(String destination) {
			failIfToldTo();
			String secret = this.secrets.get(destination);
			return (secret != null) ? Secret.of(secret) : null;
		}

		@Override
		public void refused(String destination) {
			failIfToldTo();
			this.refused.add(destination);
		}

		private void failIfToldTo() {
			if (this.failure instanceof Error error) {
				throw error;
			}
			if (this.failure instanceof RuntimeException exception) {
				throw exception;
			}
		}

	}

}
