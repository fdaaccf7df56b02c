package io.github.slacklogging.message;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void durationIsAsExactAsPeopleSayIt() {
		assertThat(Words.took(Duration.ofMillis(-5))).isEqualTo("0 ms");
		assertThat(Words.took(Duration.ofMillis(999))).isEqualTo("999 ms");
		assertThat(Words.took(Duration.ofMillis(1_099))).isEqualTo("1 s");
		assertThat(Words.took(Duration.ofMillis(9_999))).isEqualTo("9.9 s");
		assertThat(Words.took(Duration.ofMillis(10_900))).isEqualTo("10 s");
		assertThat(Words.took(Duration.ofSeconds(60))).isEqualTo("1 min");
		assertThat(Words.took(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
		assertThat(Words.took(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
		assertThat(Words.took(Duration.ofHours(47))).isEqualTo("47 h");
		assertThat(Words.took(Duration.ofHours(49))).isEqualTo("2 d 1 h");
		assertThat(Words.took(Duration.ofDays(1_000_000))).isEqualTo("1,000,000 d");
	}

	@ParameterizedTest
	@CsvSource({ "PT-1S,''", "PT0.9S,''", "PT1S,1 s", "PT59S,59 s", "PT5M,5 min", "PT42M59S,42 min", "PT3H,3 h",
			"PT1H12M,1 h 12 min", "P1D,1 d", "P2DT5H3M,2 d 5 h" })
	void spanIsShort(Duration span, String words) {
		assertThat(Words.span(span)).isEqualTo(words);
	}

	@Test
	void countsHaveCommasAndTheRightNumber() {
		assertThat(Words.count(1_284)).isEqualTo("1,284");
		assertThat(Words.count(1, "event")).isEqualTo("1 event");
		assertThat(Words.count(0, "event")).isEqualTo("0 events");
	}

	@Test
	void dateIsShownInTheReadersZoneWithAFallback() {
		assertThat(Words.date(Told.NOW))
			.isEqualTo("<!date^1791799323^{date_short_pretty} {time_secs}|2026-10-12 10:02:03 UTC>");
	}

}
