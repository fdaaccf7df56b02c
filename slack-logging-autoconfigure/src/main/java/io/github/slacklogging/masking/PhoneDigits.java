package io.github.slacklogging.masking;

/**
 * Digits with the marks between them that phone numbers have.
 *
 * @param firstEnd behind the first group
 * @param end behind the last group
 * @param count of digits
 * @param groups of digits
 * @param dots how many of the groups a dot joins
 */
record PhoneDigits(int firstEnd, int end, int count, int groups, int dots) {

	private static final String MARKS = " -./()";

	private static final String BLANK = "%20";

	/** As in " (0)" and " / ". */
	private static final int MAX_MARKS = 3;

	/**
	 * Reads as many groups as there are.
	 * @param text to look into
	 * @param start the first digit
	 * @param maxDigits further groups are none of it
	 */
	static PhoneDigits read(String text, int start, int maxDigits) {
		int firstEnd = endOfGroup(text, start);
		int end = firstEnd;
		int count = end - start;
		int groups = 1;
		int dots = 0;
		while (count < maxDigits) {
			int next = skipMarks(text, end);
			int nextEnd = endOfGroup(text, next);
			// "+49 89 1234567 2 times": a word goes on behind a digit or a time stamp.
			boolean other = next == end || nextEnd == next || count + nextEnd - next > maxDigits
					|| !Edges.endsAt(text, nextEnd)
					|| text.startsWith(":", nextEnd) && Literals.isDigit(text, nextEnd + 1);
			if (other) {
				break;
			}
			dots += (next == end + 1 && text.charAt(end) == '.') ? 1 : 0;
			count += nextEnd - next;
			groups++;
			end = nextEnd;
		}
		return new PhoneDigits(firstEnd, end, count, groups, dots);
	}

	private static int endOfGroup(String text, int start) {
		int end = start;
		while (Literals.isDigit(text, end)) {
			end++;
		}
		return end;
	}

	private static int skipMarks(String text, int start) {
		if (text.startsWith(BLANK, start)) {
			return start + BLANK.length();
		}
		int at = start;
		while (at < text.length() && at - start < MAX_MARKS && MARKS.indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return at;
	}

	/** Whether this is a decimal, an address of a host or a date. */
	boolean isOther(String text, int start) {
		boolean decimal = this.groups == 2 && this.dots == 1;
		boolean address = this.dots == 3 && this.groups == 4;
		int first = this.firstEnd - start;
		boolean isoDate = first == 4 && start + 8 <= this.end && text.charAt(start + 4) == '-'
				&& text.charAt(start + 7) == '-';
		boolean date = this.groups == 3 && this.dots == 2 && first <= 2;
		return decimal || address || isoDate || date;
	}

}
