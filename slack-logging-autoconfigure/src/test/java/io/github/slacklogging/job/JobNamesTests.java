package io.github.slacklogging.job;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class JobNamesTests {

	@ParameterizedTest
	@CsvSource({ "sync, sync, true", "sync, sync2, false", "sync, Sync, false", "*, anything, true", "*, '', true",
			"a*c, abc, true", "a*c, ac, true", "a*c, abd, false", "*.daily, ReportJob.daily, true",
			"*a*b*, xxaxxbxx, true", "*a*b*, xxbxxaxx, false", "a.c, abc, false", "a**, a, true", "'', '', true",
			"'', a, false", "a*b, aab, true" })
	void starStandsForAnyTextAndNothingElseForAnythingElse(String pattern, String name, boolean matches) {
		assertThat(new JobNames(List.of(pattern), List.of()).contain(name)).isEqualTo(matches);
	}

	@Test
	void excludedIsStrongerThanIncluded() {
		JobNames names = new JobNames(List.of("a*"), List.of("*z"));
		assertThat(names.contain("abc")).isTrue();
		assertThat(names.contain("abz")).isFalse();
		assertThat(names.contain("b")).isFalse();
	}

	@Test
	void withoutIncludeAllAre() {
		assertThat(new JobNames(List.of(), List.of("x")).contain("y")).isTrue();
	}

	@Test
	void manyStarsTakeNoTimeWithoutEnd() {
		JobNames names = new JobNames(List.of("*a".repeat(50) + "b"), List.of());
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> names.contain("a".repeat(200)))).isFalse();
	}

}
