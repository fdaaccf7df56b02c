package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the reader has and a page cannot show: files with secrets, variables, folders, and
 * destinations that another example of the same page configures.
 *
 * @param folder where files may be made
 * @param values that the example sets
 * @param elsewhere names that are set by any example of the page
 */
record Belongings(Path folder, Map<String, String> values, Set<String> elsewhere) {

	private static final String PREFIX = ApplicationExample.PREFIX;

	private static final String WEBHOOK = "https://hooks.slack.com/services/T000/B000/example_only";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

	private static final Pattern DESTINATION = Pattern.compile("slack\\.logging\\.destinations\\.([^.]+)\\.(.*)");

	private static final Pattern NAMES_DESTINATIONS = Pattern
		.compile("slack\\.logging\\.(routes\\[\\d+]\\.to|jobs\\.to|destinations\\..*\\.fallback)(\\[\\d+])?");

	/** Properties that win over those of the example. */
	Map<String, Object> toMap() {
		Map<String, Object> added = new LinkedHashMap<>();
		this.values.forEach((name, value) -> {
			if (name.matches("slack\\.logging\\..*-file")) {
				added.put(name, secretFile(name));
			}
			else if (name.matches("slack\\.logging\\.(spool\\.directory|fallback\\.file)")) {
				added.put(name, this.folder.resolve("reader").toString());
			}
			else if (PLACEHOLDER.matcher(value).find()) {
				added.put(name, PLACEHOLDER.matcher(value).replaceAll(Matcher.quoteReplacement(secret(name))));
			}
		});
		destinationsOfThePage().forEach((name) -> added.put(PREFIX + "destinations." + name + ".webhook-url", WEBHOOK));
		addDefaultDestination(added);
		return added;
	}

	private void addDefaultDestination(Map<String, Object> added) {
		Set<String> names = this.values.keySet();
		if (names.stream().noneMatch(Belongings::isDefaultDestination)) {
			added.put(PREFIX + "webhook-url", WEBHOOK);
		}
		else if (names.contains(PREFIX + "channel") && !names.contains(PREFIX + "bot-token")
				&& !names.contains(PREFIX + "bot-token-file")) {
			added.put(PREFIX + "bot-token", secret("bot-token"));
		}
	}

	private static boolean isDefaultDestination(String name) {
		return name.matches("slack\\.logging\\.(destinations\\.default\\.)?(webhook-url|bot-token|channel)(-file)?");
	}

	/** Named by this example, and given a credential by another one only. */
	private Set<String> destinationsOfThePage() {
		Set<String> named = new TreeSet<>();
		this.values.forEach((name, value) -> {
			if (NAMES_DESTINATIONS.matcher(name).matches()) {
				named.addAll(List.of(value.split("\\s*,\\s*")));
			}
			Matcher destination = DESTINATION.matcher(name);
			if (destination.matches()) {
				named.add(destination.group(1));
			}
		});
		named.removeAll(withCredential(this.values.keySet()));
		named.retainAll(withCredential(this.elsewhere));
		return named;
	}

	private static Set<String> withCredential(Set<String> names) {
		Set<String> destinations = new TreeSet<>();
		for (String name : names) {
			Matcher destination = DESTINATION.matcher(name);
			if (destination.matches() && destination.group(2).matches("(webhook-url|bot-token)(-file)?")) {
				destinations.add(destination.group(1));
			}
		}
		return destinations;
	}

	private String secretFile(String name) {
		try {
			return Files.writeString(this.folder.resolve(name.replaceAll("[^a-z.-]", "_")), secret(name)).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String secret(String name) {
		if (name.contains("webhook-url")) {
			return WEBHOOK;
		}
		return name.contains("bot-token") ? "xoxb-1-2-example_only" : "example";
	}

}
