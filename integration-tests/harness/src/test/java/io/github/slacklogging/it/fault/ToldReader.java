package io.github.slacklogging.it.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import io.github.slacklogging.it.fault.ToldMessage.Form;
import io.github.slacklogging.it.fault.ToldMessage.Kind;

/**
 * Counts what one message tells, from its text and its blocks. Knows how messages look
 * and nothing of how they are made, and refuses a message whose sums do not match. Used
 * once.
 */
final class ToldReader {

	private static final String SEVERITY = "(?:DEBUG|INFO|WARN|ERROR|CRITICAL)";

	/** {@code :red_circle: *ERROR ×12* · *orders-api* · prod}. */
	private static final Pattern ONE_KIND = Pattern
		.compile("^:[a-z_]+: \\*" + SEVERITY + "(?: ×([\\d,]+))?\\* · .*\\n\\*(.+?)\\*: (.*)", Pattern.DOTALL);

	/**
	 * {@code ERROR in orders-api (prod), 12 times, may be a repeat: Stock: It is low.}
	 */
	private static final Pattern ONE_KIND_SENTENCE = Pattern
		.compile("^" + SEVERITY + " in .+? \\(.*?\\)((?:,| in )[^:]*)?: (.*)", Pattern.DOTALL);

	private static final Pattern TIMES = Pattern.compile(", ([\\d,]+) times?\\b");

	/** {@code ▂█ 31/min now, peak 140/min · 57 new · first seen …}. */
	private static final Pattern NEW = Pattern.compile("(?:^|/min · )([\\d,]+) new · first seen ");

	/** {@code 2 kinds of ERROR (1,310 events)}. */
	private static final Pattern SUM = Pattern
		.compile("(?:[\\d,]+ kinds? of )?" + SEVERITY + " \\(([\\d,]+) events?\\)");

	private static final Pattern SUMMARY_SENTENCE = Pattern
		.compile("^.+? \\(.*?\\)([^:]*): ((?:(?:, | and )?" + SUM.pattern() + ")+)\\.$");

	/** {@code *ERROR* (1,310 events)}. */
	private static final Pattern SECTION = Pattern.compile("^\\*" + SEVERITY + "\\* \\(([\\d,]+) events?\\)");

	private static final Pattern ERRORS = Pattern.compile("\\*(?:ERROR|CRITICAL)\\* ");

	/** {@code ×26 · Stock: It is low}. */
	private static final Pattern ROW = Pattern.compile("^×([\\d,]+) · (.+?): (.*)");

	/** {@code _… and 3 more kinds, 12 events_}. */
	private static final Pattern HIDDEN = Pattern.compile("^_.*?([\\d,]+) (?:more )?events?(?:, not shown)?_$");

	private static final Pattern NUMBER = Pattern.compile("\\bevent-(\\d+)");

	private static final String NOTE = ":satellite:";

	private static final String MARK = "may be a repeat";

	private final InboxMessage message;

	private final List<String> blocks;

	ToldReader(InboxMessage message) {
		this.message = message;
		this.blocks = texts(message);
	}

	ToldMessage read() {
		if (!this.blocks.isEmpty() && this.blocks.get(0).startsWith(NOTE)) {
			return new ToldMessage(Form.NOTE, false, List.of(), 0);
		}
		Matcher one = ONE_KIND_SENTENCE.matcher(this.message.text());
		if (one.matches()) {
			return oneKind(Optional.ofNullable(one.group(1)).orElse(""), one.group(2));
		}
		Matcher summary = SUMMARY_SENTENCE.matcher(this.message.text());
		if (summary.matches()) {
			return summary(summary.group(1).contains(MARK), sumsOf(summary.group(2)));
		}
		throw unreadable("does not say how many events it tells of");
	}

