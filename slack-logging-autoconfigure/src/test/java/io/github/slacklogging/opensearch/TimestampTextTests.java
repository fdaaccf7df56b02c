package io.github.slacklogging.opensearch;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampTextTests {

	private final TimestampText texts = new TimestampText();

	@ParameterizedTest
	@ValueSource(strings = { "1970-01-01T00:00:00Z", "2026-11-26T20:46:15Z", "2026-11-26T20:46:15.785813330Z",
			"2026-11-26T20:46:15.785Z", "2026-11-26T20:46:15.000000001Z", "2026-11-26T20:46:15.010Z",
			"2026-11-26T20:46:15.000001Z", "2026-11-26T20:46:15.100200Z", "2026-11-26T20:46:15.999999999Z",
			"2262-04-11T23:47:16.854775807Z" })
	void everyMomentReadsAsTheJdkWritesIt(String moment) {
		assertThat(this.texts.of(Instant.parse(moment))).isEqualTo(moment).isEqualTo(Instant.parse(moment).toString());
	}

	@Test
	void momentsOfOneSecondAndOfOthersDoNotMixUp() {
		Instant start = Instant.parse("2026-11-26T23:59:59.999Z");
		for (int i = 0; i < 3_000; i++) {
			Instant moment = start.plusNanos(777_700L * i).minusSeconds(i % 3);
			assertThat(this.texts.of(moment)).isEqualTo(moment.toString());
		}
	}

}
