package io.github.slacklogging.masking;

/**
 * What makes hexadecimal digits and colons an IPv6 address: RFC 4291, and only ranges in
 * use (iana.org, IPv6 Address Space): global unicast 2000::/3, unique local fc00::/7,
 * link-local fe80::/10, multicast ff00::/8, and mapped IPv4.
 */
final class Ipv6Address {

	private static final int GROUPS = 8;

	private static final int MAX_DIGITS = 4;

	private Ipv6Address() {
	}

	static boolean isPart(char c) {
		return c == ':' || (c < 128 && Character.digit(c, 16) >= 0);
	}

	/**
	 * End of the address that begins here.
	 * @param text to look into
	 * @param start of a run of hexadecimal digits, colons and dots
	 * @param runEnd of it
	 * @return {@code start} when there is none
	 */
	static int end(String text, int start, int runEnd) {
		int latest = runEnd;
		while (latest > start && (text.charAt(latest - 1) == '.' || isLoneColon(text, start, latest))) {
			latest--;
		}
		// Not in the rest of the text: there may be many runs.
		int gap = start + text.substring(start, latest).indexOf("::");
		boolean shortened = gap >= start;
		int before = groups(text, start, shortened ? gap : latest);
		int behind = shortened ? groups(text, gap + 2, latest) : 0;
		boolean shaped = before >= 0 && behind >= 0 && (shortened ? before + behind < GROUPS : before == GROUPS);
		return (shaped && isInUse(text, start, latest)) ? latest : start;
	}

	/** How many groups with single colons between there are, -1 for anything else. */
	private static int groups(String text, int start, int end) {
		int groups = 0;
		int at = start;
		while (at < end) {
			int four = IpAddressRule.endOfParts(text, at, end);
			int next = (four == end) ? four : endOfGroup(text, at, end);
			groups += (four == end) ? 2 : 1;
			boolean last = next == end;
			if (next == at || groups > GROUPS || (!last && (text.charAt(next) != ':' || next + 1 == end))) {
				return -1;
			}
			at = next + (last ? 0 : 1);
		}
		return groups;
	}

	private static boolean isLoneColon(String text, int start, int end) {
		return text.charAt(end - 1) == ':' && (end - 2 < start || text.charAt(end - 2) != ':');
	}

	private static int endOfGroup(String text, int start, int latest) {
		int end = start;
		while (end < latest && end - start < MAX_DIGITS && Character.digit(text.charAt(end), 16) >= 0) {
			end++;
		}
		return end;
	}

	private static boolean isInUse(String text, int start, int end) {
		if (text.regionMatches(true, start, "::ffff:", 0, 7) || text.startsWith("64:ff9b::", start)) {
			return text.indexOf("127.", start) != end - "127.0.0.1".length();
		}
		int first = Character.toLowerCase(text.charAt(start));
		boolean four = start + 4 < end && text.charAt(start + 4) == ':';
		return four && (first == '2' || first == '3'
				|| (first == 'f' && "cdef".indexOf(Character.toLowerCase(text.charAt(start + 1))) >= 0));
	}

}
