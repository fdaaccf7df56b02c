package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.github.slacklogging.DropReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class RecentLossesTests {

	private static final long LATER = RecentLosses.RECENT.toNanos();

	private final RecentLosses losses = new RecentLosses();

	// A monotonic clock may begin anywhere, close to its overflow too.
	private long now = Long.MAX_VALUE - Duration.ofMinutes(7).toNanos();

	@Test
	void nothingLostIsNoLoss() {
		assertThat(look(Map.of())).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "MUTED", "DRY_RUN", "SELF" })
	void whatSomebodyWantedIsNoLoss(DropReason reason) {
		assertThat(look(Map.of(reason, 7L))).isFalse();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "MUTED", "DRY_RUN", "SELF" })
	void anyOtherDropIsALoss(DropReason reason) {
		assertThat(look(Map.of(reason, 1L))).isTrue();
	}

	@Test
	void lossCountsFromTheFirstLookThatFindsItAndThenGrowsOld() {
		Map<DropReason, Long> dropped = Map.of(DropReason.QUEUE_FULL, 1L);
		this.now += 3 * LATER;
		assertThat(look(dropped)).isTrue();
		this.now += LATER - 1;
		assertThat(look(dropped)).isTrue();
		this.now += 1;
		assertThat(look(dropped)).isFalse();
	}

	@Test
	void furtherLossIsRecentAgain() {
		Map<DropReason, Long> dropped = new EnumMap<>(Map.of(DropReason.QUEUE_FULL, 1L));
		look(dropped);
		this.now += LATER;
		dropped.put(DropReason.SHUTDOWN, 1L);
		assertThat(look(dropped)).isTrue();
	}

	@Test
	void fewerLossesThanBeforeAreThoseOfANewRuntime() {
		look(Map.of(DropReason.QUEUE_FULL, 5L));
		this.now += LATER;
		assertThat(look(Map.of(DropReason.QUEUE_FULL, 2L))).isTrue();
	}

	private boolean look(Map<DropReason, Long> dropped) {
		return this.losses.any(dropped, this.now);
	}

}
