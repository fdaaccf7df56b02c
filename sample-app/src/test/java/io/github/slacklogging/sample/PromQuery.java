package io.github.slacklogging.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a PromQL expression asks for. Not a parser: whether the expression is valid at all
 * is promtool's to say.
 *
 * @param text the expression
 * @param selectors the metrics it reads
 * @param grouping labels by which it groups or matches
 */
record PromQuery(String text, List<Selector> selectors, Set<String> grouping) {

	private static final Pattern GROUPING = Pattern
		.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");

	// a name that is neither called nor part of a number, a duration or a variable
	private static final Pattern SELECTOR = Pattern
		.compile("(?<![\\w.$\"])([a-zA-Z_:][\\w:]*+)\\s*+(?:\\{([^}]*)})?+(?!\\s*\\()");

	private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

	static PromQuery of(String text) {
		Set<String> grouping = new TreeSet<>();
		Matcher groups = GROUPING.matcher(text);
		while (groups.find()) {
			grouping.addAll(Arrays.asList(groups.group(1).trim().split("\\s*,\\s*")));
		}
		List<Selector> selectors = new ArrayList<>();
		Matcher found = SELECTOR.matcher(GROUPING.matcher(text).replaceAll(" "));
		while (found.find()) {
			if (!WORDS.contains(found.group(1))) {
				selectors.add(new Selector(found.group(1), matchers(found.group(2))));
			}
		}
		return new PromQuery(text, List.copyOf(selectors), grouping);
	}

	private static List<LabelMatcher> matchers(@Nullable String text) {
		List<LabelMatcher> matchers = new ArrayList<>();
		Matcher found = MATCHER.matcher((text != null) ? text : "");
		while (found.find()) {
			matchers.add(new LabelMatcher(found.group(1), found.group(2), found.group(3)));
		}
		return List.copyOf(matchers);
	}

	record Selector(String metric, List<LabelMatcher> matchers) {

	}

	record LabelMatcher(String label, String operator, String value) {

		/** The values that it names, none where a variable stands for them. */
		List<String> literals() {
			if (this.value.contains("$")) {
				return List.of();
			}
			return this.operator.endsWith("~") ? List.of(this.value.split("\\|")) : List.of(this.value);
		}

	}

}
