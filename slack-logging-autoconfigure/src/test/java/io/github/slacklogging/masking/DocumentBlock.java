package io.github.slacklogging.masking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A part of {@code docs/masking.md} that is made from the code: it stands between
 * {@code <!-- name -->} and {@code <!-- /name -->}. With {@code -Dmasking.write=true} it
 * is written anew; read the difference before committing it.
 */
final class DocumentBlock {

	private static final Path DOCUMENT = Path.of("..", "docs", "masking.md");

	private final String begin;

	private final String end;

	DocumentBlock(String name) {
		this.begin = "<!-- " + name + " -->\n";
		this.end = "<!-- /" + name + " -->";
	}

	void assertHolds(String content) {
		try {
			String document = Files.readString(DOCUMENT).replace("\r\n", "\n");
			int from = document.indexOf(this.begin) + this.begin.length();
			int to = document.indexOf(this.end);
			assertThat(to).as("%s has a place for %s", DOCUMENT, this.end).isGreaterThanOrEqualTo(from);
			if (Boolean.getBoolean("masking.write")) {
				Files.writeString(DOCUMENT, document.substring(0, from) + content + document.substring(to));
				return;
			}
			assertThat(document.substring(from, to))
				.as("%s after %s; -Dmasking.write=true writes it anew", DOCUMENT, this.begin.strip())
				.isEqualTo(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