	private ToldMessage oneKind(String remarks, String subject) {
		long times = first(TIMES, remarks).orElse(1L);
		boolean repeat = remarks.contains(MARK);
		if (this.blocks.isEmpty()) {
			return new ToldMessage(Form.FIRST, repeat, List.of(reduced(times, subject)), 0);
		}
		Matcher headline = ONE_KIND.matcher(this.blocks.get(0));
		require(headline.find(), "has a sentence about one kind but no headline about it");
		long counted = Optional.ofNullable(headline.group(1)).map(ToldReader::number).orElse(1L);
		require(counted == times, "counts differently in its sentence and in its headline");
		Optional<Long> fresh = (this.blocks.size() > 1) ? first(NEW, this.blocks.get(1)) : Optional.empty();
		Form form = fresh.isPresent() ? Form.ONGOING : Form.FIRST;
		return new ToldMessage(form, repeat,
				List.of(new Kind(headline.group(2), fresh.orElse(counted), numbers(headline.group(3)))), 0);
	}

	/**
	 * A message without blocks about several events may be the first or one that goes on;
	 * only the first tells of as many events as it names.
	 */
	private Kind reduced(long times, String subject) {
		require(times == 1, "has no blocks, so that nobody can say how many of its events are new");
		int colon = subject.indexOf(": ");
		require(colon > 0, "names no kind");
		return new Kind(subject.substring(0, colon), 1, numbers(subject));
	}

	private ToldMessage summary(boolean repeat, long sum) {
		List<Kind> kinds = new ArrayList<>();
		long hidden = 0;
		long hiddenErrors = 0;
		if (this.blocks.isEmpty()) {
			return new ToldMessage(Form.SUMMARY, repeat, kinds, sum);
		}
		for (String block : this.blocks.subList(1, this.blocks.size())) {
			int before = kinds.size();
			block.lines().forEach((line) -> row(line).ifPresent(kinds::add));
			long hiddenHere = block.lines().mapToLong((line) -> first(HIDDEN, line).orElse(0L)).sum();
			long shownHere = kinds.subList(before, kinds.size()).stream().mapToLong(Kind::events).sum();
			require(first(SECTION, block).orElse(-1L) == shownHere + hiddenHere, "has a section that does not add up");
			hidden += hiddenHere;
			hiddenErrors += ERRORS.matcher(block).lookingAt() ? hiddenHere : 0;
		}
		ToldMessage told = new ToldMessage(Form.SUMMARY, repeat, kinds, hidden, hiddenErrors);
		require(told.events() == sum, "has sections that do not add up to its sentence");
		return told;
	}

	private static Optional<Kind> row(String line) {
		Matcher row = ROW.matcher(line);
		return row.find() ? Optional.of(new Kind(row.group(2), number(row.group(1)), numbers(row.group(3))))
				: Optional.empty();
	}

	private static long sumsOf(String sentence) {
		return SUM.matcher(sentence).results().mapToLong((sum) -> number(sum.group(1))).sum();
	}

	private static List<Long> numbers(String text) {
		return NUMBER.matcher(text).results().map((number) -> Long.valueOf(number.group(1))).toList();
	}

	private static Optional<Long> first(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? Optional.of(number(matcher.group(1))) : Optional.empty();
	}

	private static long number(String text) {
		return Long.parseLong(text.replace(",", ""));
	}

	private void require(boolean condition, String complaint) {
		if (!condition) {
			throw unreadable(complaint);
		}
	}

	private AssertionError unreadable(String complaint) {
		return new AssertionError("This message " + complaint + ":\n" + this.message.allText());
	}

	/** One text for each top-level block. */
	private static List<String> texts(InboxMessage message) {
		String json = message.blocksJson();
		if (json == null) {
			return List.of();
		}
		try {
			return Json.read(json).items().stream().map(ToldReader::text).toList();
		}
		catch (MalformedJsonException ex) {
			throw new AssertionError("The inbox wrote it", ex);
		}
	}

	private static String text(Json block) {
		Json elements = block.get("elements");
		Json holder = (elements != null) ? elements.items().get(0) : block.get("text");
		String text = (holder != null) ? holder.text("text") : null;
		return (text != null) ? text : "";
	}

}
