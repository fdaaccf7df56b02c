package io.github.slacklogging.slack;

import java.time.Duration;
import java.time.Instant;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.transport.HttpOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
			-5                            | PT1S
			soon                          | PT1S
			''                            | PT1S
			86400                         | PT24H
			999999999                     | PT24H
			99999999999999999999          | PT1S
			Sun, 1 Mar 2026 12:00:30 GMT  | PT30S
			Sun, 01 Mar 2026 12:01:00 GMT | PT1M
			Sun, 01 Mar 2026 11:00:00 GMT | PT1S
			Sat, 01 Mar 2126 11:00:00 GMT | PT1S
			Fri, 01 Mar 2126 11:00:00 GMT | PT24H
			""")
	void headerIsReadAsSecondsOrDate(String header, Duration expected) {
		assertThat(of(header, "", null)).isEqualTo(expected);
	}

	@Test
	void dateIsMeasuredOnTheClockThatWroteIt() {
		assertThat(of("Sun, 01 Mar 2026 15:00:07 GMT", "", "Sun, 01 Mar 2026 15:00:00 GMT"))
			.isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void headerComesBeforeBodyAndBodyBeforeTheSecond() {
		assertThat(of("5", "{\"retry_after\":9}", null)).isEqualTo(Duration.ofSeconds(5));
		assertThat(of("nonsense", "{\"retry_after\":9}", null)).isEqualTo(Duration.ofSeconds(9));
		assertThat(of(null, "{\"retry_after\":2.5}", null)).isEqualTo(Duration.ofMillis(2500));
		assertThat(of(null, "{}", null)).isEqualTo(Duration.ofSeconds(1));
	}

	private static Duration of(@Nullable String header, String body, @Nullable String date) {
		HttpOutcome.Answered answer = new HttpOutcome.Answered(429, body, true, header, date);
		SendResult result = new Reading(answer, SlackMethod.WEBHOOK, false, NOW).result();
		return ((SendResult.Throttled) result).retryAfter();
	}

}
