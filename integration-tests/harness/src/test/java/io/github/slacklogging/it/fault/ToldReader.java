package io.github.slacklogging.it.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.it.fault.ToldMessage.Form;
import io.github.slacklogging.it.fault.ToldMessage.Kind;

/**
 * Counts what one message tells, from its text and its blocks. Knows how messages look
 * and nothing of how they are made, and refuses a message whose sums do not match. Used
 * once.
 */
final class ToldReader {

	static final String SEVERITY = "(?:DEBUG|INFO|WARN|ERROR|CRITICAL)";

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
	static final Pattern HIDDEN = Pattern.compile("^_.*?([\\d,]+) (?:more )?events?(?:, not shown)?_$");

	private static final String NOTE = ":satellite:";

	static final String MARK = "may be a repeat";

	private final ToldText told;

	private final List<String> blocks;

	ToldReader(InboxMessage message) {
		this.told = ToldText.of(message);
		this.blocks = this.told.blocks();
	}

	ToldMessage read() {
		if (!this.blocks.isEmpty() && this.blocks.get(0).startsWith(NOTE)) {
			return new ToldMessage(Form.NOTE, false, List.of(), 0);
		}
		Optional<ToldMessage> inAll = new InAllReader(this.told).read();
		if (inAll.isPresent()) {
			return inAll.get();
		}
		Matcher one = ONE_KIND_SENTENCE.matcher(this.told.sentence());
		if (one.matches()) {
			return oneKind(Optional.ofNullable(one.group(1)).orElse(""), one.group(2));
		}
		Matcher summary = SUMMARY_SENTENCE.matcher(this.told.sentence());
		if (summary.matches()) {
			return summary(summary.group(1).contains(MARK), sumsOf(summary.group(2)));
		}
		throw this.told.unreadable("does not say how many events it tells of");
	}

	private ToldMessage oneKind(String remarks, String subject) {
		long times = ToldText.first(TIMES, remarks).orElse(1L);
		boolean repeat = remarks.contains(MARK);
		if (this.blocks.isEmpty()) {
			return new ToldMessage(Form.FIRST, repeat, List.of(reduced(times, subject)), 0);
		}
		Matcher headline = ONE_KIND.matcher(this.blocks.get(0));
		this.told.require(headline.find(), "has a sentence about one kind but no headline about it");
		long counted = Optional.ofNullable(headline.group(1)).map(ToldText::number).orElse(1L);
		this.told.require(counted == times, "counts differently in its sentence and in its headline");
		Optional<Long> fresh = (this.blocks.size() > 1) ? ToldText.first(NEW, this.blocks.get(1)) : Optional.empty();
		Form form = fresh.isPresent() ? Form.ONGOING : Form.FIRST;
		return new ToldMessage(form, repeat,
				List.of(new Kind(headline.group(2), fresh.orElse(counted), ToldText.numbers(headline.group(3)))), 0);
	}

	/**
	 * A message without blocks about several events may be the first or one that goes on;
	 * only the first tells of as many events as it names.
	 */
	private Kind reduced(long times, String subject) {
		this.told.require(times == 1, "has no blocks, so that nobody can say how many of its events are new");
		int colon = subject.indexOf(": ");
		this.told.require(colon > 0, "names no kind");
		return new Kind(subject.substring(0, colon), 1, ToldText.numbers(subject));
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
			long hiddenHere = block.lines().mapToLong((line) -> ToldText.first(HIDDEN, line).orElse(0L)).sum();
			long shownHere = kinds.subList(before, kinds.size()).stream().mapToLong(Kind::events).sum();
			this.told.require(ToldText.first(SECTION, block).orElse(-1L) == shownHere + hiddenHere,
					"has a section that does not add up");
			hidden += hiddenHere;
			hiddenErrors += ERRORS.matcher(block).lookingAt() ? hiddenHere : 0;
		}
		ToldMessage told = new ToldMessage(Form.SUMMARY, repeat, kinds, hidden, hiddenErrors);
		this.told.require(told.events() == sum, "has sections that do not add up to its sentence");
		return told;
	}

	/** A row {@code ×0} tells of no event, whatever text it shows. */
	static Optional<Kind> row(String line) {
		Matcher row = ROW.matcher(line);
		if (!row.find()) {
			return Optional.empty();
		}
		long events = ToldText.number(row.group(1));
		return Optional.of(new Kind(row.group(2), events, (events > 0) ? ToldText.numbers(row.group(3)) : List.of()));
	}

	private static long sumsOf(String sentence) {
		return SUM.matcher(sentence).results().mapToLong((sum) -> ToldText.number(sum.group(1))).sum();
	}

}
