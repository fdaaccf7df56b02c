package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.StacklessAliases.Statement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StacklessAliasesTests {

	private static final Statement FAILED = statement("failed");

	private static final Fingerprint HERE = Fingerprint.of(List.of("here"));

	private static final Fingerprint THERE = Fingerprint.of(List.of("there"));

	/** Overflows after an hour. */
	private static final Tick NOW = new Tick(Logged.NOON, Long.MAX_VALUE - Duration.ofHours(1).toNanos());

	private final StacklessAliases aliases = new StacklessAliases();

	@Test
	void errorWithoutStackIsWhatTheStatementToldBefore() {
		this.aliases.vote(FAILED, HERE, NOW);

		assertThat(this.aliases.aliasOf(FAILED, NOW)).contains(HERE);
		assertThat(this.aliases.aliasOf(statement("refused"), NOW)).isEmpty();
		assertThat(this.aliases.aliasOf(new Statement(List.of("X"), "L", "failed"), NOW)).isEmpty();
	}

	@Test
	void itHoldsForADay() {
		this.aliases.vote(FAILED, HERE, NOW);

		assertThat(this.aliases.aliasOf(FAILED, NOW.plus(StacklessAliases.MEMORY.plusNanos(1)))).isEmpty();
		assertThat(this.aliases.aliasOf(FAILED, NOW.plus(StacklessAliases.MEMORY))).contains(HERE);
	}

	@Test
	void stormThatGoesOnForDaysStaysOne() {
		this.aliases.vote(FAILED, HERE, NOW);

		for (int hours = 20; hours < 100; hours += 20) {
			assertThat(this.aliases.aliasOf(FAILED, NOW.plus(Duration.ofHours(hours)))).contains(HERE);
		}
	}

	@Test
	void ofTwoPlacesTheHotOneIsMeant() {
		this.aliases.vote(FAILED, THERE, NOW);
		vote(HERE, 6_000);
		this.aliases.vote(FAILED, THERE, NOW);

		assertThat(this.aliases.aliasOf(FAILED, NOW)).contains(HERE);
	}

	@Test
	void nextHotPlaceTakesOverWhateverWasBefore() {
		vote(THERE, 100_000);
		vote(HERE, 6_000);

		assertThat(this.aliases.aliasOf(FAILED, NOW)).contains(HERE);
	}

	@Test
	void placeThatWasNotSeenForADayGivesWayAtOnce() {
		vote(HERE, 1_000);
		Tick later = NOW.plus(StacklessAliases.MEMORY.plusNanos(1));

		this.aliases.vote(FAILED, THERE, later.plus(Duration.ofHours(-1)));
		assertThat(this.aliases.aliasOf(FAILED, later)).isEmpty();

		this.aliases.vote(FAILED, THERE, later);
		assertThat(this.aliases.aliasOf(FAILED, later)).contains(THERE);
	}

	@Test
	void trickleFromAnotherPlaceDoesNotSplitTheStorm() {
		vote(HERE, 6_000);

		for (int i = 0; i < 10_000; i++) {
			assertThat(this.aliases.aliasOf(FAILED, NOW)).contains(HERE);
			this.aliases.vote(FAILED, THERE, NOW);
			assertThat(this.aliases.aliasOf(FAILED, NOW)).contains(HERE);
		}
	}

	@Test
	void theOneUnusedLongestMakesRoom() {
		this.aliases.vote(statement("silent"), HERE, NOW);
		this.aliases.vote(FAILED, HERE, NOW);
		for (int i = 0; i < 10_000; i++) {
			this.aliases.vote(statement("other " + i), THERE, NOW);
			assertThat(this.aliases.aliasOf(FAILED, NOW)).contains(HERE);
		}

		assertThat(this.aliases.size()).isEqualTo(2_000);
		assertThat(this.aliases.aliasOf(statement("silent"), NOW)).isEmpty();
	}

	private void vote(Fingerprint place, int times) {
		for (int i = 0; i < times; i++) {
			this.aliases.vote(FAILED, place, NOW);
		}
	}

	private static Statement statement(String template) {
		return new Statement(List.of("java.lang.NullPointerException"), "com.acme.Orders", template);
	}

}
