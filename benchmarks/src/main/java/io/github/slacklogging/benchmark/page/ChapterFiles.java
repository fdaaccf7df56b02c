package io.github.slacklogging.benchmark.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where chapters and the page are kept. Thorough figures belong to the project, rough
 * ones do not: they are built like everything else, and never overwrite the others.
 */
public final class ChapterFiles {

	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final Path chapters;

	private final Path page;

	private ChapterFiles(Path chapters, Path page) {
		this.chapters = chapters;
		this.page = page;
	}

	/**
	 * Below the root of the project.
	 * @param root of the project
	 * @param rough whether the figures are rough ones
	 */
	public static ChapterFiles of(Path root, boolean rough) {
		Path benchmarks = root.resolve("benchmarks");
		return rough
				? new ChapterFiles(benchmarks.resolve("target/figures"), benchmarks.resolve("target/performance.md"))
				: new ChapterFiles(benchmarks.resolve("figures"), root.resolve("docs/performance.md"));
	}

	/** The page. */
	public Path page() {
		return this.page;
	}

	/**
	 * Keeps a chapter in the place of an older one.
	 * @param chapter to keep
	 * @throws IOException if it cannot be written
	 */
	public void write(Chapter chapter) throws IOException {
		Files.createDirectories(this.chapters);
		Files.writeString(file(chapter.name()), this.json.writeValueAsString(chapter) + "\n");
	}

	/**
	 * What was kept.
	 * @param names of chapters, in the order wanted
	 * @return those of them that are there
	 * @throws IOException if one cannot be read
	 */
	public List<Chapter> read(List<String> names) throws IOException {
		List<Chapter> found = new ArrayList<>();
		for (String name : names) {
			if (Files.exists(file(name))) {
				found.add(this.json.readValue(Files.readString(file(name)), Chapter.class));
			}
		}
		return found;
	}

	private Path file(String name) {
		return this.chapters.resolve(name + ".json");
	}

}
