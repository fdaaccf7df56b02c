package io.github.slacklogging.transport;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3                             | PT3S
			' 3 '                         | PT3S
			1.25                          | PT1.25S
			0                             | PT1S
			0.2                           | PT1S
			86400                         | PT24H
			999999999                     | PT24H
			Sun, 1 Mar 2026 12:00:30 GMT  | PT30S
			Sun, 01 Mar 2026 11:00:00 GMT | PT1S
			Fri, 01 Mar 2126 11:00:00 GMT | PT24H
			""")
	void secondsAndDatesAreReadWithinBounds(String header, Duration expected) {
		assertThat(of(header, null)).isEqualTo(expected);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "-5", "soon", "99999999999999999999", "Sat, 01 Mar 2126 11:00:00 GMT" })
	void whatCannotBeReadAsksNothing(@Nullable String header) {
		assertThat(of(header, null)).isNull();
	}

	@Test
	void dateIsMeasuredOnTheClockThatWroteIt() {
		assertThat(of("Sun, 01 Mar 2026 15:00:07 GMT", "Sun, 01 Mar 2026 15:00:00 GMT"))
			.isEqualTo(Duration.ofSeconds(7));
	}

	private static @Nullable Duration of(@Nullable String header, @Nullable String date) {
		return RetryAfter.of(new HttpOutcome.Answered(429, "", true, header, date), NOW);
	}

}
