package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;

/**
 * Values that look made by chance, behind a name that speaks of keys but need not be in
 * any list: {@code aesKey=…}, {@code "salt":"…"}, {@code <hmacKey>…}. Ids, digests, and
 * keys that only find something (primary, cache, idempotency …) stay.
 */
final class HighEntropyRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("high-entropy", LeakSeverity.HIGH,
			"Random values behind a name that hints at a key: aesKey=…, salt: …, signature=….");

	private static final int MIN_LENGTH = 20;

	private static final int MAX_KEY = 64;

	private static final int MAX_BLANKS = 3;

	private static final int MAX_QUOTES = 8;

	/**
	 * Public keys begin so: RFC 5480 and RFC 8410 (curves), RFC 3279 (RSA) in base 64,
	 * and RFC 4253, section 6.6 (SSH).
	 */
	private static final List<String> PUBLIC_KEYS = List.of("MFkwEwYHKoZIzj0", "MHYwEAYHKoZIzj0", "MCowBQYDK2V",
			"MIIBIjANBgkqhkiG9w0BAQEF", "MIICIjANBgkqhkiG9w0BAQEF", "MIGfMA0GCSqGSIb3DQEB", "AAAAB3NzaC1yc2E",
			"AAAAC3NzaC1lZDI1NTE5", "AAAAE2VjZHNhLXNoYTIt");

	/** What may stand behind a value that is whole. */
	private static final String ENDS = ",;&|\"'`)]}<>\\";

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals(KeyHint.triggers().toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		Runs runs = new Runs(text);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '=' || c == ':' || c == '>') {
				i = Math.max(i, value(text, runs, i, found) - 1);
			}
		}
	}

	/**
	 * Reports the value behind the separator, if it is one, and returns where to go on.
	 */
	private static int value(String text, Runs runs, int separator, Consumer<Span> found) {
		int start = valueStart(text, separator + 1);
		int end = runs.end(Alphabet.EITHER_BASE64, start);
		if (end - start < MIN_LENGTH) {
			return separator + 1;
		}
		int padded = padded(text, end);
		boolean secret = isEnd(text, padded) && PUBLIC_KEYS.stream().noneMatch((key) -> text.startsWith(key, start))
				&& KeyHint.of(keyBefore(text, separator)).admits(Randomness.of(text, start, end));
		if (secret) {
			found.accept(Span.stars(start, padded));
		}
		return end;
	}

	private static int valueStart(String text, int index) {
		int at = (index < text.length() && "=>".indexOf(text.charAt(index)) >= 0) ? index + 1 : index;
		at = Literals.skipBlanks(text, at, MAX_BLANKS);
		int quotes = at;
		while (at < text.length() && at - quotes < MAX_QUOTES
				&& (Literals.isQuote(text.charAt(at)) || "\\[".indexOf(text.charAt(at)) >= 0)) {
			at++;
		}
		return at;
	}

	private static int padded(String text, int end) {
		int padded = end;
		while (padded < text.length() && padded - end < 2 && text.charAt(padded) == '=') {
			padded++;
		}
		return padded;
	}

	// What goes on with a dot, a colon or a bracket is a name, a host, a call.
	private static boolean isEnd(String text, int end) {
		char c = (end < text.length()) ? text.charAt(end) : ' ';
		return Character.isWhitespace(c) || ENDS.indexOf(c) >= 0
				|| (".:".indexOf(c) >= 0 && !Literals.isLetterOrDigit(text, end + 1));
	}

	/** The name before the separator, with the word before it where it is just "key". */
	private static String keyBefore(String text, int separator) {
		int end = separator;
		int earliest = Math.max(0, separator - MAX_QUOTES);
		while (end > earliest && isBetween(text.charAt(end - 1))) {
			end--;
		}
		int start = wordStart(text, end);
		boolean bare = end - start == 3 && text.regionMatches(true, start, "key", 0, 3) && start > 0
				&& text.charAt(start - 1) == ' ';
		return text.substring(bare ? wordStart(text, start - 1) : start, end);
	}

	private static boolean isBetween(char c) {
		return Literals.isQuote(c) || c == '\\' || c == ']' || c == ' ';
	}

	private static int wordStart(String text, int end) {
		int start = end;
		while (start > 0 && end - start < MAX_KEY && Literals.isKeyCharacter(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

}
