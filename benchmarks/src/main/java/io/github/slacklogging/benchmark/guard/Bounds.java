package io.github.slacklogging.benchmark.guard;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;

/** What costs are compared with. Immutable after it was read. */
final class Bounds {

	private final Properties values;

	private Bounds(Properties values) {
		this.values = values;
	}

	/**
	 * Of a file, and what replaces it.
	 * @param file in the format of properties
	 * @param others of the form {@code name=value}
	 */
	static Bounds of(Path file, String... others) throws IOException {
		Properties values = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			values.load(reader);
		}
		for (String other : others) {
			String[] parts = other.split("=", 2);
			if (parts.length < 2 || !values.containsKey(parts[0])) {
				throw new IllegalArgumentException(other + " is none of " + values.stringPropertyNames());
			}
			values.setProperty(parts[0], parts[1]);
		}
		return new Bounds(values);
	}

	Set<String> names() {
		return this.values.stringPropertyNames();
	}

	OptionalDouble of(String name) {
		String value = this.values.getProperty(name);
		return (value != null) ? OptionalDouble.of(Double.parseDouble(value)) : OptionalDouble.empty();
	}

}
