package io.github.slacklogging.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges the characters of a text that people look at: none of them may be half a pair,
 * control a terminal, turn the direction of writing, or hide. What hides is Unicode's
 * {@code Default_Ignorable_Code_Point}; of these only what joins letters and emoji is let
 * through, one at a time and behind something to join. Written without the composer's
 * code.
 */
final class HarmlessText {

	private static final int[][] TURNING = { { 0x061C, 0x061C }, { 0x200E, 0x200F }, { 0x202A, 0x202E },
			{ 0x2066, 0x2069 } };

	private static final int[][] HIDDEN = { { 0x00AD, 0x00AD }, { 0x034F, 0x034F }, { 0x115F, 0x1160 },
			{ 0x17B4, 0x17B5 }, { 0x180E, 0x180E }, { 0x200B, 0x200B }, { 0x2060, 0x2065 }, { 0x206A, 0x206F },
			{ 0x3164, 0x3164 }, { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB }, { 0x1BCA0, 0x1BCA3 },
			{ 0x1D173, 0x1D17A }, { 0xE0000, 0xE00FF }, { 0xE01F0, 0xE0FFF } };

	private static final int[][] JOINING = { { 0x200C, 0x200D } };

	private static final int[][] SELECTING = { { 0x180B, 0x180D }, { 0x180F, 0x180F }, { 0xFE00, 0xFE0F },
			{ 0xE0100, 0xE01EF } };

	private HarmlessText() {
	}

	/** What is wrong with the characters of a text, each as its number and a word. */
	static List<String> faults(String text) {
		List<String> faults = new ArrayList<>();
		int before = ' ';
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int c = text.codePointAt(i);
			String fault = fault(c, before);
			if (!fault.isEmpty()) {
				faults.add(String.format("U+%04X %s", c, fault));
			}
			before = c;
		}
		return faults;
	}

	private static String fault(int c, int before) {
		if (c >= ' ' && c <= '~') {
			return "";
		}
		if (c >= 0xD800 && c <= 0xDFFF) {
			return "is half a surrogate pair";
		}
		if ((c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F)) {
			return "is a control character";
		}
		if (c == 0x2028 || c == 0x2029) {
			return "is a line break to some";
		}
		if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
			return "is no character";
		}
		if (isIn(TURNING, c)) {
			return "turns the direction";
		}
		boolean joins = isIn(JOINING, c) || isIn(SELECTING, c);
		boolean nothingToJoin = before == ' ' || before == '\n' || isIn(JOINING, before)
				|| (isIn(SELECTING, before) && isIn(SELECTING, c));
		return (isIn(HIDDEN, c) || (joins && nothingToJoin)) ? "is hidden" : "";
	}

	private static boolean isIn(int[][] ranges, int c) {
		for (int[] range : ranges) {
			if (c >= range[0] && c <= range[1]) {
				return true;
			}
		}
		return false;
	}

}
