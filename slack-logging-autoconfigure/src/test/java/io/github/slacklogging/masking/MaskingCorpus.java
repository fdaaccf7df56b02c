package io.github.slacklogging.masking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lines as applications print them: {@code corpus/secrets/<rule>.txt}, one secret or more
 * in every line, and {@code corpus/innocents/<theme>.txt}. All values are invented. The
 * lines were written without a look at the rules, and must stay so: a line goes when it
 * is open to doubt what it is, never because a rule does not know it.
 *
 * @param secrets by the rule whose subject they are, in the order of the rules' names
 * @param innocents lines in which nothing is to be masked
 */
record MaskingCorpus(Map<String, List<CorpusEntry>> secrets, List<CorpusEntry> innocents) {

	private static final Path FOLDER = Path.of("src/test/resources/masking/corpus");

	static MaskingCorpus load() {
		List<CorpusEntry> innocents = files("innocents").values().stream().flatMap(List::stream).toList();
		return new MaskingCorpus(files("secrets"), innocents);
	}

	List<CorpusEntry> secretsOf(String rule) {
		return this.secrets.getOrDefault(rule, List.of());
	}

	List<CorpusEntry> allSecrets() {
		return this.secrets.values().stream().flatMap(List::stream).toList();
	}

	Stream<CorpusEntry> all() {
		return Stream.concat(allSecrets().stream(), this.innocents.stream());
	}

	private static Map<String, List<CorpusEntry>> files(String kind) {
		Map<String, List<CorpusEntry>> files = new TreeMap<>();
		try (Stream<Path> paths = Files.list(FOLDER.resolve(kind))) {
			paths.map((path) -> path.getFileName().toString().replace(".txt", ""))
				.forEach((name) -> files.put(name, entries(kind, name)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

	private static List<CorpusEntry> entries(String kind, String name) {
		List<CorpusEntry> entries = new ArrayList<>();
		for (String line : MarkedText.lines("corpus/" + kind + "/" + name + ".txt")) {
			entries.add(new CorpusEntry(name, entries.size() + 1, MarkedText.parse(line)));
		}
		return List.copyOf(entries);
	}

}
