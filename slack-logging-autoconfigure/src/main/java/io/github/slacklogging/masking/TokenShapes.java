package io.github.slacklogging.masking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Kinds of tokens that are looked for together, in one pass. Immutable. */
final class TokenShapes {

	private static final int SLOTS = 512;

	private static final TokenShape[] NONE = {};

	private final List<TokenShape> shapes;

	/** By their first three characters. */
	private final TokenShape[][] slots = new TokenShape[SLOTS][];

	/**
	 * Some kinds.
	 * @param shapes with prefixes of three characters at least; the first one that fits
	 * counts
	 */
	TokenShapes(List<TokenShape> shapes) {
		this.shapes = List.copyOf(shapes);
		Arrays.fill(this.slots, NONE);
		for (TokenShape shape : shapes) {
			int slot = slot(shape.prefix(), 0);
			TokenShape[] with = Arrays.copyOf(this.slots[slot], this.slots[slot].length + 1);
			with[with.length - 1] = shape;
			this.slots[slot] = with;
		}
	}

	private static int slot(String text, int at) {
		return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) & (SLOTS - 1);
	}

	/** The prefixes, as triggers are written. */
	List<String> triggers() {
		return this.shapes.stream()
			.map((shape) -> shape.prefix().toLowerCase(Locale.ROOT).replaceAll("[0-9]", "0"))
			.distinct()
			.toList();
	}

	void find(String text, Runs runs, Consumer<Span> found) {
		int at = this.shapes.isEmpty() ? text.length() : 0;
		while (at < text.length() - 2) {
			TokenShape[] candidates = this.slots[slot(text, at)];
			int end = (candidates.length > 0) ? end(candidates, text, runs, at) : at;
			if (end > at) {
				found.accept(Span.stars(at, end));
			}
			at = Math.max(end, at + 1);
		}
	}

	private static int end(TokenShape[] candidates, String text, Runs runs, int at) {
		if (!Edges.beginsAt(text, at)) {
			return at;
		}
		for (TokenShape shape : candidates) {
			int end = text.startsWith(shape.prefix(), at) ? shape.end(text, runs, at) : at;
			if (end > at) {
				return end;
			}
		}
		return at;
	}

}
