package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.util.Map;
import java.util.Random;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.autoconfigure.ConfiguredStages;
import io.github.slacklogging.pipeline.SteppedPipeline;
import org.jspecify.annotations.Nullable;

/**
 * One instance of an application with the starter's defaults, on the simulated clock. Its
 * worker runs whenever something happens to it and whenever it wants to.
 */
final class Replica {

	private final SimulatedTime time;

	private final AcmeErrors errors = new AcmeErrors();

	private final SteppedPipeline stepped;

	private long wakeAt = Long.MAX_VALUE;

	private @Nullable Duration toldFirst;

	private boolean behind;

	private Duration caughtUp = Duration.ZERO;

	Replica(SimulatedTime time, SharedSlack slack, Random random) {
		this.time = time;
		this.stepped = new SteppedPipeline(
				new ConfiguredStages(Map.of(), time).pipeline(slack.sender(this::heard), random));
		run();
	}

	private void heard(SendResult result) {
		if (result instanceof SendResult.Accepted && this.toldFirst == null) {
			this.toldFirst = this.time.passed();
		}
		run();
	}

	/** Logs one error. */
	void log(int kind) {
		this.stepped.log(this.errors.next(kind, this.time.get().instant()));
		run();
	}

	private void run() {
		long next = this.stepped.run(this.time.get());
		boolean wasBehind = this.behind;
		this.behind = this.stepped.pipeline().status().destinations().stream().anyMatch((each) -> each.overdue() > 0);
		this.caughtUp = (wasBehind && !this.behind) ? this.time.passed() : this.caughtUp;
		if (next == Long.MAX_VALUE) {
			this.wakeAt = Long.MAX_VALUE;
			return;
		}
		long at = this.time.get().nanos() + next;
		this.wakeAt = at;
		this.time.at(at, () -> {
			// another run in between has planned anew
			if (this.wakeAt == at) {
				run();
			}
		});
	}

	/** When the first message of it stood in the channel, {@code null} for never. */
	@Nullable Duration toldFirst() {
		return this.toldFirst;
	}

	/** Since when nothing was due that was not told, {@code null} where something is. */
	@Nullable Duration caughtUp() {
		return this.behind ? null : this.caughtUp;
	}

}
