package io.github.slacklogging.masking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text of the resources, with what must not survive between {@code ⟦} and {@code ⟧}. A
 * {@code ⏎} is a line break, a {@code ⇥} a tab; a {@code ¦} is taken out: it keeps
 * invented secrets from looking like real ones to those who search repositories for them.
 *
 * @param text without marks
 * @param marks in their order
 */
record MarkedText(String text, List<Mark> marks) {

	static MarkedText parse(String line) {
		StringBuilder text = new StringBuilder();
		List<Mark> marks = new ArrayList<>();
		int open = -1;
		for (char c : line.toCharArray()) {
			switch (c) {
				case '⟦' -> open = text.length();
				case '⟧' -> {
					marks.add(new Mark(open, text.length()));
					open = -1;
				}
				case '⏎' -> text.append('\n');
				case '⇥' -> text.append('\t');
				case '¦' -> {
				}
				default -> text.append(c);
			}
		}
		if (open >= 0 || marks.stream().anyMatch((mark) -> mark.start() < 0)) {
			throw new IllegalArgumentException("Marks do not match: " + line);
		}
		return new MarkedText(text.toString(), List.copyOf(marks));
	}

	/**
	 * The lines of a resource, without comments and empty ones.
	 * @param resource below {@code /masking}
	 */
	static List<String> lines(String resource) {
		try {
			return Files.readAllLines(path(resource))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path path(String resource) {
		try {
			return Path.of(Objects
				.requireNonNull(MarkedText.class.getResource("/masking/" + resource), "no /masking/" + resource)
				.toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The text with each mark replaced. */
	String masked(String replacement) {
		StringBuilder masked = new StringBuilder();
		int from = 0;
		for (Mark mark : this.marks) {
			masked.append(this.text, from, mark.start()).append(replacement);
			from = mark.end();
		}
		return masked.append(this.text, from, this.text.length()).toString();
	}

	/**
	 * What must not survive.
	 *
	 * @param start first character
	 * @param end behind the last one
	 */
	record Mark(int start, int end) {

	}

}
