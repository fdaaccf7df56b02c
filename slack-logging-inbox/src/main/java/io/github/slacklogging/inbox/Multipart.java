package io.github.slacklogging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a body of {@code multipart/form-data} apart (RFC 7578), as curl and Slack's SDK
 * for Node send it.
 */
final class Multipart {

	private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]{1,200})\"?");

	private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");

	private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

	private Multipart() {
	}

	/** The parts in their order, as far as they are well-formed. */
	static List<Part> read(Call call) {
		List<Part> parts = new ArrayList<>();
		Matcher matcher = BOUNDARY.matcher(String.valueOf(call.header("content-type")));
		if (!matcher.find()) {
			return parts;
		}
		byte[] body = call.body();
		byte[] boundary = ("--" + matcher.group(1)).getBytes(StandardCharsets.ISO_8859_1);
		int from = indexOf(body, boundary, 0);
		while (from >= 0) {
			int start = from + boundary.length + 2;
			int end = indexOf(body, boundary, start);
			int content = indexOf(body, BLANK_LINE, start);
			if (end >= 0 && content >= 0 && content + BLANK_LINE.length + 2 <= end) {
				parts.add(part(body, start, content, end));
			}
			from = end;
		}
		return parts;
	}

	/** Before the next boundary stands a line break that is not part of the content. */
	private static Part part(byte[] body, int start, int head, int end) {
		String headers = new String(body, start, head - start, StandardCharsets.UTF_8);
		Matcher name = NAME.matcher(headers);
		int from = head + BLANK_LINE.length;
		byte[] content = new byte[end - 2 - from];
		System.arraycopy(body, from, content, 0, content.length);
		return new Part(name.find() ? name.group(1) : "", content);
	}

	private static int indexOf(byte[] body, byte[] wanted, int from) {
		for (int i = from; i <= body.length - wanted.length; i++) {
			int matched = 0;
			while (matched < wanted.length && body[i + matched] == wanted[matched]) {
				matched++;
			}
			if (matched == wanted.length) {
				return i;
			}
		}
		return -1;
	}

	/** A field of the form. */
	@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
	record Part(String name, byte[] content) {

		String text() {
			return new String(this.content, StandardCharsets.UTF_8);
		}

	}

}
