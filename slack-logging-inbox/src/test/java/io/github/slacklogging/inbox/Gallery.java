package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;

/**
 * Payloads for the eye: one for each thing Block Kit has, from
 * {@code src/test/resources/gallery}, and one of each layout of our own messages, which
 * stand where they are judged.
 */
final class Gallery {

	static final Path FOLDER = Path.of("src/test/resources/gallery");

	private static final Path OWN = Path.of("../slack-logging-autoconfigure/src/test/resources/message");

	private static final List<String> LAYOUTS = List.of("a-critical", "a-exception-chain", "b-ongoing", "c-error-warn",
			"d-quiet", "e-storm", "f-gap", "g-analysis", "h-failed", "reply-trace", "test", "hostile");

	private Gallery() {
	}

	/** JSON by name, in the order of the names. */
	static SortedMap<String, String> payloads() {
		Map<String, Path> files = names(FOLDER, ".json").stream()
			.collect(Collectors.toMap(Function.identity(), (name) -> FOLDER.resolve(name + ".json")));
		SortedMap<String, String> payloads = new TreeMap<>();
		files.forEach((name, file) -> payloads.put(name, read(file)));
		LAYOUTS.forEach((name) -> payloads.put("layout-" + name, read(OWN.resolve(name + ".json"))));
		return payloads;
	}

	/** What was drawn of a payload when it was last looked at and approved. */
	static Path approved(String name) {
		return FOLDER.resolve(name + ".dom");
	}

	/** The names of all files in a folder that end so, without the end. */
	static List<String> names(Path folder, String end) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(end))
				.map((name) -> name.substring(0, name.length() - end.length()))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The script that draws payloads in the page. */
	static String script() {
		return resource("/gallery/gallery.js");
	}

	static String resource(String name) {
		try (var in = Gallery.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("No resource " + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All payloads as a list that the page reads. */
	static String asList(Map<String, String> payloads) {
		return payloads.entrySet()
			.stream()
			.map((entry) -> "{\"name\":" + Json.of(entry.getKey()).write() + ",\"payload\":" + entry.getValue() + "}")
			.collect(Collectors.joining(",", "[", "]"));
	}

}
