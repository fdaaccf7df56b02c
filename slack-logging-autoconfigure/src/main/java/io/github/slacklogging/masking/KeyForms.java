package io.github.slacklogging.masking;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The forms in which a value stands behind its key. */
final class KeyForms {

	private static final int MAX_BLANKS = 8;

	/** Between a name and the word "value": quotes, commas, a line break, a type. */
	private static final int MAX_BETWEEN = 80;

	private static final int MIN_SAID = 6;

	private static final int MIN_CHANCE = 16;

	private static final List<String> NAMED = List.of("name", "key", "field", "header", "property", "param",
			"parameter", "variable", "id", "path", "propertypath", "attribute", "parametername", "headername");

	private static final List<String> VERBS = List.of("is", "was", "by", "is:", "was:", "set to", "changed to",
			"has value", "equals");

	private KeyForms() {
	}

	/**
	 * The value of a key, in the first form that fits.
	 * @param text to look into
	 * @param keyStart first character of the key
	 * @param keyEnd behind the last one
	 * @return {@code null} when there is none
	 */
	static @Nullable SecretValue value(String text, int keyStart, int keyEnd) {
		int joined = Separator.valueAfter(text, keyEnd);
		if (joined >= 0) {
			if (Prose.isInName(text, keyStart, keyEnd)) {
				return null;
			}
			SecretValue rejected = RejectedValue.at(text, joined);
			SecretValue value = (rejected != null) ? rejected : SecretValue.at(text, joined);
			return Prose.isSeparator(text, keyStart, keyEnd, value) ? null
					: RecordComponent.whole(text, keyStart, keyEnd, value);
		}
		int element = XmlElement.contentAfter(text, keyStart, keyEnd);
		if (element >= 0) {
			return XmlElement.content(text, element);
		}
		SecretValue named = named(text, keyStart, keyEnd);
		if (named != null) {
			return named;
		}
		if (isFlag(text, keyStart)) {
			return flagValue(text, keyEnd);
		}
		SecretValue bracketed = bracketed(text, keyStart, keyEnd);
		return (bracketed != null) ? bracketed : said(text, keyStart, keyEnd);
	}

	/**
	 * {@code "name":"password","value":"x"}: the key is itself a value. An element may
	 * have it, too: {@code <password value="x"/>}.
	 */
	private static @Nullable SecretValue named(String text, int keyStart, int keyEnd) {
		boolean element = keyStart > 0 && text.charAt(keyStart - 1) == '<';
		if (!element && !isNamed(text, keyStart)) {
			return null;
		}
		int latest = Math.min(text.length() - 5, keyEnd + MAX_BETWEEN);
		for (int at = keyEnd; at < latest && (element ? "<>" : "}{()").indexOf(text.charAt(at)) < 0; at++) {
			if ((text.charAt(at) | 0x20) == 'v' && text.regionMatches(true, at, "value", 0, 5)
					&& (!Literals.isLetterOrDigit(text, at - 1) || RejectedValue.isCalledSo(text, at))) {
				int value = Separator.valueAfter(text, at + 5);
				return (value >= 0) ? SecretValue.at(text, value) : null;
			}
		}
		return null;
	}

	private static boolean isNamed(String text, int keyStart) {
		int at = keyStart;
		while (at > 0 && keyStart - at < MAX_BLANKS && "\"'\\=: ".indexOf(text.charAt(at - 1)) >= 0) {
			at--;
		}
		int end = at;
		while (at > 0 && end - at < MAX_BLANKS * 2 && Character.isLetter(text.charAt(at - 1))) {
			at--;
		}
		return end < keyStart && NAMED.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
	}

	private static boolean isFlag(String text, int keyStart) {
		boolean alone = keyStart == 0 || "\"'`[(, \t\n".indexOf(text.charAt(keyStart - 1)) >= 0;
		return text.charAt(keyStart) == '-' && alone;
	}

