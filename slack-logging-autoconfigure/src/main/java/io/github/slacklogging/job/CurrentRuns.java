package io.github.slacklogging.job;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Which run the current thread works for: the latest that began here and has not ended.
 * Each thread sees its own.
 */
final class CurrentRuns {

	/** A run whose end is never told must not fill a thread that lives for years. */
	private static final int MAX_DEPTH = 16;

	private final ThreadLocal<@Nullable Deque<Entered>> runs = new ThreadLocal<>();

	/**
	 * From now on the thread works for this run.
	 * @param source by which the run is found again, compared by identity
	 */
	void enter(OpenRun run, Object source) {
		Deque<Entered> here = this.runs.get();
		if (here == null) {
			here = new ArrayDeque<>();
			this.runs.set(here);
		}
		else if (here.size() == MAX_DEPTH) {
			here.removeLast();
		}
		here.push(new Entered(run, source));
	}

	/** Whatever began within it is left as well, whoever forgot to say so. */
	void leave(OpenRun run) {
		Deque<Entered> here = this.runs.get();
		if (here == null || here.stream().noneMatch((entered) -> entered.run() == run)) {
			return;
		}
		while (here.pop().run() != run) {
			continue;
		}
		if (here.isEmpty()) {
			this.runs.remove();
		}
	}

	@Nullable OpenRun latest() {
		Deque<Entered> here = this.runs.get();
		return (here == null) ? null
				: here.stream().map(Entered::run).filter((run) -> !run.isEnded()).findFirst().orElse(null);
	}

	@Nullable OpenRun of(Object source) {
		Deque<Entered> here = this.runs.get();
		return (here == null) ? null
				: here.stream()
					.filter((entered) -> entered.source() == source)
					.map(Entered::run)
					.findFirst()
					.orElse(null);
	}

	/**
	 * A run that the thread works for.
	 *
	 * @param run that has begun
	 * @param source of which it is the run
	 */
	private record Entered(OpenRun run, Object source) {

	}

}
