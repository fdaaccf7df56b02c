package io.github.slacklogging.masking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * JSON Web Tokens: signed, unsigned, encrypted and cut ones, as a whole.
 *
 * <p>
 * Shapes: RFC 7515, section 3.1 (three parts of base 64 for URLs, with dots between) and
 * appendix F (the middle one may be empty), RFC 7516, section 3.1 (five parts), RFC 7519,
 * section 6 (no signature). The first part is the base 64 of a JSON object that begins
 * with a member, hence {@code eyJ}.
 */
final class JwtRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("jwt", LeakSeverity.CRITICAL,
			"JSON Web Tokens: signed, unsigned, encrypted, and what is left of cut ones.");

	private static final String START = "eyJ";

	private static final int MIN_PART = 8;

	private static final int MAX_PARTS = 5;

	/** How much of a header is looked into. */
	private static final int MAX_HEADER = 512;

	/**
	 * RFC 7515, section 4.1, and RFC 7516, section 4.1: one of them is in every header.
	 */
	private static final List<String> HEADER_MEMBERS = List.of("\"alg\"", "\"typ\"", "\"kid\"", "\"enc\"", "\"cty\"",
			"\"jku\"", "\"jwk\"", "\"x5t\"", "\"x5c\"");

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals("eyj");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = text.indexOf(START);
		while (at >= 0) {
			int next = at + START.length();
			if (Edges.beginsAt(text, at)) {
				next = token(text, at, found);
			}
			at = text.indexOf(START, next);
		}
	}

	/** Reports the token, if it is one, and returns where to go on. */
	private static int token(String text, int start, Consumer<Span> found) {
		int headerEnd = partEnd(text, start);
		int end = headerEnd;
		int parts = 1;
		while (parts < MAX_PARTS && end < text.length() && text.charAt(end) == '.') {
			int partEnd = partEnd(text, end + 1);
			if (partEnd == end + 1 && !isMiddle(text, partEnd, parts)) {
				break;
			}
			end = partEnd;
			parts++;
		}
		if (headerEnd - start < MIN_PART || !isToken(text, start, headerEnd, end, parts)) {
			return headerEnd;
		}
		boolean unsigned = parts == 2 && end < text.length() && text.charAt(end) == '.'
				&& header(text, start, headerEnd).contains("\"none\"");
		int last = unsigned ? end + 1 : end;
		found.accept(Span.stars(start, last));
		return last;
	}

	// Detached content, or a key that is agreed upon: nothing between two dots.
	private static boolean isMiddle(String text, int partEnd, int parts) {
		return parts == 1 && partEnd + 1 < text.length() && text.charAt(partEnd) == '.'
				&& Alphabet.BASE64_URL.contains(text.charAt(partEnd + 1));
	}

	private static boolean isToken(String text, int start, int headerEnd, int end, int parts) {
		boolean claims = parts > 1 && text.startsWith(START, headerEnd + 1);
		if (claims || parts == MAX_PARTS) {
			return true;
		}
		boolean cut = end == text.length();
		return (parts == 3 || cut) && isHeader(header(text, start, headerEnd));
	}

	private static boolean isHeader(String header) {
		return HEADER_MEMBERS.stream().anyMatch(header::contains);
	}

	private static String header(String text, int start, int end) {
		int length = Math.min(end - start, MAX_HEADER);
		String whole = text.substring(start, start + length - ((length % 4 == 1) ? 1 : 0));
		return new String(Base64.getUrlDecoder().decode(whole), StandardCharsets.ISO_8859_1);
	}

	private static int partEnd(String text, int start) {
		int end = start;
		while (end < text.length() && Alphabet.BASE64_URL.contains(text.charAt(end))) {
			end++;
		}
		return end;
	}

}
