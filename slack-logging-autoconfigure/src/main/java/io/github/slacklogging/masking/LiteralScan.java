package io.github.slacklogging.masking;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Looks for many literals in one pass over a text: the automaton of Aho and Corasick
 * ("Efficient string matching: an aid to bibliographic search", CACM 18(6), 1975) over
 * ASCII, regardless of case, all digits alike. Each literal stands for a bit. Immutable.
 */
final class LiteralScan {

	private static final int ASCII = 128;

	/** Class of all characters that stand in no literal. */
	private static final int OTHER = 0;

	/** Class of characters that are passed over. */
	private static final int PASSED = 1;

	private final byte[] classes = new byte[ASCII];

	/** How far a state's number is shifted to be its row: a row holds all classes. */
	private final int shift;

	/** Next state, by row and class: half the memory that numbers of rows would take. */
	private final char[] next;

	private final long[] bits;

	/**
	 * A scan for literals.
	 * @param literals ASCII, 64 Ki characters at most; a digit stands for any digit
	 * @param bits of each literal
	 * @param passedOver characters that may stand between those of a literal
	 */
	LiteralScan(List<String> literals, List<Long> bits, String passedOver) {
		this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(classify(literals, passedOver) - 1);
		int states = 1 + literals.stream().mapToInt(String::length).sum();
		int[] trie = new int[states << this.shift];
		long[] found = new long[states];
		int used = 1;
		for (int i = 0; i < literals.size(); i++) {
			int state = 0;
			for (char c : literals.get(i).toCharArray()) {
				int slot = (state << this.shift) + classOf(c);
				if (trie[slot] == 0) {
					trie[slot] = used++;
				}
				state = trie[slot];
			}
			found[state] |= bits.get(i);
		}
		complete(trie, found);
		this.next = states(trie, used);
		this.bits = Arrays.copyOf(found, used);
	}

	private char[] states(int[] trie, int used) {
		if (used > Character.MAX_VALUE) {
			throw new IllegalArgumentException("Too many literals to look for");
		}
		char[] states = new char[used << this.shift];
		for (int i = 0; i < states.length; i++) {
			states[i] = (char) trie[i];
		}
		return states;
	}

	private int classify(List<String> literals, String passedOver) {
		int count = PASSED + 1;
		for (String literal : literals) {
			for (char c : literal.toLowerCase(Locale.ROOT).toCharArray()) {
				if (classOf(c) == OTHER) {
					byte id = (byte) count++;
					if (Literals.isDigit(c)) {
						Arrays.fill(this.classes, '0', '9' + 1, id);
					}
					this.classes[c] = id;
					this.classes[Character.toUpperCase(c)] = id;
				}
			}
		}
		passedOver.chars().forEach((c) -> this.classes[c] = PASSED);
		return count;
	}

	/** Fills in where to go on when a literal breaks off, nearest states first. */
	private void complete(int[] trie, long[] found) {
		int[] fallback = new int[found.length];
		Deque<Integer> open = new ArrayDeque<>();
		Arrays.stream(trie, 0, 1 << this.shift).filter((state) -> state != 0).forEach(open::add);
		while (!open.isEmpty()) {
			int state = open.remove();
			found[state] |= found[fallback[state]];
			for (int c = 0; c < (1 << this.shift); c++) {
				int slot = (state << this.shift) + c;
				int otherwise = trie[(fallback[state] << this.shift) + c];
				if (c == PASSED) {
					trie[slot] = state;
				}
				else if (trie[slot] == 0) {
					trie[slot] = otherwise;
				}
				else {
					fallback[trie[slot]] = otherwise;
					open.add(trie[slot]);
				}
			}
		}
	}

	private int classOf(char c) {
		return (c < ASCII) ? this.classes[c] : OTHER;
	}

	/**
	 * The bits of all literals in the text.
	 * @param text any
	 * @return 0 when there is none
	 */
	long scan(String text) {
		long seen = 0;
		int at = 0;
		for (int i = 0; i < text.length(); i++) {
			at = this.next[(at << this.shift) + classOf(text.charAt(i))];
			seen |= this.bits[at];
		}
		return seen;
	}

}
