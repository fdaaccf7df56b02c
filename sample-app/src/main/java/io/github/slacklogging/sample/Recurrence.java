package io.github.slacklogging.sample;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An error that is gone long enough to be called quiet, and then is back. */
@Component
class Recurrence {

	/** What is quiet is told within this time. */
	private static final Duration TOLD = Duration.ofSeconds(6);

	private final Mishaps mishaps;

	private final Executor executor;

	private final Duration pause;

	Recurrence(Mishaps mishaps, Executor executor, @Value("${slack.logging.grouping.quiet-after}") Duration quiet) {
		this.mishaps = mishaps;
		this.executor = executor;
		this.pause = quiet.plus(TOLD);
	}

	/**
	 * Logs it, and once more later.
	 * @return how much later
	 */
	Duration begin() {
		this.executor.execute(this.mishaps::grinderJams);
		Executor later = CompletableFuture.delayedExecutor(this.pause.toMillis(), TimeUnit.MILLISECONDS, this.executor);
		later.execute(this.mishaps::grinderJams);
		return this.pause;
	}

}
