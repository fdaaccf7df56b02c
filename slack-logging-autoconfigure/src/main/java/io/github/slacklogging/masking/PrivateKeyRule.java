package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;

/**
 * Private keys: what stands between {@code -----BEGIN … PRIVATE KEY-----} and its END, or
 * up to the end of the text where that lacks, line breaks as they are or escaped; and the
 * private lines of PuTTY's files. The lines around stay: they tell what was there.
 *
 * <p>
 * Shapes: RFC 7468, sections 2 and 10 (PEM), RFC 1421, section 4.4 (headers in it), RFC
 * 9580, section 6.2 (PGP), RFC 4716 (four dashes and a blank); the appendix "PPK file
 * format" of the manual of PuTTY.
 */
final class PrivateKeyRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("private-key", LeakSeverity.CRITICAL,
			"Private keys: PEM blocks of any kind, OpenSSH, PGP and PuTTY.");

	private static final String[] LABELS = { "PRIVATE KEY", "PRIVATE+KEY", "PRIVATE%20KEY" };

	private static final String LINES = "Private-Lines:";

	private static final String MAC = "Private-MAC:";

	private static final String DASHES = "----";

	/** How far {@code BEGIN} may be before the label. */
	private static final int MAX_KIND = 40;

	private static final int MIN_MAC = 16;

	private final NamedShapes macs = new NamedShapes(List.of(new NamedShape("private-mac", Alphabet.HEX, MIN_MAC)));

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals("private key", "private+key", "private%00key", "private-lines:", "private-mac:");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		for (String label : LABELS) {
			int at = text.indexOf(label);
			while (at >= 0) {
				at = text.indexOf(label, block(text, at, at + label.length(), found));
			}
		}
		puttyFile(text, found);
	}

	/** Reports the block that the label opens, if it does, and returns where to go on. */
	private static int block(String text, int label, int labelEnd, Consumer<Span> found) {
		String kind = text.substring(Math.max(0, label - MAX_KIND), label);
		int start = behindDashes(text, labelEnd);
		if (start < 0 || kind.lastIndexOf("BEGIN") <= kind.lastIndexOf("END") || !kind.contains(DASHES)) {
			return labelEnd;
		}
		start = PemBody.start(text, start);
		if (!PemBody.begins(text, start)) {
			return labelEnd;
		}
		int end = end(text, start);
		int last = PemBody.trimmedEnd(text, start, end);
		found.accept(Span.stars(start, last));
		return end;
	}

	private static int behindDashes(String text, int labelEnd) {
		int at = text.startsWith("BLOCK", labelEnd + 1) ? labelEnd + " BLOCK".length() : labelEnd;
		at = text.startsWith(" " + DASHES, at) ? at + 1 : at;
		if (!text.startsWith(DASHES, at)) {
			return -1;
		}
		while (at < text.length() && text.charAt(at) == '-') {
			at++;
		}
		return at;
	}

	/** Where the dashes of the END line begin, or the end of the text. */
	private static int end(String text, int start) {
		int at = text.indexOf(DASHES, start);
		while (at >= 0) {
			int behind = at;
			while (behind < text.length() && text.charAt(behind) == '-') {
				behind++;
			}
			if (text.startsWith("END", behind) || text.startsWith(" END", behind)) {
				return at;
			}
			at = text.indexOf(DASHES, behind);
		}
		return text.length();
	}

	private void puttyFile(String text, Consumer<Span> found) {
		int at = text.indexOf(LINES);
		while (at >= 0) {
			int start = PemBody.start(text, PemBody.passDigits(text, at + LINES.length()));
			int mac = text.indexOf(MAC, start);
			int end = (mac >= 0) ? mac : text.length();
			int last = PemBody.trimmedEnd(text, start, end);
			if (last > start) {
				found.accept(Span.stars(start, last));
			}
			at = text.indexOf(LINES, end);
		}
		this.macs.find(text, found);
	}

}
