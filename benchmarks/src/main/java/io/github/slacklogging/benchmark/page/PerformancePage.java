package io.github.slacklogging.benchmark.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page made of chapters, with its plots beside it. */
public final class PerformancePage {

	private final List<Chapter> chapters;

	/**
	 * Of these.
	 * @param chapters in order
	 */
	public PerformancePage(List<Chapter> chapters) {
		this.chapters = List.copyOf(chapters);
	}

	/**
	 * Writes the page, and its plots into {@code images} beside it.
	 * @param page the file
	 * @return the file
	 * @throws IOException if it cannot be written
	 */
	public Path writeTo(Path page) throws IOException {
		StringBuilder text = new StringBuilder("# Performance\n");
		for (Chapter chapter : this.chapters) {
			text.append("\n## ").append(chapter.title()).append('\n');
		}
		return Files.writeString(page, text);
	}

}
