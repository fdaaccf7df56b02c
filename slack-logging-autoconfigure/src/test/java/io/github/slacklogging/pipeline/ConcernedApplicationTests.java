package io.github.slacklogging.pipeline;

import java.util.List;
import java.util.Set;

import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.testing.SpooledFixture;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/** From when on code of the application may hold the worker up. */
class ConcernedApplicationTests {

	private final PipelineHarness harness = new PipelineHarness();

	@Test
	void pipelineThatOnlyStartedConcernsNobody() {
		this.harness.decorated();
		assertThat(this.harness.pipeline.worker().concernsApplication()).isFalse();
		this.harness.run();
		assertThat(this.harness.pipeline.worker().concernsApplication()).isFalse();
	}

	@Test
	void eventThatWasNotTakenYetConcernsIt() {
		this.harness.decorated();
		this.harness.log(event());
		assertThat(this.harness.pipeline.worker().concernsApplication()).isTrue();
	}

	@Test
	void eventThatIsHeldConcernsIt() {
		this.harness.log(event());
		this.harness.run();
		assertThat(this.harness.pipeline.worker().concernsApplication()).isTrue();
	}

	@Test
	void eventThatWaitsConcernsIt() {
		this.harness.decorated();
		this.harness.log(event());
		this.harness.run();
		assertThat(this.harness.status().waiting()).isPositive();
		assertThat(this.harness.pipeline.worker().concernsApplication()).isTrue();
	}

	@Test
	void orderThatNobodyCarriedOutYetConcernsIt() {
		this.harness.decorated();
		this.harness.pipeline.control().flush();
		assertThat(this.harness.pipeline.worker().concernsApplication()).isTrue();
	}

	@Test
	void whatAnEarlierRunLeftConcernsItBeforeItIsRestored() {
		MemoryGroupSpool spool = new MemoryGroupSpool(Set.of("default"));
		spool.keepIncidents("default", List.of(SpooledFixture.incident("orders", 3)), (kept) -> {
		});
		spool.hang();
		PipelineHarness next = PipelineHarness.bot(spool).decorated();
		assertThat(next.pipeline.worker().concernsApplication()).isFalse();
		spool.release();
		assertThat(next.pipeline.worker().concernsApplication()).isTrue();
	}

	@Test
	void introductionOfABotConcernsItsCredentials() {
		PipelineHarness bot = PipelineHarness.bot(null);
		assertThat(bot.pipeline.worker().concernsApplication()).isTrue();
		bot.decorated();
		assertThat(bot.pipeline.worker().concernsApplication()).isFalse();
	}

}
