package io.github.slacklogging.it;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another process does, and not for longer than it may take. */
public final class Patience {

	public static final Duration LIMIT = Duration.ofSeconds(30);

	private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

	private Patience() {
	}

	/**
	 * Looks until what is seen is as described.
	 * @param description of it
	 * @param look every 50 ms
	 * @param condition of what was seen
	 * @param state tells more, for the failure
	 * @return what was seen last
	 */
	public static <T> T until(String description, Supplier<T> look, Predicate<T> condition, Supplier<?> state) {
		return until(LIMIT, description, look, condition, state);
	}

	/**
	 * The same for what takes longer.
	 * @param limit how long it may take
	 * @param description of it
	 * @param look every 50 ms
	 * @param condition of what was seen
	 * @param state tells more, for the failure
	 * @return what was seen last
	 */
	public static <T> T until(Duration limit, String description, Supplier<T> look, Predicate<T> condition,
			Supplier<?> state) {
		long deadline = System.nanoTime() + limit.toNanos();
		T seen = look.get();
		while (!condition.test(seen)) {
			if (System.nanoTime() - deadline > 0) {
				throw new AssertionError(
						"Not in %d s: %s%n%s%n%s".formatted(limit.toSeconds(), description, seen, state.get()));
			}
			LockSupport.parkNanos(GLANCE);
			seen = look.get();
		}
		return seen;
	}

}
