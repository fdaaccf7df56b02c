package io.github.slacklogging.opensearch;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonSizeTests {

	private static final JsonMapper JSON = JsonMapper.builder(new JsonFactory()).build();

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "\"\\\n\r\t\b\f", "\u0000\u001f\u007f", "é߿ࠀ漢\uFFFF" })
	void sizeIsThatOfTheWriter(String text) {
		assertThat(JsonSize.of(text)).isEqualTo(written(text));
	}

	@Test
	void pairOfHalvesCountsAsMoreThanItTakes() {
		assertThat(JsonSize.of("\uD83D\uDE00")).isEqualTo(6).isGreaterThan(written("\uD83D\uDE00"));
	}

	@Test
	void textOfTheMostBytesStaysAndALargerOneIsCut() {
		assertThat(JsonSize.cut("漢 漢", 10, 7)).isEqualTo("漢 漢");
		assertThat(JsonSize.cut("漢 漢", 10, 6)).isEqualTo("…");
		assertThat(JsonSize.cut("éé éé", 10, 9)).isEqualTo("éé éé");
		assertThat(JsonSize.cut("éé éé", 10, 8)).isEqualTo("éé …");
		assertThat(JsonSize.cut("\u0001 \u0001", 10, 13)).isEqualTo("\u0001 \u0001");
		assertThat(JsonSize.cut("\u0001 \u0001", 10, 12)).isEqualTo("\u0001 …");
	}

	@Test
	void textOfTheMostCharactersStaysAndALongerOneIsCut() {
		assertThat(JsonSize.cut("ab cd", 5, 100)).isEqualTo("ab cd");
		assertThat(JsonSize.cut("ab cd", 4, 100)).isEqualTo("ab …");
	}

	@Test
	void noCutIsWithinACharacter() {
		String smiles = "\uD83D\uDE00".repeat(600);
		for (int max = 600; max < 620; max++) {
			assertThat(JsonSize.cut(smiles, max, 10_000)).doesNotContain("\uFFFD");
			assertThat(JsonSize.cut(smiles, 10_000, max)).doesNotContain("\uFFFD");
		}
	}

	private static int written(String text) {
		return JSON.writeValueAsString(text).getBytes(StandardCharsets.UTF_8).length - 2;
	}

}
