package io.github.slacklogging.grouping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.slacklogging.Destination;

/**
 * What happens, and what is to be said of it where messages can be edited and where they
 * cannot, as a text in {@code src/test/resources/transcripts} tells it. Immutable.
 *
 * <p>
 * Lines up to the first {@code ---} happen: a time since the start and a command of
 * {@link Playback}; {@code #} begins a comment. After {@code --- webhook},
 * {@code --- bot} or {@code --- both} comes what is expected, word for word.
 *
 * @param settings how to group
 * @param steps what happens, in order
 * @param expected lines by kind of destination
 */
record Scenario(Map<String, String> settings, List<Step> steps, Map<Destination.Kind, String> expected) {

	static Scenario named(String name) {
		Map<String, String> settings = new LinkedHashMap<>();
		List<Step> steps = new ArrayList<>();
		Map<Destination.Kind, StringBuilder> expected = new LinkedHashMap<>();
		List<StringBuilder> open = List.of();
		for (String line : text(name).lines().map(String::strip).toList()) {
			if (line.startsWith("---")) {
				List<Destination.Kind> kinds = kinds(line.substring(3).strip());
				open = kinds.stream()
					.map((kind) -> expected.computeIfAbsent(kind, (key) -> new StringBuilder()))
					.toList();
			}
			else if (line.isEmpty() || line.startsWith("#")) {
				continue;
			}
			else if (!open.isEmpty()) {
				open.forEach((text) -> text.append(line).append('\n'));
			}
			else if (line.startsWith("setting ")) {
				String[] words = line.split(" +", 3);
				settings.put(words[1], words[2]);
			}
			else {
				String[] words = line.split(" +", 2);
				steps.add(new Step(TimeText.parse(words[0]), words[1]));
			}
		}
		Map<Destination.Kind, String> texts = new LinkedHashMap<>();
		expected.forEach((kind, lines) -> texts.put(kind, lines.toString()));
		return new Scenario(settings, List.copyOf(steps), texts);
	}

	private static List<Destination.Kind> kinds(String mode) {
		return mode.equals("both") ? List.of(Destination.Kind.values())
				: List.of(Destination.Kind.valueOf(mode.toUpperCase(Locale.ROOT)));
	}

	private static String text(String name) {
		try (InputStream in = Scenario.class.getResourceAsStream("/transcripts/" + name + ".txt")) {
			if (in == null) {
				throw new IllegalArgumentException("No transcript " + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Something that happens.
	 *
	 * @param at since the start
	 * @param command what
	 */
	record Step(Duration at, String command) {

	}

}
