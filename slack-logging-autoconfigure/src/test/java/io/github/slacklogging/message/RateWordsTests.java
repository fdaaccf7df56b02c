package io.github.slacklogging.message;

import java.util.List;
import java.util.stream.LongStream;

import io.github.slacklogging.Incident.Rate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateWordsTests {

	@Test
	void drawingHasWordsBesideIt() {
		assertThat(RateWords.drawn(new Rate(31, 1_140, List.of(0L, 10L, 50L, 100L))))
			.isEqualTo("▁▃▅█ 31/min now, peak 1,140/min");
	}

	@Test
	void oneEventIsSeenBesideAMillionAndNothingIsNot() {
		assertThat(RateWords.drawn(new Rate(1, 1, List.of(0L, 1L, 1_000_000L)))).startsWith("▁▂█ ");
	}

	@Test
	void nothingIsDrawnOfOneMomentOrOfNoEvents() {
		assertThat(RateWords.drawn(new Rate(3, 3, List.of(3L)))).isEqualTo("3/min now, peak 3/min");
		assertThat(RateWords.drawn(new Rate(0, 3, List.of(0L, 0L)))).isEqualTo("▁▁ 0/min now, peak 3/min");
		assertThat(RateWords.drawn(Rate.NONE)).isEmpty();
	}

	@Test
	void onlyTheLatestHourIsDrawn() {
		List<Long> history = LongStream.rangeClosed(1, 13).boxed().toList();
		assertThat(RateWords.drawn(new Rate(1, 1, history)).indexOf(' ')).isEqualTo(12);
		assertThat(RateWords.drawn(new Rate(1, 1, history.subList(1, 13))))
			.isEqualTo(RateWords.drawn(new Rate(1, 1, history)));
	}

	@Test
	void peakIsNeverBelowWhatComesNow() {
		assertThat(RateWords.told(new Rate(31, 2, List.of()))).isEqualTo("31/min now, peak 31/min");
		assertThat(RateWords.told(new Rate(-1, -1, List.of(-5L, -6L)))).isEmpty();
	}

}
