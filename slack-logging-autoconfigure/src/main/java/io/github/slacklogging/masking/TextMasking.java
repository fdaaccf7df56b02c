package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Applies rules to one text. Every rule sees the text as it was, so their order matters
 * only where two claim the same place. A long text is cut before it is looked at, and
 * never in the middle of a secret. Immutable.
 */
final class TextMasking {

	static final int MAX_LENGTH = 64 * 1024;

	/** How far behind the cut the rules look, to see a secret that lies across it. */
	private static final int LOOKAHEAD = 4 * 1024;

	/** How far the cut moves back to spare a word. */
	private static final int MAX_WORD = 256;

	private static final String CUT = "…";

	private final List<MaskingRule> rules;

	private final RuleGate gate;

	/** Those of the application: always asked, as many as there are. */
	private final List<MaskingRule> ownRules;

	/**
	 * A masking of texts.
	 * @param rules behind one gate
	 * @param ownRules shown every text
	 */
	TextMasking(List<MaskingRule> rules, List<MaskingRule> ownRules) {
		this.rules = List.copyOf(rules);
		this.gate = new RuleGate(rules);
		this.ownRules = List.copyOf(ownRules);
	}

	MaskedText mask(String text) {
		String window = (text.length() > MAX_LENGTH + LOOKAHEAD) ? text.substring(0, MAX_LENGTH + LOOKAHEAD) : text;
		List<Found> found = find(window);
		if (found.isEmpty() && text.length() <= MAX_LENGTH) {
			return new MaskedText(text, List.of());
		}
		int cut = (text.length() > MAX_LENGTH) ? cut(text) : text.length();
		MaskedText masked = replace(window, found, cut);
		return (cut < text.length()) ? new MaskedText(masked.text() + CUT, masked.rules()) : masked;
	}

	private static MaskedText replace(String window, List<Found> found, int cut) {
		StringBuilder masked = new StringBuilder(cut + 16);
		List<String> rules = new ArrayList<>(found.size());
		int at = 0;
		for (Found next : found) {
			if (next.start() >= cut) {
				break;
			}
			masked.append(window, at, next.start()).append(next.replacement());
			rules.add(next.rule());
			at = next.end();
		}
		if (at < cut) {
			masked.append(window, at, cut);
		}
		return new MaskedText(masked.toString(), rules);
	}

	/** What was found, in order, overlapping places joined. */
	List<Found> find(String text) {
		List<Found> all = new ArrayList<>(0);
		for (long open = this.gate.open(text); open != 0; open &= open - 1) {
			find(this.rules.get(Long.numberOfTrailingZeros(open)), text, all);
		}
		for (MaskingRule rule : this.ownRules) {
			find(rule, text, all);
		}
		if (all.size() < 2) {
			return all;
		}
		all.sort(Comparator.comparingInt(Found::start));
		List<Found> joined = new ArrayList<>(all.size());
		Found current = all.get(0);
		for (Found next : all.subList(1, all.size())) {
			if (next.start() < current.end()) {
				current = current.upTo(Math.max(current.end(), next.end()));
			}
			else {
				joined.add(current);
				current = next;
			}
		}
		joined.add(current);
		return joined;
	}

	private static void find(MaskingRule rule, String text, List<Found> all) {
		String name = rule.sheet().name();
		rule.find(text, (span) -> all.add(new Found(name, span.start(), span.end(), span.replacement())));
	}

	private static int cut(String text) {
		int cut = MAX_LENGTH;
		while (cut > MAX_LENGTH - MAX_WORD && !Character.isWhitespace(text.charAt(cut - 1))) {
			cut--;
		}
		if (!Character.isWhitespace(text.charAt(cut - 1))) {
			cut = MAX_LENGTH;
		}
		return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
	}

	/**
	 * A place and the rule that claims it.
	 *
	 * @param rule name of the rule
	 * @param start first character
	 * @param end behind the last character
	 * @param replacement what stands there instead
	 */
	record Found(String rule, int start, int end, String replacement) {

		Found upTo(int newEnd) {
			return new Found(this.rule, this.start, newEnd, this.replacement);
		}

	}

}
