package io.github.slacklogging.masking;

import java.util.function.Consumer;

/**
 * Addresses of hosts and clients, IPv4 and IPv6; ports, zones and lengths of prefixes
 * stay. Loopback, unspecified and broadcast addresses and net masks tell of nobody and
 * stay, as do versions with four parts.
 */
final class IpAddressRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.optIn("ip-address", LeakSeverity.MEDIUM,
			"IPv4 and IPv6 addresses, but no loopback ones.");

	private static final int PARTS = 4;

	private static final TellingWords VERSION = new TellingWords(0, "v", "ver", "version", "versions", "release",
			"build", "revision", "firmware");

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals(".0.0", ".00.0", ".000.0", "::", "0:", "a:", "b:", "c:", "d:", "e:", "f:");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length()) {
			if (!Ipv6Address.isPart(text.charAt(at))) {
				at++;
				continue;
			}
			int end = at;
			while (end < text.length() && (Ipv6Address.isPart(text.charAt(end)) || text.charAt(end) == '.')) {
				end++;
			}
			address(text, at, end, found);
			at = end;
		}
	}

	/** Looks at a run of hexadecimal digits, colons and dots. */
	private static void address(String text, int start, int end, Consumer<Span> found) {
		if (Edges.beginsAt(text, start) && Edges.endsAt(text, end)) {
			int six = Ipv6Address.end(text, start, end);
			if (six > start) {
				found.accept(Span.stars(start, six));
				return;
			}
		}
		int at = start;
		while (at < end) {
			int next = endOfParts(text, at, end);
			if (next > at && isAddress(text, at, next)) {
				found.accept(Span.stars(at, next));
			}
			at = (next > at) ? next : nextWord(text, at, end);
		}
	}

	private static int nextWord(String text, int start, int end) {
		int at = start;
		while (at < end && text.charAt(at) != ':') {
			at++;
		}
		return at + 1;
	}

	/** End of four numbers up to 255 with dots between, or the start. */
	static int endOfParts(String text, int start, int end) {
		int at = start;
		for (int part = 0; part < PARTS; part++) {
			int first = at;
			int value = 0;
			while (at < end && at - first < 4 && Literals.isDigit(text.charAt(at))) {
				value = 10 * value + text.charAt(at++) - '0';
			}
			boolean dot = part == PARTS - 1 || (at < end && text.charAt(at) == '.');
			if (at == first || value > 255 || !dot || (at - first > 1 && text.charAt(first) == '0')) {
				return start;
			}
			at += (part < PARTS - 1) ? 1 : 0;
		}
		return at;
	}

	private static boolean isAddress(String text, int start, int end) {
		boolean alone = Edges.beginsAt(text, start) && Edges.endsAt(text, end) && !isPartBefore(text, start)
				&& !(text.startsWith(".", end) && Literals.isLetterOrDigit(text, end + 1))
				&& !(text.startsWith("-", end) && Character.isLetter(charAt(text, end + 1)));
		boolean nobody = text.startsWith("127.", start) || text.startsWith("0.0.0.0", start)
				|| text.startsWith("255.", start);
		return alone && !nobody && !isVersion(text, start, end);
	}

	// "commons-1.2.3.4" is an artifact; "10.0.0.1-10.0.0.9" are two addresses.
	private static boolean isPartBefore(String text, int start) {
		return start >= 2 && "-._".indexOf(text.charAt(start - 1)) >= 0 && Character.isLetter(text.charAt(start - 2))
				&& text.charAt(start - 1) != '.';
	}

	private static boolean isVersion(String text, int start, int end) {
		boolean product = start >= 2 && text.charAt(start - 1) == '/' && Character.isLetter(text.charAt(start - 2))
				&& text.startsWith(".0.0.0", end - 6);
		return product || VERSION.tell(text, start);
	}

	private static char charAt(String text, int index) {
		return (index < text.length()) ? text.charAt(index) : ' ';
	}

}
