package io.github.slacklogging.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the query that Explore sends out of the one in a link, and reads it: the source,
 * then {@code where} with conditions joined by {@code and}.
 */
final class PplReader {

	private static final String NAME = "`((?:\\\\.|``|[^`\\\\])*)`";

	private static final String STRING = "'((?:\\\\.|''|[^'\\\\])*)'";

	private static final Pattern SOURCE = Pattern.compile("source = " + NAME);

	private static final Pattern COMMAND = Pattern.compile(" \\| where |\\Z", Pattern.CASE_INSENSITIVE);

	private static final Pattern COMPARISON = Pattern.compile(NAME + " (=|like|>=|<=) " + STRING, Pattern.DOTALL);

	private static final Pattern PHRASE = Pattern.compile("match_phrase\\(" + NAME + ", " + STRING + "\\)",
			Pattern.DOTALL);

	private static final Pattern AND = Pattern.compile(" and ", Pattern.CASE_INSENSITIVE);

	private final Matcher matcher;

	private final String query;

	private int at;

	private PplReader(String query) {
		this.query = query;
		this.matcher = SOURCE.matcher(query);
	}

	/** What is sent to be answered: the window is put in with no heed to quotes. */
	static String sent(String query, String title, String window) {
		List<String> commands = new ArrayList<>(List.of(("source = `" + title + "` " + query).split("\\|", -1)));
		commands.add(1, "WHERE " + window);
		return String.join(" | ", commands.stream().map(String::strip).toList());
	}

	static List<Condition> read(String query) {
		return new PplReader(query).conditions();
	}

	private List<Condition> conditions() {
		List<Condition> conditions = new ArrayList<>();
		expect(SOURCE);
		while (!expect(COMMAND).group().isEmpty()) {
			do {
				conditions.add(condition());
			}
			while (skips(AND));
		}
		return conditions;
	}

	private Condition condition() {
		if (skips(PHRASE)) {
			return new Condition(this.matcher.group(1), "match_phrase", unquoted(this.matcher.group(2)));
		}
		MatchResult comparison = expect(COMPARISON);
		return new Condition(comparison.group(1), comparison.group(2).toLowerCase(Locale.ROOT),
				unquoted(comparison.group(3)));
	}

	private static String unquoted(String text) {
		return text.replaceAll("(?s)\\\\([\"'\\\\])|'(')", "$1$2");
	}

	private MatchResult expect(Pattern pattern) {
		if (!skips(pattern)) {
			throw new IllegalArgumentException("expected " + pattern + " at " + this.at + " of " + this.query);
		}
		return this.matcher.toMatchResult();
	}

	private boolean skips(Pattern pattern) {
		this.matcher.usePattern(pattern).region(this.at, this.query.length());
		boolean there = this.matcher.lookingAt();
		this.at = there ? this.matcher.end() : this.at;
		return there;
	}

}
