package io.github.slacklogging.appender;

import org.jspecify.annotations.Nullable;

/**
 * The first line of a throwable in a printed trace: {@link Throwable#toString()}, which
 * is a class name and perhaps a message, but may be overridden.
 *
 * @param type class name
 * @param message its first line
 */
record PrintedHead(String type, @Nullable String message) {

	/**
	 * Its {@code toString()} tells no class. Source: {@code FluxOnAssembly} of Reactor
	 * 3.8, and recorded.
	 */
	private static final String REACTOR_WORDS = "The stacktrace has been enhanced by Reactor";

	private static final String REACTOR_TYPE = "reactor.core.publisher.FluxOnAssembly$OnAssemblyException";

	/** The JVM prints it before what ended a thread. */
	private static final String THREAD = "Exception in thread \"";

	/** Spring Boot may print a hash of the stack: {@code <#1a2b3c4d>}. */
	private static final String HASH = "<#";

	/** Whether the line is a class name with or without a message. */
	static boolean isOne(String text, int start, int end) {
		int name = withoutPrefix(text, start, end);
		int nameEnd = endOfName(text, name, end);
		return nameEnd > name && isEndOfName(text, nameEnd, end);
	}

	static PrintedHead of(String text, int start, int end) {
		int name = withoutPrefix(text, start, end);
		int nameEnd = endOfName(text, name, end);
		if (nameEnd > name && isEndOfName(text, nameEnd, end)) {
			int message = Math.min(nameEnd + 2, end);
			return new PrintedHead(text.substring(name, nameEnd),
					(nameEnd == end) ? null : text.substring(message, end));
		}
		String words = text.substring(name, end);
		if (words.startsWith(REACTOR_WORDS)) {
			return new PrintedHead(REACTOR_TYPE, words);
		}
		String type = text.substring(name, nameEnd);
		return new PrintedHead((type.indexOf('.') > 0) ? type : Throwable.class.getName(), words);
	}

	private static boolean isEndOfName(String text, int nameEnd, int end) {
		return nameEnd == end
				|| (text.charAt(nameEnd) == ':' && (nameEnd + 1 == end || text.charAt(nameEnd + 1) == ' '));
	}

	private static int withoutPrefix(String text, int start, int end) {
		int at = start;
		if (text.startsWith(THREAD, at)) {
			at = behind("\" ", text, at + THREAD.length(), end, at);
		}
		if (text.startsWith(HASH, at)) {
			at = behind("> ", text, at, end, at);
		}
		return at;
	}

	/** Looks at this line only. */
	private static int behind(String mark, String text, int start, int end, int otherwise) {
		for (int at = start; at + mark.length() <= end; at++) {
			if (text.startsWith(mark, at)) {
				return at + mark.length();
			}
		}
		return otherwise;
	}

	/** Of a class name, or {@code start} where there is none. */
	private static int endOfName(String text, int start, int end) {
		int at = start;
		boolean begins = true;
		while (at < end) {
			char c = text.charAt(at);
			boolean fits = begins ? Character.isJavaIdentifierStart(c)
					: (c == '.' || Character.isJavaIdentifierPart(c));
			if (!fits) {
				break;
			}
			begins = c == '.';
			at++;
		}
		return begins ? start : at;
	}

}
