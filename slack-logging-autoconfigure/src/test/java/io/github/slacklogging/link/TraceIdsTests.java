package io.github.slacklogging.link;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceIdsTests {

	private static final String ID = "64f0c1d2a3b4c5d6e7f8091a2b3c4d5e";

	@ParameterizedTest
	@ValueSource(strings = { "traceId", "trace_id", "trace.id", "X-B3-TraceId", "dd.trace_id" })
	void idIsFoundUnderTheNamesThatTracersWrite(String key) {
		assertThat(TraceIds.of(Found.logged("x").mdc(key, ID).event())).contains(ID);
	}

	@Test
	void keyValuePairCountsWhereTheContextHasNone() {
		assertThat(TraceIds.of(Found.logged("x").field("traceId", ID).event())).contains(ID);
		assertThat(TraceIds.of(Found.logged("x").mdc("traceId", "12345678").field("traceId", ID).event()))
			.contains("12345678");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "***", "a b c d e f g h", "00000000000000000000000000000000", "short" })
	void whatIsNoIdGivesNone(String value) {
		assertThat(TraceIds.of(Found.logged("x").mdc("traceId", value).event())).isEmpty();
	}

}
