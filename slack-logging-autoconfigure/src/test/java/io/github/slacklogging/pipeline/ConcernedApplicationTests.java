package io.github.slacklogging.pipeline;

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

}
