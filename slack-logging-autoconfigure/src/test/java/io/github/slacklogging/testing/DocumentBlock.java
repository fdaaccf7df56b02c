package io.github.slacklogging.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A part of a document that is made from the code: it stands between
 * {@code <!-- name -->} and {@code <!-- /name -->}. With {@code -D<document>.write=true}
 * it is written anew; read the difference before committing it.
 */
public final class DocumentBlock {

	private final Path document;

	private final String switchOfWriting;

	private final String begin;

	private final String end;

	/**
	 * A block.
	 * @param document name of a file in {@code docs}, without its ending
	 * @param name of the block
	 */
	public DocumentBlock(String document, String name) {
		this.document = Path.of("..", "docs", document + ".md");
		this.switchOfWriting = document + ".write";
		this.begin = "<!-- " + name + " -->\n";
		this.end = "<!-- /" + name + " -->";
	}

	/** Fails unless this stands there, or writes it. */
	public void assertHolds(String content) {
		try {
			String document = Files.readString(this.document).replace("\r\n", "\n");
			int from = document.indexOf(this.begin) + this.begin.length();
			int to = document.indexOf(this.end);
			assertThat(to).as("%s has a place for %s", this.document, this.end).isGreaterThanOrEqualTo(from);
			if (Boolean.getBoolean(this.switchOfWriting)) {
				Files.writeString(this.document, document.substring(0, from) + content + document.substring(to));
				return;
			}
			assertThat(document.substring(from, to))
				.as("%s after %s; -D%s=true writes it anew", this.document, this.begin.strip(), this.switchOfWriting)
				.isEqualTo(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
