package io.github.slacklogging.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What writes and what reads Rison, both judged by the answers of {@code rison-node}.
 * {@code .ci/rison} wrote the committed ones and asks for more of them.
 */
class RisonTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void writesWhatTheReferenceWrites() {
		for (JsonNode answer : answers()) {
			assertThat(Rison.encode(plain(answer.get("value")))).isEqualTo(answer.get("rison").asString());
		}
	}

	@Test
	void readsWhatTheReferenceWrites() {
		for (JsonNode answer : answers()) {
			assertThat(RisonReader.read(answer.get("rison").asString())).isEqualTo(plain(answer.get("value")));
		}
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			a-b, a-b
			a/b.c~d, a/b.c~d
			-a, '-a'
			9a, '9a'
			logs-*, 'logs-*'
			@timestamp, '@timestamp'
			2026-08-14T09:57:00.000Z, '2026-08-14T09:57:00.000Z'
			it's!, 'it!'s!!'
			"", ''
			""")
	void stringIsQuotedOnlyWhereItMustBe(String text, String rison) {
		assertThat(Rison.encode(text)).isEqualTo(rison);
	}

	@Test
	void keysAreSortedWhateverTheOrderOfTheMap() {
		Map<String, @Nullable Object> map = new HashMap<>();
		map.put("b", Arrays.asList(1, -2L, 0.5f, null));
		map.put("Z", Map.of("'", true));
		map.put("a", List.of(false, "", Map.of()));
		assertThat(Rison.encode(map)).isEqualTo("(Z:('!'':!t),a:!(!f,'',()),b:!(1,-2,0.5,!n))");
	}

	@Test
	void whatIsNoNumberIsNothing() {
		assertThat(Rison.encode(List.of(Double.NaN, Double.NEGATIVE_INFINITY))).isEqualTo("!(!n,!n)");
	}

	@Test
	void whatRisonDoesNotKnowIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Rison.encode(List.of('c')))
			.withMessage("Rison knows no java.lang.Character");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "(", "(a", "(a:", "(a:b", "(a:b,)", "(,a:b)", "(a:b c:d)", "!(", "!(a", "!(,)",
			"!(a,)", "!x", "!", "'a", "'a!'", "'a!b'", "a b", "a,b", "-", "1a" })
	void readerRefusesWhatIsNoRison(String rison) {
		assertThatIllegalArgumentException().isThrownBy(() -> RisonReader.read(rison));
	}

	private static List<JsonNode> answers() {
		List<JsonNode> answers = text().lines().map(JSON::readTree).toList();
		assertThat(answers).hasSizeGreaterThan(1_000);
		return answers;
	}

	private static String text() {
		String more = System.getProperty("rison.answers");
		try {
			if (more != null) {
				return Files.readString(Path.of(more));
			}
			try (InputStream committed = RisonTests.class.getResourceAsStream("/link/rison.jsonl")) {
				assertThat(committed).isNotNull();
				return new String(committed.readAllBytes(), StandardCharsets.UTF_8);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Maps, lists, strings, doubles, booleans and null. */
	private static @Nullable Object plain(JsonNode json) {
		if (json.isObject()) {
			Map<String, @Nullable Object> object = new HashMap<>();
			json.properties().forEach((entry) -> object.put(entry.getKey(), plain(entry.getValue())));
			return object;
		}
		if (json.isArray()) {
			return json.values().stream().map(RisonTests::plain).toList();
		}
		if (json.isNumber()) {
			return json.doubleValue();
		}
		return json.isNull() ? null : json.isBoolean() ? (Object) json.booleanValue() : json.asString();
	}

}
