package io.github.slacklogging.it.probe;

import java.util.concurrent.Callable;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Loaded only where the application has Reactor. */
final class NonBlocking {

	private NonBlocking() {
	}

	/**
	 * Runs something on a thread on which {@code block()} throws.
	 * @return whether it was such a thread
	 */
	static String run(Action action) {
		Callable<String> task = () -> {
			action.run();
			return String.valueOf(Schedulers.isInNonBlockingThread());
		};
		return String.valueOf(Mono.fromCallable(task).subscribeOn(Schedulers.parallel()).block());
	}

	/** Something that may be interrupted. */
	@FunctionalInterface
	interface Action {

		void run() throws InterruptedException;

	}

}
