package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which rules are worth asking about a text: one pass for the triggers of all of
 * them. Immutable.
 */
final class RuleGate {

	/** What may stand between the letters of a name. */
	private static final String JOINTS = "-_. ";

	private final LiteralScan literals;

	private final LiteralScan names;

	private final long always;

	/**
	 * A gate before rules.
	 * @param rules at most as many as a {@code long} has bits
	 */
	RuleGate(List<MaskingRule> rules) {
		if (rules.size() > Long.SIZE) {
			throw new IllegalArgumentException("At most " + Long.SIZE + " rules, not " + rules.size());
		}
		Lines literals = new Lines();
		Lines names = new Lines();
		long always = 0;
		for (int i = 0; i < rules.size(); i++) {
			Triggers triggers = rules.get(i).triggers();
			literals.add(triggers.literals(), 1L << i);
			names.add(triggers.names(), 1L << i);
			always |= triggers.always() ? 1L << i : 0;
		}
		this.literals = new LiteralScan(literals.texts, literals.bits, "");
		this.names = new LiteralScan(names.texts, names.bits, JOINTS);
		this.always = always;
	}

	/**
	 * The rules that may find something.
	 * @param text any
	 * @return a bit for each, by its place in the list
	 */
	long open(String text) {
		return this.always | this.literals.scan(text) | this.names.scan(text);
	}

	/** Texts and the bits they stand for. */
	private static final class Lines {

		private final List<String> texts = new ArrayList<>();

		private final List<Long> bits = new ArrayList<>();

		void add(List<String> more, long bit) {
			this.texts.addAll(more);
			more.forEach((text) -> this.bits.add(bit));
		}

	}

}
