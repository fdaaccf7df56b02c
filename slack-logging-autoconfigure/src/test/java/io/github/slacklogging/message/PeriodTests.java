package io.github.slacklogging.message;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodTests {

	@ParameterizedTest
	@CsvSource({ "PT20S,for 20 s at 10:02 UTC", "PT1M59S,for 1 min at 10:02 UTC", "PT2M,10:02 – 10:04 UTC",
			"PT11H59M,10:02 – 22:01 UTC", "PT12H,2026-10-12 10:02 – 2026-10-12 22:02 UTC",
			"P3D,2026-10-12 10:02 – 2026-10-15 10:02 UTC" })
	void longerPeriodsAreToldLessExactly(Duration length, String told) {
		assertThat(period(length).utc()).isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource({ "PT0S", "PT-1H" })
	void whereTheClockWasSetBackOnlyTheBeginningIsTold(Duration length) {
		assertThat(period(length).utc()).isEqualTo("at 10:02 UTC");
		assertThat(period(length).markup()).isEqualTo("at <!date^1791799323^{time}|10:02 UTC>");
	}

	@Test
	void markupIsShownInTheReadersZoneWithAFallback() {
		assertThat(period(Duration.ofMinutes(17)).markup())
			.isEqualTo("<!date^1791799323^{time}|10:02 UTC> – <!date^1791800343^{time}|10:19 UTC>");
		assertThat(period(Duration.ofDays(1)).markup())
			.isEqualTo("<!date^1791799323^{date_short_pretty} {time}|2026-10-12 10:02 UTC>"
					+ " – <!date^1791885723^{date_short_pretty} {time}|2026-10-13 10:02 UTC>");
	}

	private static Period period(Duration length) {
		return new Period(Told.NOW, Told.NOW.plus(length));
	}

}
