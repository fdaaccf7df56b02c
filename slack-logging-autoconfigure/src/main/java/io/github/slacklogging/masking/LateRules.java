package io.github.slacklogging.masking;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a configuration, made when they are first needed: their tables and classes
 * are a large part of what a start would otherwise wait for, and nothing is masked before
 * something went wrong. Thread-safe; made once.
 */
final class LateRules {

	private final Supplier<ChosenRules> maker;

	private volatile @Nullable Made made;

	/**
	 * Makes nothing yet.
	 * @param maker of rules that were found to be right
	 */
	LateRules(Supplier<ChosenRules> maker) {
		this.maker = maker;
	}

	/** For any text. */
	TextMasking texts() {
		return made().texts;
	}

	/** For what is the same in many events. */
	NameMasking names() {
		return made().names;
	}

	private Made made() {
		Made known = this.made;
		return (known != null) ? known : make();
	}

	private synchronized Made make() {
		Made known = this.made;
		if (known == null) {
			known = new Made(this.maker.get());
			this.made = known;
		}
		return known;
	}

	private static final class Made {

		private final TextMasking texts;

		private final NameMasking names;

		Made(ChosenRules chosen) {
			this.texts = chosen.textMasking();
			this.names = new NameMasking(this.texts, chosen.secretKeys());
		}

	}

}
