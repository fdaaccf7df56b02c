package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * US social security numbers in their written form, {@code ddd-dd-dddd}. Numbers that the
 * Social Security Administration never gives (area 000, 666, 900 and up, group 00, serial
 * 0000) stay.
 */
final class SsnRule implements MaskingRule {

	private static final String REPLACEMENT = "***-**-****";

	private static final int LENGTH = REPLACEMENT.length();

	@Override
	public String name() {
		return "ssn";
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
			int start = dash - 3;
			if (hasShape(text, start) && standsAlone(text, start) && isGiven(text, start)) {
				found.accept(new Span(start, start + LENGTH, REPLACEMENT));
			}
		}
	}

	private static boolean hasShape(String text, int start) {
		if (start < 0 || start + LENGTH > text.length() || text.charAt(start + 6) != '-') {
			return false;
		}
		for (int i = 0; i < LENGTH; i++) {
			if (i != 3 && i != 6 && !Literals.isDigit(text.charAt(start + i))) {
				return false;
			}
		}
		return true;
	}

	// A part of a longer number, of a UUID or of a version is none.
	private static boolean standsAlone(String text, int start) {
		int end = start + LENGTH;
		return !continues(text, start - 1, start - 2) && !continues(text, end, end + 1);
	}

	private static boolean continues(String text, int neighbour, int beyond) {
		if (Literals.isLetterOrDigit(text, neighbour)) {
			return true;
		}
		boolean joined = neighbour >= 0 && neighbour < text.length() && "-.".indexOf(text.charAt(neighbour)) >= 0;
		return joined && Literals.isDigit(text, beyond);
	}

	private static boolean isGiven(String text, int start) {
		String area = text.substring(start, start + 3);
		return !area.equals("000") && !area.equals("666") && area.charAt(0) != '9' && !text.startsWith("00", start + 4)
				&& !text.startsWith("0000", start + 7);
	}

}