	/** {@code --password x}, also as a list of arguments: {@code [--password, x]}. */
	private static @Nullable SecretValue flagValue(String text, int keyEnd) {
		int at = keyEnd;
		int latest = Math.min(text.length(), keyEnd + MAX_BLANKS);
		boolean blank = false;
		while (at < latest && "\"' ,\t\\\n".indexOf(text.charAt(at)) >= 0) {
			blank |= text.charAt(at) == ' ' || text.charAt(at) == '\t';
			at++;
		}
		if (!blank || at >= text.length() || text.charAt(at) == '-') {
			return null;
		}
		boolean quoted = Literals.isQuote(text.charAt(at - 1));
		return SecretValue.at(text, quoted ? at - 1 : at);
	}

	/** {@code password[x]}, {@code token(x)}: not an index, an argument or a type. */
	private static @Nullable SecretValue bracketed(String text, int keyStart, int keyEnd) {
		char open = (keyEnd < text.length()) ? text.charAt(keyEnd) : ' ';
		if (open != '[' && open != '(') {
			return null;
		}
		char close = (open == '[') ? ']' : ')';
		int end = keyEnd + 1;
		while (end < text.length() && end - keyEnd < MAX_BETWEEN && text.charAt(end) != close
				&& !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		SecretValue value = new SecretValue(keyEnd + 1, end);
		if (end >= text.length() || text.charAt(end) != close || value.isEmpty()) {
			return null;
		}
		boolean password = open == '[' && PasswordNames.matches(text, keyStart, keyEnd)
				&& !value.in(text).chars().allMatch((c) -> Literals.isDigit((char) c));
		return (password || isByChance(value.in(text))) ? value : null;
	}

	/**
	 * "password is hunter2", "'password' is 'x'", "PASSWORD 'x'", "IDENTIFIED BY 'x'".
	 */
	private static @Nullable SecretValue said(String text, int keyStart, int keyEnd) {
		boolean quotedKey = keyStart > 0 && keyEnd < text.length() && Literals.isQuote(text.charAt(keyEnd))
				&& text.charAt(keyEnd) == text.charAt(keyStart - 1);
		int from = quotedKey ? keyEnd + 1 : keyEnd;
		int blanks = Literals.skipBlanks(text, from, MAX_BLANKS);
		if (blanks == from) {
			return null;
		}
		int verb = verbEnd(text, blanks);
		int at = (verb > blanks) ? Literals.skipBlanks(text, verb, MAX_BLANKS) : blanks;
		if (at >= text.length() || Literals.isLineBreak(text.charAt(at))) {
			return null;
		}
		boolean quoted = QuotedValue.level(text, at) >= 0 || TypographicQuotes.end(text, at) >= 0;
		if ((quotedKey || !quoted) && verb == blanks) {
			return null;
		}
		SecretValue value = SecretValue.at(text, at);
		// Messages quote what tokens and secrets are called: "secret 'db' not found".
		boolean named = verb > blanks || PasswordNames.matches(text, keyStart, keyEnd) || isByChance(value.in(text));
		boolean secret = quoted ? named && !Prose.isSentence(value.in(text)) : isNoWord(value.in(text));
		return secret ? value : null;
	}

	private static int verbEnd(String text, int at) {
		for (String verb : VERBS) {
			int behind = at + verb.length();
			if (text.regionMatches(true, at, verb, 0, verb.length()) && behind < text.length()
					&& text.charAt(behind) == ' ') {
				return behind;
			}
		}
		return at;
	}

	// In prose words follow; what holds letters and digits is none.
	private static boolean isNoWord(String value) {
		return value.length() >= MIN_SAID && value.chars().anyMatch(Character::isLetter)
				&& value.chars().anyMatch((c) -> Literals.isDigit((char) c));
	}

	/** Long, without a blank or a joint, of capitals or digits and others: no name. */
	private static boolean isByChance(String value) {
		return value.length() >= MIN_CHANCE && value.chars().allMatch((c) -> Literals.isLetterOrDigit((char) c))
				&& value.chars().anyMatch((c) -> Literals.isDigit((char) c))
				&& value.chars().anyMatch(Character::isLetter);
	}

}
