package io.github.slacklogging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.testing.MaskedFixture.logged;
import static org.assertj.core.api.Assertions.assertThat;

class TraceIdsTests {

	private static final String ID = "64f0c1d2a3b4c5d6e7f8091a2b3c4d5e";

	@ParameterizedTest
	@ValueSource(strings = { "traceId", "trace_id", "trace.id", "X-B3-TraceId", "dd.trace_id" })
	void idIsFoundUnderTheNamesThatTracersWrite(String key) {
		assertThat(TraceIds.of(logged("x").mdc(key, ID).event())).contains(ID);
		assertThat(TraceIds.isKey(key)).isTrue();
		assertThat(TraceIds.isSpanKey(key)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spanId", "span_id", "span.id", "X-B3-SpanId", "dd.span_id" })
	void spanIsFoundUnderTheNamesThatTracersWrite(String key) {
		assertThat(TraceIds.spanOf(logged("x").mdc(key, "b7ad6b7169203331").event())).contains("b7ad6b7169203331");
		assertThat(TraceIds.of(logged("x").mdc(key, ID).event())).isEmpty();
		assertThat(TraceIds.isSpanKey(key)).isTrue();
		assertThat(TraceIds.isKey(key)).isFalse();
	}

	@Test
	void keyValuePairCountsWhereTheContextHasNone() {
		assertThat(TraceIds.of(logged("x").field("traceId", ID).event())).contains(ID);
		assertThat(TraceIds.of(logged("x").mdc("traceId", "12345678").field("traceId", ID).event()))
			.contains("12345678");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "***", "a b c d e f g h", "00000000000000000000000000000000", "00000000-0000",
			"1234567", "12345678901234567890123456789012345678901234567890123456789012345", "1234567ä" })
	void whatIsNoIdGivesNone(String value) {
		assertThat(TraceIds.of(logged("x").mdc("traceId", value).event())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678", "1234567890123456789012345678901234567890123456789012345678901234", "00000001",
			"4bf92f35-77b3-4da6" })
	void idHasEightToSixtyFourCharacters(String value) {
		assertThat(TraceIds.of(logged("x").mdc("traceId", value).event())).contains(value);
	}

}
