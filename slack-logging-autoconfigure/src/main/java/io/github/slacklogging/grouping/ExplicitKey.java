package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;

/**
 * The fingerprint that the application set itself, as key-value of the call or in the
 * MDC, the call first. It is one text: a comma in it divides nothing. Where it says
 * {@code {{default}}}, what the rules found takes its place. Pure functions.
 */
final class ExplicitKey {

	/** Key-value or MDC key that sets the fingerprint. */
	static final String NAME = "slack.fingerprint";

	private static final Pattern DEFAULT_PLACEHOLDER = Pattern.compile("\\{\\{ ?default ?}}");

	private ExplicitKey() {
	}

	/** Empty when it is not set, or to nothing that can be read. */
	static Optional<String> of(LogEvent event) {
		for (KeyValue pair : event.keyValues()) {
			if (NAME.equals(pair.key()) && pair.value() != null && !pair.text().isBlank()) {
				return Optional.of(pair.text());
			}
		}
		return Optional.ofNullable(event.mdc().get(NAME)).filter((value) -> !value.isBlank());
	}

	/**
	 * The components of the key.
	 * @param key as it was set
	 * @param found what the rules found
	 * @return in the order of the text
	 */
	static List<String> components(String key, List<String> found) {
		List<String> components = new ArrayList<>();
		Matcher placeholder = DEFAULT_PLACEHOLDER.matcher(key);
		int from = 0;
		while (placeholder.find()) {
			addKey(components, key.substring(from, placeholder.start()));
			components.addAll(found);
			from = placeholder.end();
		}
		addKey(components, key.substring(from));
		return components;
	}

	private static void addKey(List<String> components, String key) {
		if (!key.isBlank()) {
			components.add("key " + key.strip());
		}
	}

}
