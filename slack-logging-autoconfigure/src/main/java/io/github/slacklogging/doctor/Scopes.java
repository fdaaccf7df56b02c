package io.github.slacklogging.doctor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a bot token is good for, from the header {@code X-OAuth-Scopes} of an answer.
 * Source of what each scope permits: the methods' pages, docs.slack.dev.
 *
 * @param granted as Slack lists them
 */
record Scopes(Set<String> granted) {

	private static final String CHECK = "scopes";

	private static final String NEEDED = "chat:write";

	/** What is lost without them. */
	private static final Map<String, String> WANTED = new LinkedHashMap<>();

	/** What can be done with them, and mostly need not. */
	private static final Map<String, String> EXTRA = new LinkedHashMap<>();
	static {
		WANTED.put("files:write", "full stack traces as files in the thread");
		WANTED.put("reactions:write", "the mark on messages of errors that have gone quiet");
		EXTRA.put("chat:write.customize", "the service's own name and icon");
		EXTRA.put("chat:write.public", "posts to public channels that the bot has not joined");
	}

	private static final String HOW = "add it under \"OAuth & Permissions\" of the app, and reinstall the app";

	Scopes {
		granted = Set.copyOf(granted);
	}

	/**
	 * Reads the header.
	 * @param header {@code null} where the answer had none
	 */
	static Scopes of(@Nullable String header) {
		return new Scopes((header != null) ? Arrays.stream(header.split(",", -1))
			.map(String::strip)
			.filter((scope) -> !scope.isEmpty())
			.collect(Collectors.toSet()) : Set.of());
	}

	boolean has(String scope) {
		return this.granted.contains(scope);
	}

	Finding finding(String subject) {
		if (this.granted.isEmpty()) {
			return Finding.skipped(subject, CHECK, "Slack did not say what the token may do", null);
		}
		if (!has(NEEDED) && !has("chat:write:bot")) {
			return Finding.failed(subject, CHECK, NEEDED + " is missing: nothing can be posted",
					"It is the one scope that must be there: " + HOW + ".");
		}
		List<String> missing = WANTED.keySet().stream().filter((scope) -> !has(scope)).toList();
		if (!missing.isEmpty()) {
			return Finding.warning(subject, CHECK,
					"without " + missing.stream()
						.map((scope) -> scope + " (" + WANTED.get(scope) + ")")
						.collect(Collectors.joining(", ")) + ", which messages then lack",
					"Where you want it: " + HOW + ".");
		}
		return Finding.ok(subject, CHECK, "all that is needed" + extras());
	}

	private String extras() {
		String without = EXTRA.entrySet()
			.stream()
			.filter((extra) -> !has(extra.getKey()))
			.map((extra) -> extra.getKey() + " (" + extra.getValue() + ")")
			.collect(Collectors.joining(", "));
		return without.isEmpty() ? "" : "; not granted and not needed: " + without;
	}

}
