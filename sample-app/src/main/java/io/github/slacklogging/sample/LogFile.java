package io.github.slacklogging.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The service's own structured log, read back. Stands in for a log store, so that the
 * links in Slack lead somewhere on a machine that has none.
 */
@Component
class LogFile {

	private static final int MOST_LINES = 200;

	private final Path file;

	private final JsonMapper json;

	LogFile(@Value("${logging.file.name}") Path file, JsonMapper json) {
		this.file = file;
		this.json = json;
	}

	/**
	 * The latest lines in which a field has a value, in the order in which they were
	 * written.
	 */
	List<JsonNode> lines(Field field, String value) {
		Deque<JsonNode> found = new ArrayDeque<>();
		try (BufferedReader lines = reader()) {
			lines.lines()
				.filter((line) -> line.contains(value))
				.map(this::read)
				.filter((line) -> field.is(line, value))
				.forEach((line) -> {
					found.add(line);
					if (found.size() > MOST_LINES) {
						found.remove();
					}
				});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.copyOf(found);
	}

	/** Where a line ends in half a character, a strict reader would end with it. */
	private BufferedReader reader() throws IOException {
		return new BufferedReader(new InputStreamReader(Files.newInputStream(this.file), StandardCharsets.UTF_8));
	}

	/** The line that is being written may be half there. */
	private JsonNode read(String line) {
		try {
			return this.json.readTree(line);
		}
		catch (JacksonException ex) {
			return this.json.createObjectNode();
		}
	}

	/** What lines are looked for by, where Boot's format ECS writes it. */
	enum Field {

		ID("/log_id"), TRACE("/traceId"), LOGGER("/log/logger");

		private final String pointer;

		Field(String pointer) {
			this.pointer = pointer;
		}

		boolean is(JsonNode line, String value) {
			JsonNode held = line.at(this.pointer);
			return held.isString() && held.asString().equals(value);
		}

	}

}
