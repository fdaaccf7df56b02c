package io.github.slacklogging.pipeline;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.testing.MemoryGroupSpool;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/** From when on code of the application may hold the worker up. */
class ConcernedApplicationTests {

	private static final Set<String> DEFAULT = Set.of("default");

	private final PipelineHarness harness = new PipelineHarness();

	private final MemoryGroupSpool spool = new MemoryGroupSpool(DEFAULT);

	private boolean watched;

	@Test
	void pipelineThatOnlyStartedConcernsNobody() {
		this.harness.decorated();
		assertThat(isWatched(this.harness)).isFalse();
		this.harness.run();
		assertThat(isWatched(this.harness)).isFalse();
	}

	@Test
	void eventThatWasNotTakenYetConcernsIt() {
		this.harness.decorated();
		this.harness.log(event());
		assertThat(isWatched(this.harness)).isTrue();
	}

	@Test
	void eventThatIsHeldConcernsNobodyBeforeItsPartsAreKnown() {
		this.harness.log(event());
		this.harness.run();
		assertThat(isWatched(this.harness)).isFalse();
		this.harness.clock.advance(Duration.ofSeconds(10));
		assertThat(isWatched(this.harness)).isTrue();
	}

	@Test
	void eventThatWaitsConcernsIt() {
		this.harness.decorated();
		this.harness.log(event());
		this.harness.run();
		assertThat(this.harness.status().waiting()).isPositive();
		assertThat(isWatched(this.harness)).isTrue();
	}

	@Test
	void eventThatComesWhileARoundHasBegunConcernsIt() {
		this.spool.fail(true);
		List<PipelineHarness> logging = new ArrayList<>();
		GroupSpool meanwhile = (GroupSpool) Proxy.newProxyInstance(GroupSpool.class.getClassLoader(),
				new Class<?>[] { GroupSpool.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("recover")) {
						logging.forEach((one) -> one.log(event()));
					}
					return method.invoke(this.spool, arguments);
				});
		PipelineHarness asking = new PipelineHarness(meanwhile).decorated();
		asking.clock.advance(Duration.ofSeconds(10));
		logging.add(asking);
		assertThat(isWatched(asking)).isTrue();
		assertThat(asking.status().accepted()).isOne();
	}

	@Test
	void whatAnEarlierRunLeftConcernsItInTheRoundThatBringsIt() {
		PipelineHarness earlier = new PipelineHarness(this.spool).decorated();
		earlier.log(event());
		earlier.run();
		assertThat(this.spool.kept("default")).isNotEmpty();
		assertNextIsWatchedOnceItKnows(PipelineHarness::new);
	}

	@Test
	void incidentOfAnEarlierRunConcernsItThoughNothingWaits() {
		PipelineHarness earlier = PipelineHarness.bot(this.spool).decorated();
		earlier.log(event());
		earlier.pass(Duration.ofSeconds(5));
		assertThat(this.spool.kept("default")).isEmpty();
		assertThat(this.spool.keptIncidents("default")).isNotEmpty();
		assertNextIsWatchedOnceItKnows(PipelineHarness::bot);
	}

	@Test
	void orderThatNobodyCarriedOutYetConcernsIt() {
		this.harness.decorated();
		this.harness.pipeline.control().flush();
		assertThat(isWatched(this.harness)).isTrue();
	}

	@Test
	void introductionOfABotConcernsItsCredentials() {
		PipelineHarness bot = PipelineHarness.bot(null);
		bot.run();
		bot.clock.advance(Duration.ofSeconds(10));
		assertThat(isWatched(bot)).isTrue();
		assertThat(isWatched(bot)).isFalse();
	}

	private void assertNextIsWatchedOnceItKnows(Function<GroupSpool, PipelineHarness> start) {
		MemoryGroupSpool left = new MemoryGroupSpool(DEFAULT, this.spool.remains());
		left.hang();
		PipelineHarness next = start.apply(left).decorated();
		assertThat(isWatched(next)).isFalse();
		left.release();
		assertThat(isWatched(next)).isTrue();
	}

	/** Whether somebody is to watch the next round. */
	private boolean isWatched(PipelineHarness harness) {
		this.watched = false;
		harness.pipeline.worker().runOnce(harness.clock.get(), () -> this.watched = true);
		return this.watched;
	}

}
