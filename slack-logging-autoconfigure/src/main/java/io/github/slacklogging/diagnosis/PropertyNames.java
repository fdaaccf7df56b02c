package io.github.slacklogging.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows which properties are read, and which one somebody may have meant. Immutable.
 *
 * <p>
 * Names are written like {@code destinations.<name>.bot-token} and {@code routes[].to}:
 * what stands in angle brackets is the user's word, an empty index any number. They are
 * compared as Boot binds them, without dashes and regardless of case; the name of an
 * environment variable also without its dots, since there an underscore may be either.
 */
public final class PropertyNames {

	private static final String WORD = "<name>";

	/** A word of the user's that is no plain one: {@code patterns[order.id]}. */
	private static final Pattern BRACKET = Pattern.compile("\\[(?=[^\\]]*[^\\d\\]])([^\\]]*)\\]");

	private static final Pattern DOT = Pattern.compile("\\.(?![^\\[]*\\])");

	private static final int MAX_TYPED = 200;

	private final List<Known> known;

	/**
	 * Takes the names.
	 * @param names without the common prefix
	 */
	public PropertyNames(List<String> names) {
		this.known = names.stream().map(Known::of).toList();
	}

	/**
	 * Whether somebody reads it.
	 * @param name without the common prefix
	 * @param variable whether it is the name of an environment variable
	 */
	public boolean isKnown(String name, boolean variable) {
		String typed = uniform(name);
		String flat = flat(typed);
		return this.known.stream().anyMatch((each) -> each.is(typed) || (variable && each.isFlat(flat)));
	}

	/**
	 * What may have been meant.
	 * @param name that nobody reads
	 * @return a name without the common prefix; empty when nothing is like it
	 */
	public Optional<String> meant(String name) {
		if (name.length() > MAX_TYPED) {
			return Optional.empty();
		}
		String best = null;
		int least = Integer.MAX_VALUE;
		for (Known each : this.known) {
			String candidate = each.filled(name);
			int distance = distance(flat(uniform(name)), flat(uniform(candidate)));
			if (distance < least) {
				least = distance;
				best = candidate;
			}
		}
		boolean near = best != null && least <= Math.max(1, Math.min(3, flat(uniform(best)).length() / 4));
		return near ? Optional.ofNullable(best) : sameEnd(name);
	}

	/** A property that was put into the wrong group. */
	private Optional<String> sameEnd(String name) {
		String end = end(uniform(name));
		List<String> same = this.known.stream()
			.map((each) -> each.filled(name))
			.filter((candidate) -> end(uniform(candidate)).equals(end))
			.distinct()
			.toList();
		return (same.size() == 1) ? Optional.of(same.get(0)) : Optional.empty();
	}

	private static String end(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private static String uniform(String name) {
		String plain = (name.indexOf('[') < 0) ? name : BRACKET.matcher(name).replaceAll(".$1");
		return plain.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
	}

	private static String flat(String name) {
		return name.replaceAll("[.\\[\\]]", "");
	}

	/**
	 * How many letters have to be put in, left out, changed or exchanged with their
	 * neighbour (optimal string alignment).
	 */
	private static int distance(String from, String to) {
		int[][] steps = new int[from.length() + 1][to.length() + 1];
		for (int i = 0; i <= from.length(); i++) {
			for (int j = 0; j <= to.length(); j++) {
				steps[i][j] = (i == 0 || j == 0) ? i + j : step(steps, from, to, i, j);
			}
		}
		return steps[from.length()][to.length()];
	}

	private static int step(int[][] steps, String from, String to, int i, int j) {
		int change = (from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1;
		int least = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + change);
		boolean exchanged = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
				&& from.charAt(i - 2) == to.charAt(j - 1);
		return exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
	}

	/**
	 * A name that is read. Most are plain: only for a few is a pattern ever made.
	 *
	 * @param name as it is written
	 * @param uniform the same in the form in which names are compared
	 */
	private record Known(String name, String uniform) {

		static Known of(String name) {
			return new Known(name, PropertyNames.uniform(name));
		}

		/** Whether it is what was typed, in its uniform form. */
		boolean is(String typed) {
			int literal = literal();
			if (literal == this.uniform.length()) {
				return this.uniform.equals(typed);
			}
			return typed.startsWith(this.uniform.substring(0, literal))
					&& pattern("[^\\[\\]]+", "\\[\\d+\\]", "\\.").matcher(typed).matches();
		}

		/** Likewise, without dots and brackets. */
		boolean isFlat(String typed) {
			if (literal() == this.uniform.length()) {
				return this.uniform.replace(".", "").equals(typed);
			}
			return pattern(".+", "\\d+", "").matcher(typed).matches();
		}

		/** So much of it is the same in all that it stands for. */
		private int literal() {
			int index = this.uniform.indexOf("[]");
			int word = this.uniform.indexOf(WORD);
			int length = (index < 0) ? this.uniform.length() : index;
			return (word < 0) ? length : Math.min(length, word);
		}

		private Pattern pattern(String word, String index, String dot) {
			String pattern = this.uniform.replace("[]", "#").replace(WORD, "*").replace(".", dot);
			return Pattern.compile(pattern.replace("#", index).replace("*", word));
		}

		/** With the user's own words in their places. */
		String filled(String typed) {
			String[] theirs = DOT.split(BRACKET.matcher(typed).replaceAll(".[$1]"));
			String[] ours = this.name.split("\\.");
			List<String> filled = new ArrayList<>();
			for (int i = 0; i < ours.length; i++) {
				boolean there = i < theirs.length;
				String index = (there && theirs[i].contains("[")) ? theirs[i].substring(theirs[i].indexOf('[')) : "[0]";
				filled.add((ours[i].equals(WORD) && there) ? theirs[i] : ours[i].replace("[]", index));
			}
			return String.join(".", filled).replace(".[", "[");
		}

	}

}
