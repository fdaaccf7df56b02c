package io.github.slacklogging.link;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition as it was read out of the query of a link, to be tried on lines of a log.
 *
 * @param field as it is called in the store
 * @param operator {@code :} and {@code match_phrase} for a phrase of a text, or for all
 * of what is no text; {@code =}, {@code like}, {@code >=}, {@code <=}
 * @param value unescaped
 */
record Condition(String field, String operator, String value) {

	/** Lines that fulfil all conditions. */
	static List<Map<String, String>> find(List<Map<String, String>> lines, List<Condition> conditions, String text) {
		return lines.stream()
			.filter((line) -> conditions.stream().allMatch((condition) -> condition.holds(line, text)))
			.toList();
	}

	private boolean holds(Map<String, String> line, String text) {
		String actual = line.getOrDefault(this.field, "");
		return switch (this.operator) {
			case ":" -> this.field.equals(text) ? says(actual) : actual.equals(this.value);
			case "match_phrase" -> says(actual);
			case "=" -> actual.equals(this.value);
			case "like" -> like().matcher(actual).matches();
			case ">=" -> actual.compareTo(this.value) >= 0;
			case "<=" -> actual.compareTo(this.value) <= 0;
			default -> throw new IllegalStateException(this.operator);
		};
	}

	/** As a store that takes a text apart into words. */
	private boolean says(String actual) {
		return Collections.indexOfSubList(words(actual), words(this.value)) >= 0;
	}

	private static List<String> words(String text) {
		return Stream.of(text.split("[\\s\\p{Punct}]+")).filter((word) -> !word.isEmpty()).toList();
	}

	private Pattern like() {
		return Pattern.compile(this.value.chars().mapToObj((c) -> switch (c) {
			case '_' -> ".";
			case '%' -> ".*";
			default -> Pattern.quote(String.valueOf((char) c));
		}).collect(Collectors.joining()), Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
	}

}
