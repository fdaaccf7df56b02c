package io.github.slacklogging.masking;

import java.util.List;

/**
 * All rules there are, the most telling first: where two claim the same place, the first
 * one names it.
 */
final class BuiltInRules {

	private BuiltInRules() {
	}

	/**
	 * All of them.
	 * @param names names of things whose value is a secret
	 */
	static List<MaskingRule> all(SecretNames names) {
		return List.of(always(), TokenShapeRule.github(), TokenShapeRule.gitlab(), TokenShapeRule.stripe(),
				TokenShapeRule.npm(), TokenShapeRule.pypi(), TokenShapeRule.google(), new AwsRule(), new AzureRule(),
				new ApiKeyRule(), new JwtRule(), new PrivateKeyRule(), new AuthorizationRule(),
				new UrlCredentialsRule(), new CommandLineRule(), new KeyValueRule(names), new HighEntropyRule(),
				new EmailRule(), new SsnRule(), new IbanRule(), new CardRule(), new PhoneRule(), new IpAddressRule());
	}

	/** The one that cannot be turned off: Slack's secrets are this library's own. */
	static MaskingRule always() {
		return new SlackSecretRule();
	}

}
