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

	private final ThreadLocal<@Nullable Deque<OpenRun>> runs = new ThreadLocal<>();

	void enter(OpenRun run) {
		Deque<OpenRun> here = this.runs.get();
		if (here == null) {
			here = new ArrayDeque<>();
			this.runs.set(here);
		}
		else if (here.size() == MAX_DEPTH) {
			here.removeLast();
		}
		here.push(run);
	}

	/** Runs within it have ended too, whoever forgot to say so. */
	void leave(OpenRun run) {
		Deque<OpenRun> here = this.runs.get();
		if (here == null || !here.contains(run)) {
			return;
		}
		while (here.pop() != run) {
			continue;
		}
		if (here.isEmpty()) {
			this.runs.remove();
		}
	}

	@Nullable OpenRun latest() {
		Deque<OpenRun> here = this.runs.get();
		return (here != null) ? here.stream().filter((run) -> !run.isEnded()).findFirst().orElse(null) : null;
	}

}
