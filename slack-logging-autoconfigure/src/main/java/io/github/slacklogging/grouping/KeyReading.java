package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Fingerprint;

/**
 * What the components of a fingerprint are, read from the words with which they begin.
 * Immutable.
 *
 * @param rule what made its events one kind, in a sentence without log text
 * @param parts one for each component
 */
public record KeyReading(String rule, List<Part> parts) {

	private static final List<Part> WORDS = List.of(new Part("exception", "exception "), new Part("frame", "at "),
			new Part("logger", "logger "), new Part("template", "template "), new Part("explicit key", "key "),
			new Part("event", "event "), new Part("other", "other "), new Part("job", "job "), new Part("run", "run "));

	private static final List<String> SCOPE = List.of("service", "environment");

	private static final Part UNKNOWN = new Part("component", "");

	public KeyReading {
		parts = List.copyOf(parts);
	}

	/**
	 * Reads a key.
	 * @param fingerprint its components may be masked already
	 * @param scope with which built-in keys begin
	 * @param other whether it stands for events that found no room
	 */
	static KeyReading of(Fingerprint fingerprint, List<String> scope, boolean other) {
		List<String> components = fingerprint.components();
		boolean scoped = components.size() > scope.size() && components.subList(0, scope.size()).equals(scope);
		List<Part> parts = new ArrayList<>();
		for (int i = 0; i < components.size(); i++) {
			boolean ofScope = scoped && i < scope.size() && i < SCOPE.size();
			parts.add(ofScope ? new Part(SCOPE.get(i), "") : part(components.get(i)));
		}
		return new KeyReading(other ? "no room: as many kinds as grouping.max-groups allows were waiting, so this "
				+ "one was counted with others of its severity and logger" : rule(parts, scoped), parts);
	}

	private static Part part(String component) {
		return WORDS.stream().filter((word) -> component.startsWith(word.prefix())).findFirst().orElse(UNKNOWN);
	}

	// One row for each way in which Fingerprinting makes a key.
	private static String rule(List<Part> parts, boolean scoped) {
		List<String> names = parts.stream().map(Part::name).toList();
		if (names.isEmpty()) {
			return "nothing but its id is known: an earlier run left no more";
		}
		if (names.contains("explicit key")) {
			return "the application set " + ExplicitKey.NAME + ", which counts before everything else";
		}
		if (names.equals(List.of("event"))) {
			return "grouping.enabled is false: each event is its own kind";
		}
		if (names.contains("job")) {
			return "a run of a job: all that is reported of it is one kind";
		}
		if (!scoped || names.contains("component")) {
			return "a Fingerprinter of the application says so";
		}
		if (names.contains("frame")) {
			return "the same exceptions at the same place of the application: types and own frames of the root cause "
					+ "count, message and line numbers do not";
		}
		if (!names.contains("exception")) {
			return "no exception: the same logger and the same message without its values";
		}
		return names.contains("template")
				? "exceptions without a frame of the application: the same types, logger and message without its values"
				: "its type alone: a client that went away or a task that was cancelled is the same anywhere";
	}

	/**
	 * What one component is.
	 *
	 * @param name of it
	 * @param prefix with which it begins, not part of its value
	 */
	public record Part(String name, String prefix) {

	}

}
