package io.github.slacklogging.it.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.it.fault.ToldMessage.Form;
import io.github.slacklogging.it.fault.ToldMessage.Kind;

/**
 * Reads the messages that say how many events there were in all, and not how many are
 * new: the closing line of a kind, and the banner of a storm.
 */
final class InAllReader {

	/**
	 * {@code Quiet for 15 min: ERROR in orders-api (prod), 12 times over 42 min: Stock:
	 * It is low.}
	 */
	private static final Pattern QUIET_SENTENCE = Pattern.compile(
			"^Quiet(?: for [^:]+)?: " + ToldReader.SEVERITY + " in .+? \\(.*?\\), ([\\d,]+) times?([^:]*): (.+?): .*",
			Pattern.DOTALL);

	/** {@code :white_circle: *Quiet for 15 min* · ERROR · … · 12× over 42 min}. */
	private static final Pattern QUIET = Pattern
		.compile("^:white_circle: \\*Quiet(?: for .+?)?\\* · .* · ([\\d,]+)×.*\\n\\*(.+?)\\*: ");

	/** {@code orders-api (prod): 23 new kinds of error in 60 s, 41,233 events.} */
	private static final Pattern STORM_SENTENCE = Pattern
		.compile("^.+? \\(.*?\\)([^:]*): [\\d,]+ new kinds? of error(?: in [^,]+)?, ([\\d,]+) events?\\b.*");

	/** {@code *23 new kinds of error in 60 s* · 41,233 events}. */
	private static final Pattern STORM = Pattern
		.compile("\\n\\*[\\d,]+ new kinds? of error(?: in .+?)?\\* · ([\\d,]+) events?\\b");

	/** When a storm began tells it from others: {@code STORM · <!date^1791799083^…>}. */
	private static final Pattern SINCE = Pattern.compile("STORM · <!date\\^(\\d+)");

	private final ToldText told;

	InAllReader(ToldText told) {
		this.told = told;
	}

	/** What it tells in all, empty if it is a message of another form. */
	Optional<ToldMessage> read() {
		Matcher quiet = QUIET_SENTENCE.matcher(this.told.sentence());
		if (quiet.matches()) {
			return Optional.of(quiet(ToldText.number(quiet.group(1)), quiet.group(2), quiet.group(3)));
		}
		Matcher storm = STORM_SENTENCE.matcher(this.told.sentence());
		return storm.matches() ? Optional.of(storm(storm.group(1), ToldText.number(storm.group(2)))) : Optional.empty();
	}

	private ToldMessage quiet(long total, String remarks, String kind) {
		if (!this.told.blocks().isEmpty()) {
			Matcher headline = QUIET.matcher(this.told.blocks().get(0));
			this.told.require(headline.find(), "has a sentence about quiet but no headline about it");
			this.told.require(ToldText.number(headline.group(1)) == total && headline.group(2).equals(kind),
					"says something else in its sentence and in its headline");
		}
		return new ToldMessage(Form.QUIET, remarks.contains(ToldReader.MARK), List.of(new Kind(kind, total, List.of())),
				0);
	}

	private ToldMessage storm(String remarks, long total) {
		List<String> blocks = this.told.blocks();
		if (!blocks.isEmpty()) {
			this.told.require(ToldText.first(STORM, blocks.get(0)).orElse(-1L) == total,
					"counts differently in its sentence and in its headline");
			this.told.require(blocks.size() < 2 || rows(blocks.subList(1, blocks.size())) == total,
					"has rows that do not add up to its sentence");
		}
		Matcher since = SINCE.matcher(this.told.message().allText());
		String storm = "storm since " + (since.find() ? since.group(1) : "some time");
		return new ToldMessage(Form.STORM, remarks.contains(ToldReader.MARK),
				List.of(new Kind(storm, total, List.of())), 0);
	}

	/** Links may need so much room that the rows go on in another section. */
	private static long rows(List<String> blocks) {
		List<Long> rows = new ArrayList<>();
		String.join("\n", blocks).lines().forEach((line) -> {
			ToldReader.row(line).ifPresent((row) -> rows.add(row.events()));
			ToldText.first(ToldReader.HIDDEN, line).ifPresent(rows::add);
		});
		return rows.stream().mapToLong(Long::longValue).sum();
	}

}
