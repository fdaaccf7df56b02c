package io.github.slacklogging.link;

import java.util.EnumMap;
import java.util.Map;

/**
 * What fields are called in a log store. Immutable.
 *
 * @param names complete
 */
record FieldNames(Map<LogField, String> names) {

	FieldNames {
		names = Map.copyOf(names);
	}

	String of(LogField field) {
		String name = this.names.get(field);
		if (name == null) {
			throw new IllegalStateException("no name for " + field);
		}
		return name;
	}

	/** The same, but for the given ones. */
	FieldNames with(Map<LogField, String> others) {
		Map<LogField, String> names = new EnumMap<>(this.names);
		names.putAll(others);
		return new FieldNames(names);
	}

	/** The same, as members of an object. */
	FieldNames within(String object) {
		Map<LogField, String> names = new EnumMap<>(this.names);
		names.replaceAll((field, name) -> object + "." + name);
		return new FieldNames(names);
	}

}
