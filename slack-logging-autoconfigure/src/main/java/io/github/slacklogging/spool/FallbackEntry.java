package io.github.slacklogging.spool;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.StackTraceText;

/**
 * One event as text: a line that begins with the time, and lines that begin with a tab.
 * Nothing that the application logs can make another line begin with a time: line breaks
 * are followed by a tab, other characters that control or hide become question marks.
 * Stateless.
 */
final class FallbackEntry {

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

	private static final String NEW_LINE = "\n\t";

	/** Characters of a frame, roughly. */
	private static final int FRAME = 80;

	private FallbackEntry() {
	}

	static String text(String destination, MaskedEvent event) {
		StringBuilder text = new StringBuilder(256);
		text.append(TIME.format(event.timestamp())).append(' ').append(event.severity()).append(' ');
		word(text, destination).append(' ');
		word(text, event.logId()).append(' ');
		word(text, event.loggerName()).append(" [");
		word(text, event.threadName()).append("] ");
		lines(text, event.message(), NEW_LINE);
		JobReport job = event.job();
		if (job != null || !event.mdc().isEmpty() || !event.keyValues().isEmpty()) {
			text.append(" |");
			if (job != null) {
				pairs(text, numbers(job));
			}
			pairs(text, event.mdc());
			pairs(text, event.keyValues());
		}
		if (event.throwable() != null) {
			lines(text.append(NEW_LINE), StackTraceText.of(event.throwable(), Integer.MAX_VALUE), NEW_LINE);
		}
		return text.append('\n').toString();
	}

	/** What the message of a report does not say. */
	private static Map<String, String> numbers(JobReport job) {
		Map<String, String> numbers = new LinkedHashMap<>();
		boolean waits = job.outcome() == JobOutcome.OVERDUE;
		numbers.put(waits ? "since" : "started", TIME.format(job.startedAt()));
		if (job.duration() != null) {
			numbers.put(waits ? "waited" : "took", job.duration().toMillis() + "ms");
		}
		job.counts().forEach((what, count) -> numbers.put(what, String.valueOf(count)));
		return numbers;
	}

	/** How much memory an event takes while it waits, roughly, in characters. */
	static int size(MaskedEvent event) {
		int size = 256 + event.message().length() + event.template().length() + size(event.mdc())
				+ size(event.keyValues());
		if (event.job() != null) {
			size += size(numbers(event.job()));
		}
		for (MaskedThrowable cause = event.throwable(); cause != null; cause = cause.cause()) {
			size += size(cause);
			for (MaskedThrowable suppressed : cause.suppressed()) {
				size += size(suppressed);
			}
		}
		return size;
	}

	private static int size(MaskedThrowable throwable) {
		String message = throwable.message();
		return FRAME + ((message != null) ? message.length() : 0) + FRAME * throwable.frames().size();
	}

	private static int size(Map<String, String> pairs) {
		return pairs.entrySet().stream().mapToInt((pair) -> pair.getKey().length() + pair.getValue().length()).sum();
	}

	private static void pairs(StringBuilder text, Map<String, String> pairs) {
		pairs.forEach((key, value) -> {
			text.append(' ');
			word(text, key).append('=');
			word(text, value);
		});
	}

	/** Text that stays on its line. */
	private static StringBuilder word(StringBuilder text, String word) {
		return lines(text, word, "\\n");
	}

	private static StringBuilder lines(StringBuilder text, String lines, String newLine) {
		for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
			int character = lines.codePointAt(i);
			if (character == '\n' || character == '\r' && !lines.startsWith("\n", i + 1)) {
				text.append(newLine);
			}
			else if (character != '\r') {
				text.appendCodePoint(isHarmless(character) ? character : '?');
			}
		}
		return text;
	}

	/**
	 * Nothing that steers a terminal, that editors take for a line break, that turns the
	 * direction of writing or that only machines see. Scripts and emoji need what joins.
	 */
	private static boolean isHarmless(int character) {
		boolean tag = character >= 0xE0000 && character <= 0xE0FFF;
		return !tag && switch (Character.getType(character)) {
			case Character.CONTROL -> character == '\t';
			case Character.FORMAT -> character == 0x200C || character == 0x200D;
			case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
			default -> true;
		};
	}

}
