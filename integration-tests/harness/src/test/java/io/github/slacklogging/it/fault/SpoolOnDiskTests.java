package io.github.slacklogging.it.fault;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was kept is damaged, or shared. */
class SpoolOnDiskTests {

	@Test
	void tornFileCostsOnlyWhatWasInItAndIsCounted() {
		damaged(Fault.TORN_SPOOL, SpoolFolder::tearNewest);
	}

	@Test
	void damagedFileCostsOnlyWhatWasInItAndIsCounted() {
		damaged(Fault.DAMAGED_SPOOL, SpoolFolder::damageNewest);
	}

	private static void damaged(Fault fault, Consumer<SpoolFolder> damage) {
		try (Scenario scenario = new Scenario(fault)) {
			Run before = scenario.start("--slack.logging.shutdown.timeout=1s");
			scenario.gate().shut();
			scenario.outage(before, () -> {
				before.log(200, 5);
				before.taken();
			});
			before.end();
			damage.accept(scenario.spool());
			scenario.gate().open();
			Run after = scenario.start();
			after.settleAfter(200);
			after.end();
			assertThat(scenario.spool().quarantined()).isEqualTo(1);
			scenario.finish((row) -> {
				assertThat(row.dropped()).containsOnlyKeys("corrupt");
				assertThat(row.account().told().events()).as("Told of what was not damaged").isPositive();
			});
		}
	}

	@Test
	void twoInstancesKeepApartAndOneTellsForBothAfterTheyDied() {
		try (Scenario scenario = new Scenario(Fault.TWO_INSTANCES)) {
			scenario.gate().shut();
			Run first = scenario.start();
			Run second = scenario.start("--probe.first-event=1001");
			scenario.outage(first, () -> {
				first.log(100, 2);
				second.log(100, 3);
				scenario.spool().awaitEvents(200);
			});
			assertThat(scenario.spool().hasSecondInstance()).isTrue();
			first.kill();
			second.kill();
			scenario.gate().open();
			Run restarted = scenario.start("--probe.first-event=2001");
			restarted.settleAfter(200);
			restarted.end();
			assertThat(scenario.spool().events()).isZero();
			scenario.finish();
		}
	}

}
