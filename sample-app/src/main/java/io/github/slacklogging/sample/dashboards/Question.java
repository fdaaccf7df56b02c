package io.github.slacklogging.sample.dashboards;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * What a link asks for: all of its conditions, in a span of time. Immutable.
 *
 * @param indexPattern id of the saved object
 * @param query in KQL, as it stands in the link
 * @param conditions the same, read
 * @param from first moment
 * @param to last moment
 */
record Question(String indexPattern, String query, List<Condition> conditions, Instant from, Instant to) {

	/**
	 * A phrase in double quotes, within which a backslash stands before what it hides.
	 */
	private static final Pattern CONDITION = Pattern
		.compile("([\\w.@-]++) : \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"( and )?");

	private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

	/**
	 * Reads the states behind the {@code #}.
	 * @param view state {@code _a} in Rison
	 * @param global state {@code _g} in Rison
	 * @param query state {@code _q} in Rison
	 * @throws IllegalArgumentException if they are not as in our links
	 */
	static Question of(String view, String global, String query) {
		JsonNode time = RisonReader.read(global).path("time");
		String kql = text(RisonReader.read(query), "/query/query");
		return new Question(text(RisonReader.read(view), "/metadata/indexPattern"), kql, conditions(kql),
				moment(time, "/from"), moment(time, "/to"));
	}

	private static String text(JsonNode state, String pointer) {
		JsonNode text = state.at(pointer);
		if (!text.isString()) {
			throw new IllegalArgumentException("no text at " + pointer);
		}
		return text.asString();
	}

	private static Instant moment(JsonNode time, String pointer) {
		try {
			return Instant.parse(text(time, pointer));
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("no moment at " + pointer, ex);
		}
	}

	private static List<Condition> conditions(String kql) {
		List<Condition> conditions = new ArrayList<>();
		Matcher matcher = CONDITION.matcher(kql);
		int end = 0;
		boolean goesOn = true;
		while (goesOn) {
			if (!matcher.region(end, kql.length()).lookingAt()) {
				throw new IllegalArgumentException("no condition at " + end + " of " + kql);
			}
			conditions.add(new Condition(matcher.group(1), unescaped(matcher.group(2))));
			end = matcher.end();
			goesOn = matcher.group(3) != null;
		}
		if (end < kql.length()) {
			throw new IllegalArgumentException("more than conditions at " + end + " of " + kql);
		}
		return conditions;
	}

	private static String unescaped(String text) {
		return ESCAPED.matcher(text).replaceAll((escaped) -> Matcher.quoteReplacement(switch (escaped.group(1)) {
			case "t" -> "\t";
			case "r" -> "\r";
			case "n" -> "\n";
			default -> escaped.group(1);
		}));
	}

	/**
	 * A field that holds a phrase.
	 *
	 * @param field its name
	 * @param phrase without quotes
	 */
	record Condition(String field, String phrase) {

	}

}
