package io.github.slacklogging.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.github.slacklogging.sample.LogFile.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTests {

	private static final String LINE = """
			{"log_id":"run-1c","log":{"logger":"com.acme.Orders"},"message":"Bestellung für Möller"}
			""";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void idThatIsTheBeginningOfAnotherFindsOnlyItsOwnLine() throws IOException {
		LogFile log = log((LINE + LINE.replace("run-1c", "run-1c5")).getBytes(StandardCharsets.UTF_8));
		assertThat(log.lines(Field.ID, "run-1c")).hasSize(1);
	}

	@Test
	void lineThatIsHalfWrittenHidesNoOther() throws IOException {
		byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
		int half = LINE.indexOf('ü') + 1;
		byte[] lines = Arrays.copyOf(line, line.length + half);
		System.arraycopy(line, 0, lines, line.length, half);
		assertThat(log(lines).lines(Field.ID, "run-1c")).hasSize(1);
	}

	@Test
	void nothingAskedForIsNoLineWithoutIt() throws IOException {
		assertThat(log(LINE.getBytes(StandardCharsets.UTF_8)).lines(Field.TRACE, "")).isEmpty();
	}

	@Test
	void onlyTheLatestLinesAreHeld() throws IOException {
		String last = LINE.replace("Bestellung", "Storno");
		LogFile log = log((LINE.repeat(500) + last).getBytes(StandardCharsets.UTF_8));
		assertThat(log.lines(Field.LOGGER, "com.acme.Orders")).hasSize(200)
			.last()
			.satisfies((line) -> assertThat(line.get("message").asString()).startsWith("Storno"));
	}

	private LogFile log(byte[] lines) throws IOException {
		return new LogFile(Files.write(this.folder.resolve("log.json"), lines), new JsonMapper());
	}

}
