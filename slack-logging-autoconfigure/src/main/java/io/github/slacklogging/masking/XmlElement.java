package io.github.slacklogging.masking;

/** Content of XML elements that are named like a secret, escaped ones included. */
final class XmlElement {

	/** Attributes of the element. */
	private static final int MAX_TAG = 512;

	private static final int MAX_PREFIX = 32;

	/** From the beginning of the tag to an attribute's value. */
	private static final int MAX_BEFORE = 96;

	/** Spring's beans have the value of a property in an element of its own. */
	private static final String NESTED = "<value>";

	private static final String CDATA = "<![CDATA[";

	private XmlElement() {
	}

	/**
	 * Where the content begins.
	 * @param text to look into
	 * @param keyStart first character of the name of the element or of an attribute's
	 * value: {@code <password>}, {@code <ns:password a="b">},
	 * {@code <entry key="password">}
	 * @param keyEnd behind the last one
	 * @return -1 when it is no element
	 */
	static int contentAfter(String text, int keyStart, int keyEnd) {
		boolean element = isElement(text, keyStart) || isAttribute(text, keyStart);
		return element ? tagEnd(text, Separator.passWrapping(text, keyEnd)) : -1;
	}

	private static boolean isAttribute(String text, int keyStart) {
		if (keyStart == 0 || !Literals.isQuote(text.charAt(keyStart - 1))) {
			return false;
		}
		int at = keyStart - 1;
		while (at > 0 && keyStart - at < MAX_BEFORE && text.charAt(at) != '<' && text.charAt(at) != '>') {
			at--;
		}
		return text.charAt(at) == '<';
	}

	private static boolean isElement(String text, int keyStart) {
		int at = keyStart;
		if (at > 0 && text.charAt(at - 1) == ':') {
			at--;
			while (at > 0 && keyStart - at < MAX_PREFIX && Literals.isKeyCharacter(text.charAt(at - 1))) {
				at--;
			}
		}
		return (at > 0 && text.charAt(at - 1) == '<') || (at > 3 && text.startsWith("&lt;", at - 4));
	}

	private static int tagEnd(String text, int from) {
		int latest = Math.min(text.length(), from + MAX_TAG);
		for (int at = from; at < latest; at++) {
			char c = text.charAt(at);
			if (c == '>') {
				return (text.charAt(at - 1) == '/') ? -1 : at + 1;
			}
			if (c == '<') {
				return -1;
			}
			if (c == '&' && text.startsWith("&gt;", at)) {
				return at + 4;
			}
			if (at == from && !Character.isWhitespace(c)) {
				return -1;
			}
		}
		return -1;
	}

	/**
	 * The content up to the closing tag.
	 * @param text to look into
	 * @param start of the content
	 * @return empty where something else than a text follows
	 */
	static SecretValue content(String text, int start) {
		if (text.startsWith(CDATA, start)) {
			int end = text.indexOf("]]>", start);
			return new SecretValue(start + CDATA.length(), (end < 0) ? text.length() : end);
		}
		int from = start;
		while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
			from++;
		}
		if (text.startsWith(NESTED, from)) {
			from += NESTED.length();
		}
		int end = from;
		while (end < text.length() && text.charAt(end) != '<' && !text.startsWith("&lt;", end)) {
			end++;
		}
		boolean closed = text.startsWith("</", end) || text.startsWith("&lt;/", end);
		boolean cut = end == text.length() || Edges.isCutAt(text, end + 1);
		if (cut && end > from && text.charAt(end - 1) == '…') {
			end--;
		}
		while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
			end--;
		}
		return new SecretValue(from, (closed || (cut && isWord(text, from, end))) ? end : from);
	}

	/** Behind what only looks like a tag stand several. */
	private static boolean isWord(String text, int start, int end) {
		return text.substring(start, end).chars().noneMatch(Character::isWhitespace);
	}

}
