package io.github.slacklogging.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A payload as it was approved, in {@code src/test/resources/message}. After a wanted
 * change, {@code -Dgolden.write=true} writes the files anew; read the difference before
 * committing it.
 */
final class GoldenFile {

	private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private GoldenFile() {
	}

	static void assertMatches(String name, String json) {
		String actual = JSON.writeValueAsString(JSON.readTree(json)).replace("\r\n", "\n") + "\n";
		try {
			if (Boolean.getBoolean("golden.write")) {
				Files.writeString(Path.of("src/test/resources/message", name + ".json"), actual);
				return;
			}
			try (InputStream golden = GoldenFile.class.getResourceAsStream("/message/" + name + ".json")) {
				assertThat(golden).as("golden file " + name).isNotNull();
				String expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
				assertThat(actual).isEqualTo(expected.replace("\r\n", "\n"));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
