package io.github.slacklogging.inbox.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonTests {

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":[1,2.50,-3e7,true,false,null,\"x\"],\"b\":{}}", "[]", "\"\\u0000\\n\\\"\"", "7",
			"12345678901234567890123", "\"\uD83D\uDE00\"" })
	void documentSurvivesTheRoundTrip(String document) throws MalformedJsonException {
		assertThat(Json.read(document).write()).isEqualTo(document);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{\"a\":1,}", "{\"a\":1}{\"b\":2}", "{'a':1}", "nonsense", "[1 2]",
			"{\"a\":1,\"a\":2}", "\"\\uD83D\"", "\"x\\uDE00\"", "{\"\\uD83D\":1}", "\"\\uDE00\\uD83D\"", "\"a\nb\"" })
	void malformedDocumentIsRefused(String document) {
		assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> Json.read(document));
	}

	@Test
	void nestingIsBounded() {
		String deep = "[".repeat(10_000) + "]".repeat(10_000);
		assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> Json.read(deep));
	}

	@Test
	void nullMemberCountsAsAbsent() throws MalformedJsonException {
		Json json = Json.read("{\"a\":null,\"b\":\"x\"}");
		assertThat(json.get("a")).isNull();
		assertThat(json.text("b")).isEqualTo("x");
		assertThat(json.get("c")).isNull();
		assertThat(json.items()).isEmpty();
	}

}
