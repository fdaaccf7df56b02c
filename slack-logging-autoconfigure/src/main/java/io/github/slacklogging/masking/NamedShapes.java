package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;

/** Kinds of values that are looked for together, in one pass. Immutable. */
final class NamedShapes {

	private static final int ASCII = 128;

	private final List<NamedShape> shapes;

	/** First characters of the names, in either case. */
	private final boolean[] firsts = new boolean[ASCII];

	/**
	 * Some kinds.
	 * @param shapes a name that begins with another one stands before that
	 */
	NamedShapes(List<NamedShape> shapes) {
		this.shapes = List.copyOf(shapes);
		for (NamedShape shape : shapes) {
			char first = shape.name().charAt(0);
			this.firsts[first] = true;
			this.firsts[Character.toUpperCase(first)] = true;
		}
	}

	/** The names, as triggers are written. */
	List<String> triggers() {
		return this.shapes.stream().map(NamedShape::name).toList();
	}

	void find(String text, Consumer<Span> found) {
		if (this.shapes.isEmpty()) {
			return;
		}
		int at = 0;
		while (at < text.length()) {
			char c = text.charAt(at);
			at = (c < ASCII && this.firsts[c]) ? pass(text, at, found) : at + 1;
		}
	}

	private int pass(String text, int at, Consumer<Span> found) {
		for (NamedShape shape : this.shapes) {
			int end = shape.pass(text, at, found);
			if (end > at) {
				return end;
			}
		}
		return at + 1;
	}

}
