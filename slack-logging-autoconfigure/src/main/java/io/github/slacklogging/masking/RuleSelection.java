package io.github.slacklogging.masking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rules work. Names switch on, {@code default} stands for all but the opt-in ones,
 * a name behind a minus is taken away again. Nothing but names behind a minus, or nothing
 * at all, means: from the default. Immutable.
 */
final class RuleSelection {

	/** All rules but the opt-in ones. */
	static final String DEFAULT = "default";

	private static final String WITHOUT = "-";

	private final List<MaskingRule> rules;

	private final List<String> wanted;

	/**
	 * A selection.
	 * @param rules all there are; the first one always works
	 * @param wanted as configured
	 * @throws IllegalArgumentException naming the property, for a name that no rule has
	 */
	RuleSelection(List<MaskingRule> rules, List<String> wanted) {
		this.rules = rules;
		this.wanted = wanted;
		for (String entry : wanted) {
			check(entry);
		}
	}

	private void check(String entry) {
		String name = bare(entry);
		if (name.equals(DEFAULT) && !entry.startsWith(WITHOUT)) {
			return;
		}
		List<String> names = this.rules.stream().map((rule) -> rule.sheet().name()).toList();
		if (!names.contains(name)) {
			throw new IllegalArgumentException("slack.logging.masking.rules knows no rule '" + name + "'; there are "
					+ String.join(", ", names) + ", and 'default'");
		}
		if (entry.startsWith(WITHOUT) && name.equals(names.get(0))) {
			throw new IllegalArgumentException("slack.logging.masking.rules cannot take away '" + name
					+ "': it protects this library's own secrets");
		}
	}

	private static String bare(String entry) {
		return entry.startsWith(WITHOUT) ? entry.substring(WITHOUT.length()) : entry;
	}

	/** The rules that work, in their order. */
	List<MaskingRule> rules() {
		Set<String> chosen = new LinkedHashSet<>();
		boolean onlyWithout = this.wanted.stream().allMatch((entry) -> entry.startsWith(WITHOUT));
		if (onlyWithout || this.wanted.contains(DEFAULT)) {
			this.rules.stream().map(MaskingRule::sheet).filter((sheet) -> !sheet.optIn()).forEach((sheet) -> {
				chosen.add(sheet.name());
			});
		}
		chosen.addAll(this.wanted);
		this.wanted.stream()
			.filter((entry) -> entry.startsWith(WITHOUT))
			.map(RuleSelection::bare)
			.forEach(chosen::remove);
		chosen.add(this.rules.get(0).sheet().name());
		return this.rules.stream().filter((rule) -> chosen.contains(rule.sheet().name())).toList();
	}

}
