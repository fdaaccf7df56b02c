package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a reader may open: the pages at the top of the repository and those in
 * {@code docs}.
 */
final class Pages {

	/** Seen from this module's folder. */
	static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

	/** Where what is left of old versions is told, and need not work any more. */
	private static final String HISTORY = "CHANGELOG.md";

	private Pages() {
	}

	static List<Page> all() {
		return Stream.of(files(ROOT, 1), files(ROOT.resolve("docs"), 3))
			.flatMap(List::stream)
			.filter((file) -> file.toString().endsWith(".md"))
			.map(Pages::read)
			.toList();
	}

	static List<Page> present() {
		return all().stream().filter((page) -> !page.name().equals(HISTORY)).toList();
	}

	static Page of(String name) {
		return read(ROOT.resolve(name));
	}

	/** Every file below a folder, in the order of their names. */
	static List<Path> files(Path folder, int depth) {
		try (Stream<Path> files = Files.walk(folder, depth)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Page read(Path file) {
		try {
			return new Page(ROOT.relativize(file), Files.readAllLines(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
