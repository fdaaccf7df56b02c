package io.github.slacklogging.masking;

import java.util.List;

/**
 * What makes it worth to look closer: one of them stands in every text in which a rule
 * finds something. Found regardless of case.
 *
 * @param always whether every text is looked at
 * @param literals ASCII in lower case, as they stand in the text; a {@code 0} stands for
 * any digit
 * @param names letters and digits only; in the text {@code -}, {@code _} and {@code .}
 * may stand between them
 */
record Triggers(boolean always, List<String> literals, List<String> names) {

	Triggers {
		literals = List.copyOf(literals);
		names = List.copyOf(names);
	}

	/** Every text. */
	static Triggers everyText() {
		return new Triggers(true, List.of(), List.of());
	}

	static Triggers literals(String... literals) {
		return new Triggers(false, List.of(literals), List.of());
	}

	/** Names, letters of any script included: then every text. */
	static Triggers names(List<String> names) {
		boolean ascii = names.stream().allMatch((name) -> name.chars().allMatch((c) -> c < 128));
		return ascii ? new Triggers(false, List.of(), names) : everyText();
	}

	Triggers orLiterals(String... more) {
		return new Triggers(this.always, List.of(more), this.names);
	}

}
