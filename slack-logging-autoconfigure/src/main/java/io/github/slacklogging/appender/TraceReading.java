package io.github.slacklogging.appender;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import io.github.slacklogging.ThrowableSnapshot;

/**
 * Reads a printed stack trace: what {@link Throwable#printStackTrace()} prints on JDK 17
 * to 25, and what Logback and Spring Boot print, from either end. Never fails: what it
 * does not know it passes over. Takes time in proportion to the text. Used by one thread,
 * once.
 *
 * <p>
 * Indentation says what belongs to what: a cause stands as deep as what it causes, a
 * suppressed one stands deeper.
 */
final class TraceReading {

	private static final String CAUSED_BY = "Caused by: ";

	private static final String WRAPPED_BY = "Wrapped by: ";

	private static final String SUPPRESSED = "Suppressed: ";

	private static final String CIRCULAR = "[CIRCULAR REFERENCE";

	private static final String OMITTED = "... ";

	private static final int MAX_NESTING = 8;

	private static final int MAX_DIGITS = 9;

	private final String text;

	/** Those that the next line may belong to, the innermost first. */
	private final Deque<TraceChain> open = new ArrayDeque<>(2);

	private final TraceChain whole;

	private TraceBlock current;

	private TraceReading(String text, int start, int end) {
		this.text = text;
		this.current = new TraceBlock(PrintedHead.of(text, start, end));
		this.whole = new TraceChain(0, this.current);
		this.open.push(this.whole);
	}

	/**
	 * Whether the text is a trace: the first line a class with or without a message, and
	 * some line a frame.
	 * @param text any text
	 * @param maxLength where to stop looking
	 */
	static boolean isTrace(String text, int maxLength) {
		int start = firstWord(text);
		int end = endOfLine(text, start);
		if (!PrintedHead.isOne(text, start, withoutReturn(text, start, end))) {
			return false;
		}
		while (end < Math.min(text.length(), maxLength)) {
			start = end + 1;
			end = endOfLine(text, start);
			if (PrintedFrame.isOne(text, start, withoutReturn(text, start, end))) {
				return true;
			}
		}
		return false;
	}

	static ThrowableSnapshot read(String text) {
		int start = firstWord(text);
		int end = endOfLine(text, start);
		TraceReading reading = new TraceReading(text, start, withoutReturn(text, start, end));
		while (end < text.length()) {
			start = end + 1;
			end = endOfLine(text, start);
			reading.line(start, withoutReturn(text, start, end));
		}
		return new TraceRestoration().restored(reading.whole);
	}

	private void line(int start, int end) {
		int first = start;
		while (first < end && Character.isWhitespace(this.text.charAt(first))) {
			first++;
		}
		if (PrintedFrame.isOne(this.text, start, end)) {
			this.current.frame(PrintedFrame.of(this.text, start, end));
		}
		else if (!begins(first, end, first - start)) {
			int omitted = omitted(first, end);
			if (omitted >= 0) {
				this.current.omitted(omitted);
			}
			else if (start < this.text.length()) {
				this.current.words(this.text, start, end);
			}
		}
	}

	/** Whether another throwable begins here. */
	private boolean begins(int first, int end, int indentation) {
		if (this.text.startsWith(CAUSED_BY, first)) {
			begin(first + CAUSED_BY.length(), end, chainAt(indentation)::causedBy);
		}
		else if (this.text.startsWith(WRAPPED_BY, first)) {
			begin(first + WRAPPED_BY.length(), end, chainAt(indentation)::wrappedBy);
		}
		else if (this.text.startsWith(SUPPRESSED, first)) {
			TraceBlock owner = chainAt(indentation - 1).latest();
			begin(first + SUPPRESSED.length(), end, (suppressed) -> suppressed(owner, suppressed, indentation));
		}
		else {
			return false;
		}
		return true;
	}

	// What is printed of a cycle tells of nothing new: a snapshot ends there.
	private void begin(int start, int end, Consumer<TraceBlock> place) {
		int from = Math.min(start, end);
		this.current = new TraceBlock(PrintedHead.of(this.text, from, end));
		if (!this.text.startsWith(CIRCULAR, from)) {
			place.accept(this.current);
		}
	}

	private void suppressed(TraceBlock owner, TraceBlock suppressed, int indentation) {
		if (this.open.size() < MAX_NESTING) {
			TraceChain chain = new TraceChain(indentation, suppressed);
			owner.suppressed(chain);
			this.open.push(chain);
		}
	}

	/** The innermost one that stands no deeper; those that do have ended. */
	private TraceChain chainAt(int indentation) {
		while (this.open.size() > 1 && this.open.element().indentation() > indentation) {
			this.open.pop();
		}
		return this.open.element();
	}

	/** "... 5 more", or Logback's "... 5 common frames omitted": 5. Else -1. */
	private int omitted(int first, int end) {
		int start = first + OMITTED.length();
		int at = start;
		int number = 0;
		while (this.text.startsWith(OMITTED, first) && at < end && at < start + MAX_DIGITS
				&& Character.digit(this.text.charAt(at), 10) >= 0) {
			number = 10 * number + Character.digit(this.text.charAt(at++), 10);
		}
		boolean inCommon = at > start && (is(" more", at, end) || is(" common frames omitted", at, end));
		return inCommon ? number : -1;
	}

	private boolean is(String words, int start, int end) {
		return this.text.startsWith(words, start) && start + words.length() == end;
	}

	private static int firstWord(String text) {
		int start = 0;
		while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
			start++;
		}
		return start;
	}

	private static int endOfLine(String text, int start) {
		int end = text.indexOf('\n', start);
		return (end >= 0) ? end : text.length();
	}

	private static int withoutReturn(String text, int start, int end) {
		return (end > start && text.charAt(end - 1) == '\r') ? end - 1 : end;
	}

}
