package io.github.slacklogging.masking;

/** The edges of what stands between the two lines with dashes. */
final class PemBody {

	/** Line breaks as they are, escaped once or more often, and percent-encoded. */
	private static final String[] BREAKS = { "\n", "\r", " ", "\t", "\\n", "\\r", "\\t", "%0A", "%0D", "%0a", "%0d",
			"+", "\\", "\"", "|" };

	/** Shorter is prose about keys. */
	private static final int MIN_RUN = 16;

	private static final String[] HEADERS = { "Proc-Type:", "DEK-Info:", "Version:", "Comment:", "Hash:", "Charset:",
			"MessageID:", "Subject:", "Bag Attributes" };

	private PemBody() {
	}

	/** Behind blanks and line breaks. */
	static int start(String text, int index) {
		int at = index;
		int next = behindBreak(text, at);
		while (next > at) {
			at = next;
			next = behindBreak(text, at);
		}
		return at;
	}

	private static int behindBreak(String text, int at) {
		for (String lineBreak : BREAKS) {
			if (text.startsWith(lineBreak, at)) {
				return at + lineBreak.length();
			}
		}
		return at;
	}

	static int passDigits(String text, int index) {
		int at = Literals.skipBlanks(text, index, 1);
		while (Literals.isDigit(text, at)) {
			at++;
		}
		return at;
	}

	/** Whether base 64 or a header begins here, and not a sentence. */
	static boolean begins(String text, int start) {
		int end = start;
		while (end < text.length() && end - start < MIN_RUN && Alphabet.BASE64.contains(text.charAt(end))) {
			end++;
		}
		if (end - start >= MIN_RUN || (end == text.length() && end > start)) {
			return true;
		}
		for (String header : HEADERS) {
			if (text.startsWith(header, start)) {
				return true;
			}
		}
		return false;
	}

	/** Before blanks and line breaks. */
	static int trimmedEnd(String text, int start, int end) {
		int last = end;
		int before = beforeBreak(text, start, last);
		while (before < last) {
			last = before;
			before = beforeBreak(text, start, last);
		}
		return last;
	}

	private static int beforeBreak(String text, int start, int end) {
		for (String lineBreak : BREAKS) {
			int before = end - lineBreak.length();
			// A plus is base 64 too: too much is better than too little.
			if (before >= start && !lineBreak.equals("+") && text.startsWith(lineBreak, before)) {
				return before;
			}
		}
		return end;
	}

}
