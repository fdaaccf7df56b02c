package io.github.slacklogging.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Compares an answer with the one of an example, as {@code docs/endpoint.md} says at its
 * top: any number, any time and any fingerprint are fine, {@code …} stands for any
 * characters, and of a list that ends with it only names and types count.
 */
final class ExampleAnswer {

	/** Stands for any. */
	static final String FINGERPRINT = "k7f3q2a";

	private static final String MORE = "…";

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

	private static final Pattern ANY_FINGERPRINT = Pattern.compile("[a-z2-7]{7}");

	private ExampleAnswer() {
	}

	/** What is different, one line for each place; empty where nothing is. */
	static List<String> differences(JsonNode example, JsonNode actual) {
		List<String> differences = new ArrayList<>();
		compare("", example, actual, true, differences);
		return differences;
	}

	private static void compare(String place, JsonNode example, JsonNode actual, boolean exact,
			List<String> differences) {
		if (example.getNodeType() != actual.getNodeType()) {
			differences.add(place + ": is " + actual + " and not " + example);
		}
		else if (example.isObject()) {
			compareNames(place, example, actual, differences);
			example.propertyStream()
				.filter((entry) -> actual.has(entry.getKey()))
				.forEach((entry) -> compare(place + "/" + entry.getKey(), entry.getValue(), actual.get(entry.getKey()),
						exact, differences));
		}
		else if (example.isArray()) {
			compareLists(place, example, actual, exact, differences);
		}
		else if (exact && !isSame(example, actual)) {
			differences.add(place + ": is " + actual + " and not " + example);
		}
	}

	private static void compareNames(String place, JsonNode example, JsonNode actual, List<String> differences) {
		TreeSet<String> names = new TreeSet<>(actual.propertyNames());
		if (!names.equals(new TreeSet<>(example.propertyNames()))) {
			differences.add(place + ": has " + names);
		}
	}

	private static void compareLists(String place, JsonNode example, JsonNode actual, boolean exact,
			List<String> differences) {
		int last = example.size() - 1;
		if (last >= 0 && example.get(last).asString("").equals(MORE)) {
			actual.forEach((entry) -> compareWithAny(place, example, entry, differences));
			return;
		}
		if (example.size() != actual.size()) {
			differences.add(place + ": has " + actual.size() + " entries: " + actual);
			return;
		}
		for (int i = 0; i < example.size(); i++) {
			compare(place + "/" + i, example.get(i), actual.get(i), exact, differences);
		}
	}

	private static void compareWithAny(String place, JsonNode examples, JsonNode actual, List<String> differences) {
		List<String> closest = new ArrayList<>();
		for (int i = 0; i < examples.size() - 1; i++) {
			List<String> here = new ArrayList<>();
			compare(place, examples.get(i), actual, false, here);
			if (here.isEmpty()) {
				return;
			}
			closest = here;
		}
		differences.add(place + ": no example is like " + actual + ", " + closest);
	}

	private static boolean isSame(JsonNode example, JsonNode actual) {
		if (!example.isString()) {
			return example.isNumber() || example.equals(actual);
		}
		String shown = example.asString();
		String is = actual.asString();
		if (TIME.matcher(shown).matches()) {
			return TIME.matcher(is).matches();
		}
		if (shown.equals(FINGERPRINT)) {
			return ANY_FINGERPRINT.matcher(is).matches();
		}
		String pattern = Pattern.quote(shown).replace(MORE, "\\E.*\\Q");
		return Pattern.compile(pattern, Pattern.DOTALL).matcher(is).matches();
	}

}
