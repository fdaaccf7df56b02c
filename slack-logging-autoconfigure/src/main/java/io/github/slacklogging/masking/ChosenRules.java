package io.github.slacklogging.masking;

import java.util.List;
import java.util.Map;

/** The rules that a configuration asks for. Immutable. */
final class ChosenRules {

	private final SecretNames secretKeys;

	private final TextMasking textMasking;

	/**
	 * Chooses among the built-in rules and compiles the application's patterns.
	 * @param enabled {@code false} leaves only Slack's own secrets
	 * @param wanted names, see {@link RuleSelection}
	 * @param keys names whose values are secrets
	 * @param patterns of the application, by name
	 * @throws IllegalArgumentException naming the property that is wrong
	 */
	ChosenRules(boolean enabled, List<String> wanted, List<String> keys, Map<String, String> patterns) {
		List<MaskingRule> all = BuiltInRules.all(new SecretNames(keys));
		List<MaskingRule> chosen = new RuleSelection(all, wanted).rules();
		List<MaskingRule> own = MaskingPatterns.rules(patterns,
				all.stream().map((rule) -> rule.sheet().name()).toList());
		boolean byName = enabled && chosen.stream().anyMatch((rule) -> rule.sheet().equals(KeyValueRule.SHEET));
		this.secretKeys = new SecretNames(byName ? keys : List.of());
		this.textMasking = enabled ? new TextMasking(chosen, own)
				: new TextMasking(List.of(BuiltInRules.always()), List.of());
	}

	/** Names of MDC entries and key-value pairs whose whole value goes. */
	SecretNames secretKeys() {
		return this.secretKeys;
	}

	TextMasking textMasking() {
		return this.textMasking;
	}

}
