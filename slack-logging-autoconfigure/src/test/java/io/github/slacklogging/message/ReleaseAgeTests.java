package io.github.slacklogging.message;

import java.time.Duration;

import io.github.slacklogging.ServiceIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReleaseAgeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '=',
			value = { "PT0S=, at start", "PT0.999S=, at start", "PT1S=, 1 s after start", "PT12M=, 12 min after start",
					"PT3H20M=, 3 h 20 min after start", "P2DT5H=, 2 d 5 h after start", "P400D=, 400 d after start" })
	void ageIsToldInTheUnitThatMatters(Duration since, String told) {
		assertThat(age(since)).isEqualTo(told);
	}

	@Test
	void eventOfAnEarlierRunHasNoAge() {
		assertThat(age(Duration.ofMillis(-1))).isEmpty();
	}

	@Test
	void startThatNobodyKnowsHasNoAge() {
		assertThat(age(null)).isEmpty();
	}

	private static String age(@Nullable Duration since) {
		ServiceIdentity identity = new ServiceIdentity("orders-api", "1.8.2", null, "prod", "host",
				(since != null) ? Told.NOW.minus(since) : null);
		return ReleaseAge.of(identity, Told.error("x").event());
	}

}
