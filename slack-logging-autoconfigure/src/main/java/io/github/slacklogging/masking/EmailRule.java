package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;

/**
 * E-mail addresses: {@code ***@***.***}. The at sign may be percent-encoded or escaped,
 * letters may be of any script. What Java prints for an object without
 * {@code toString()}, versions of packages, names of images, prompts, remotes of Git and
 * the user before the host of a URL are none.
 */
final class EmailRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("email", LeakSeverity.MEDIUM, "E-mail addresses.");

	private static final String REPLACEMENT = "***@***.***";

	private static final List<String> ENCODED_ATS = List.of("%40", "%2540", "\\u0040", "&#64;");

	private static final String WORD_ENDS = "\"'`<>?#/%";

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals("@", "%00", "%0000", "\\u0000", "&#00;");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		find(text, "@", found);
		for (String encoded : ENCODED_ATS) {
			find(text, encoded, found);
		}
	}

	private static void find(String text, String sign, Consumer<Span> found) {
		int lastEnd = -1;
		boolean userInformation = false;
		for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
			int start = EmailLocalPart.start(text, at);
			int end = (start < at) ? EmailDomain.end(text, at + sign.length()) : 0;
			if (end <= at + sign.length() || isLogin(text, start, at, end)) {
				continue;
			}
			// Many in one word would each look back to its beginning.
			boolean same = lastEnd >= 0 && isWord(text, lastEnd, start);
			userInformation = same ? userInformation : UserInformation.holds(text, start);
			lastEnd = end;
			if (!userInformation) {
				found.accept(new Span(start, end, REPLACEMENT));
			}
		}
	}

	private static boolean isWord(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			if (Character.isWhitespace(text.charAt(i)) || WORD_ENDS.indexOf(text.charAt(i)) >= 0) {
				return false;
			}
		}
		return true;
	}

	/** {@code git@github.com:acme/orders.git}, {@code root@host.example:~#}. */
	private static boolean isLogin(String text, int start, int localEnd, int end) {
		if (text.startsWith(":~", end) || text.startsWith(":/", end)) {
			return true;
		}
		return text.startsWith("git@", start) && localEnd == start + 3
				&& (text.startsWith(":", end) || text.startsWith("/", end)) && Literals.isLetterOrDigit(text, end + 1);
	}

}
